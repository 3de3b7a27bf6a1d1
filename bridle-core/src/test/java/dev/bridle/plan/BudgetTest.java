package dev.bridle.plan;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class BudgetTest {
  @Test
  void budget_withoutUpdates_isRefused() {
    assertThatThrownBy(() -> new Budget(32, 3, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("batch, stepsPerEpoch, updates = 32, 3, 0: expected whole numbers >= 1");
  }
}
