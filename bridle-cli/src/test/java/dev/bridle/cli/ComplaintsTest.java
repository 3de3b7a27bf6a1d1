package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class ComplaintsTest {
  @Test
  void optionOfAVerb_beforeTheVerb() {
    assertThat(Run.of("--recipe", "none", "train"))
        .isEqualTo(
            new Run(
                2,
                "",
                "bridle: option --recipe: expected after a verb, as in bridle train --recipe\n"));
  }

  @Test
  void internalError_isOneLineWithAdvice() {
    assertThat(internal(new IllegalStateException("first\nat native frame")))
        .isEqualTo(
            "bridle: internal error: IllegalStateException: first; --debug shows where it arose");
    assertThat(internal(new NullPointerException()))
        .isEqualTo("bridle: internal error: NullPointerException; --debug shows where it arose");
    assertThat(internal(new UnsatisfiedLinkError("no jnitorch")))
        .isEqualTo(
            "bridle: internal error: UnsatisfiedLinkError: no jnitorch; is libtorch's native library"
                + " for this machine on the class path?");
    assertThat(internal(new OutOfMemoryError("Java heap space")))
        .isEqualTo(
            "bridle: internal error: OutOfMemoryError: Java heap space; JAVA_OPTS=-Xmx8g gives Java"
                + " more memory");
  }

  private static String internal(Throwable error) {
    StringWriter err = new StringWriter();
    Bridle bridle = new Bridle(new PrintWriter(new StringWriter()), new PrintWriter(err), 0);
    assertThat(new Complaints(bridle).internal(error)).isEqualTo(1);
    return err.toString().strip();
  }
}
