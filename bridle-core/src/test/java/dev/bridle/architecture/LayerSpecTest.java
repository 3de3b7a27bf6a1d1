package dev.bridle.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class LayerSpecTest {
  @Test
  void dense_printsItsActivationUnlessLinear() {
    assertThat(new LayerSpec.Dense(3, Activation.LEAKY_RELU)).hasToString("dense(3) leaky-relu");
    assertThat(new LayerSpec.Dense(3, Activation.LINEAR)).hasToString("dense(3)");
  }

  @Test
  void dense_noUnitsOrTooMany_isRefused() {
    assertThat(new LayerSpec.Dense(1_000_000, Activation.RELU).units()).isEqualTo(1_000_000);
    for (int units : new int[] {0, -1, 1_000_001}) {
      assertThatThrownBy(() -> new LayerSpec.Dense(units, Activation.RELU))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("units = " + units + ": expected a whole number from 1 to 1,000,000");
    }
  }

  @Test
  void activation_everyText_isFound() {
    for (Activation activation : Activation.values()) {
      assertThat(Activation.of(activation.text())).contains(activation);
    }
    assertThat(Activation.of("RELU")).isEmpty();
  }
}
