package dev.bridle.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.architecture.Architecture;
import dev.bridle.diagnostic.DeadUnits;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Scope;
import dev.bridle.testing.Given;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two members, units (a, b), shown in two pieces. */
final class ProbeTest {
  /** Layers dense1, dense1/relu, dense2; the dropout is there in training only. */
  private static final CompiledNetwork NETWORK =
      CompiledNetwork.compile(
          Architecture.parse("dense(2) relu"), Recipe.parse("dropout(0.5)@input"), 3, 1);

  @Test
  void unitThatSaysTheSameInAllPieces_isDead() {
    Probe probe = new Probe(NETWORK);
    try (Scope scope = Scope.open()) {
      probe.see(0, Given.tensor(new long[] {2, 1, 2}, 7, 7, 7, 7)); // before the activation
      probe.see(1, Given.tensor(new long[] {2, 2, 2}, 0, 3, 0, 3, 0, 0, 0, 1));
      probe.see(1, Given.tensor(new long[] {2, 1, 2}, 0, 3, 2, 0));
    }
    assertThat(probe.deadUnits(2))
        .containsExactly(
            List.of(new DeadUnits("dense1", 2, 2)), // a is 0, b is 3 all the time
            List.of(new DeadUnits("dense1", 2, 0))); // a was 2 in the end, b once 1
  }
}
