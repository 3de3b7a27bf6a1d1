package dev.bridle.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.architecture.Architecture;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.recipe.Recipe;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LoadTest {
  private static final long PLENTY = 1L << 40;

  @ParameterizedTest
  @CsvSource({"1, 64", "4000, 64", "8970, 29", "85002, 12", "269322, 3", "1862666, 1"})
  void members_suitTheCaches(int parameters, int members) {
    assertThat(Load.members(parameters)).isEqualTo(members);
  }

  @Test
  void plan_everyThreadHasItsShare() {
    assertThat(plan("dense(16) relu", 8, 4, PLENTY).members()).isEqualTo(2);
    assertThat(plan("dense(16) relu", 9, 4, PLENTY).members()).isEqualTo(3);
    assertThat(plan("dense(16) relu", 1, 4, PLENTY).members()).isEqualTo(1);
  }

  @Test
  void plan_littleMemory_fewerMembers_thenFewerWorkers() {
    Load plenty = plan("dense(64) relu", 1000, 4, PLENTY);
    assertThat(plenty.workers()).isEqualTo(4);
    Load less = plan("dense(64) relu", 1000, 4, plenty.bytes() - 1);
    assertThat(less.members()).isLessThan(plenty.members());
    assertThat(less.workers()).isEqualTo(4);
    long ofOne = plan("dense(64) relu", 1, 1, PLENTY).bytes();
    Load least = plan("dense(64) relu", 1000, 4, ofOne);
    assertThat(least).isEqualTo(new Load(1, 1, ofOne));
  }

  @Test
  void plan_notEvenOneFits_saysWhatWouldHelp() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan("dense(64) relu", 10, 2, 100L << 20))
        .withMessageStartingWith("memory: one network of 1,226 weights with batches of 32 rows")
        .withMessageContaining("there are 100 MB beside the Java heap")
        .withMessageEndingWith("choose a smaller network, smaller batches or a smaller -Xmx");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 25, 64, 100})
  void cut_everyUnitOnce_inEvenPieces(int units) {
    List<Integer> all = IntStream.range(0, units).boxed().toList();
    for (int members : new int[] {1, 3, 12, 64}) {
      List<List<Integer>> pieces = new Load(members, 1, 0).cut(all);
      assertThat(pieces.stream().flatMap(List::stream)).containsExactlyElementsOf(all);
      int largest = pieces.stream().mapToInt(List::size).max().orElseThrow();
      int smallest = pieces.stream().mapToInt(List::size).min().orElseThrow();
      assertThat(largest).isLessThanOrEqualTo(members);
      assertThat(largest - smallest).isLessThanOrEqualTo(1);
    }
  }

  private static Load plan(String architecture, int networks, int threads, long memory) {
    CompiledNetwork network =
        CompiledNetwork.compile(Architecture.parse(architecture), Recipe.none(), 8, 10);
    return Load.plan(network, 32, networks, threads, 1000, memory);
  }
}
