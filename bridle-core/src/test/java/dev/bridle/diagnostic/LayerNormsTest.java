package dev.bridle.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LayerNormsTest {
  @Test
  void thinned_keepsFirstAndLast_evenlySpaced() {
    LayerNorms norms =
        new LayerNorms("w", List.of(0, 1, 2, 3, 4), List.of(0.0, 0.1, 0.2, 0.3, 0.4), 0);
    assertThat(norms.thinned(3))
        .isEqualTo(new LayerNorms("w", List.of(0, 2, 4), List.of(0.0, 0.2, 0.4), 0));
    assertThat(norms.thinned(5)).isSameAs(norms);
  }

  @Test
  void asManyNormsAsEpochs_elseAnError() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LayerNorms("w", List.of(0, 1), List.of(2.0), 0))
        .withMessage("norms of w: 1, expected 2");
  }
}
