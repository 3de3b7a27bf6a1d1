package dev.bridle.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.tensor.Arena;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Given;
import dev.bridle.testing.InScope;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InScope.class)
final class StrengthsTest {
  private final Arena arena = new Arena();
  private final Strengths strengths =
      new Strengths(Map.of("lambda", PerMember.of(0.5, 0)), Precision.FLOAT64, arena);

  @AfterEach
  void close() {
    arena.close();
  }

  @Test
  void of_hasAsManyAxesAsWhatItIsUsedWith() {
    Tensor weight = Given.tensor(new long[] {2, 1, 2}, 1, 2, 3, 4);
    Tensor lambda = strengths.of("lambda", weight);
    assertThat(Tensors.shape(lambda)).containsExactly(2, 1, 1);
    assertThat(Tensors.toDoubles(lambda)).containsExactly(0.5, 0);
  }

  @Test
  void of_isMadeOnce_andOutlivesTheStep() {
    Tensor weight = Given.tensor(new long[] {2, 2}, 1, 2, 3, 4);
    Tensor first;
    try (Scope step = Scope.open()) {
      first = strengths.of("lambda", weight);
    }
    assertThat(strengths.of("lambda", weight)).isSameAs(first);
    assertThat(Tensors.toDoubles(first)).containsExactly(0.5, 0);
  }

  /** Penalties by automatic differentiation ask for the same tensor. */
  @Test
  void of_madeInAStep_mayBeDifferentiatedThrough() {
    Tensor weight = Given.tensor(new long[] {2, 1}, 3, 4);
    strengths.of("lambda", weight);
    try (Scope recording = Scope.recording()) {
      Tensor leaf = weight.clone().requires_grad_(true);
      leaf.mul(strengths.of("lambda", leaf)).sum().backward();
      assertThat(Tensors.toDoubles(leaf.grad())).containsExactly(0.5, 0);
    }
  }

  @Test
  void get_unknownName_isAnsweredWithThoseThereAre() {
    assertThat(strengths.get("lambda")).isEqualTo(PerMember.of(0.5, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> strengths.get("rate"))
        .withMessage("strength \"rate\": expected one of [lambda]");
  }

  @Test
  void all_asksEveryMember() {
    assertThat(strengths.all("lambda", 0)).isFalse();
    Strengths absent =
        new Strengths(Map.of("lambda", PerMember.of(0, 0)), Precision.FLOAT64, arena);
    assertThat(absent.all("lambda", 0)).isTrue();
  }
}
