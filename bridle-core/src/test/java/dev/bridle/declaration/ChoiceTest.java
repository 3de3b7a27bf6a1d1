package dev.bridle.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class ChoiceTest {
  @Test
  void fallback_isTheFirstWord() {
    assertThat(Choice.of("bias", "what happens to biases", "free", "joint").fallback())
        .isEqualTo("free");
  }

  @Test
  void oneWord_isNoChoice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Choice.of("bias", "what happens to biases", "free"))
        .withMessage("bias: expected at least two words, got [free]");
  }
}
