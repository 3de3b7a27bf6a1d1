package dev.bridle.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.testing.InScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InScope.class)
final class PrecisionTest {
  @Test
  void tensors_haveTheFormatAskedFor() {
    assertThat(Tensors.empty(Precision.FLOAT32, 2).element_size()).isEqualTo(4);
    assertThat(Tensors.empty(Precision.FLOAT64, 2).element_size()).isEqualTo(8);
  }

  @Test
  void thirdOf1_isRoundedToTheFormat() {
    double[] third = {1.0 / 3};
    assertThat(Tensors.toDoubles(Tensors.of(Precision.FLOAT64, third, 1))[0]).isEqualTo(1.0 / 3);
    assertThat(Tensors.toDoubles(Tensors.of(Precision.FLOAT32, third, 1))[0])
        .isEqualTo((double) (float) (1.0 / 3));
  }
}
