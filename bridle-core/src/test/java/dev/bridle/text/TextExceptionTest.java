package dev.bridle.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextExceptionTest {
  @Test
  void message_namesKindTextPositionAndReason() {
    TextException e = new TextException("recipe", "l3(1)", 1, "found \"l3\", expected l2");
    assertThat(e).hasMessage("recipe \"l3(1)\", position 1: found \"l3\", expected l2");
    assertThat(e.kind()).isEqualTo("recipe");
    assertThat(e.text()).isEqualTo("l3(1)");
    assertThat(e.position()).isEqualTo(1);
    assertThat(e.reason()).isEqualTo("found \"l3\", expected l2");
  }

  @Test
  void message_textOfTwoLines_isOneLineAndTheTextIsKept() {
    TextException e = new TextException("recipe", "l2(1)\n+ x", 9, "found \"x\"");
    assertThat(e).hasMessage("recipe \"l2(1) + x\", position 9: found \"x\"");
    assertThat(e.text()).isEqualTo("l2(1)\n+ x");
  }
}
