package dev.bridle.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.architecture.Architecture;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.recipe.Recipe;
import org.junit.jupiter.api.Test;

final class MultiplicationsTest {
  /** 16 filters of 3 x 3 at 26 x 26 places; nothing; nothing; 2,704 inputs for each of 2 units. */
  @Test
  void images_filtersCountAtEachPlace() {
    assertThat(of("conv(16, 3) relu, max-pool(2)", Shape.of(1, 28, 28)))
        .containsExactly(16 * 9 * 26 * 26, 0, 0, 2 * 16 * 13 * 13);
  }

  /** Four gates of 16 units, each with 1 input and 16 states, in 30 steps. */
  @Test
  void series_weightsCountInEachStep() {
    assertThat(of("lstm(16)", Shape.of(30, 1))).containsExactly(30 * 4 * 16 * 17, 2 * 16);
  }

  /** Ids are looked up; both directions of 5 units. */
  @Test
  void texts_embeddingsCostNone() {
    assertThat(of("embedding(9, 3), rnn(5, bidirectional)", Shape.of(6)))
        .containsExactly(0, 6 * 2 * 5 * 8, 2 * 10);
  }

  /** The branch of a residual block. */
  @Test
  void residual_isItsBranch() {
    assertThat(of("residual(dense(4) relu)", Shape.of(4))).containsExactly(16, 2 * 4);
  }

  private static long[] of(String network, Shape input) {
    return CompiledNetwork.compile(Architecture.parse(network), Recipe.none(), input, 2)
        .nodes()
        .stream()
        .mapToLong(Node::multiplications)
        .toArray();
  }
}
