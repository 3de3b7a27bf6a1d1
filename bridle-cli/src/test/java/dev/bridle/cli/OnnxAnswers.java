package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

/** What an ONNX model said beside what the network said that it was made of, as CSV. */
final class OnnxAnswers {
  private static final double NEAR = 2e-5; // 1e-5, and the last printed digit

  private OnnxAnswers() {}

  /** Names are equal, numbers near each other. */
  static void assertClose(String onnx, String network) {
    List<String> said = onnx.lines().toList();
    List<String> expected = network.lines().toList();
    assertThat(said).hasSameSizeAs(expected).hasSizeGreaterThan(1);
    assertThat(said.get(0)).isEqualTo(expected.get(0));
    for (int line = 1; line < said.size(); line++) {
      String[] a = said.get(line).split(",", -1);
      String[] b = expected.get(line).split(",", -1);
      assertThat(a).hasSameSizeAs(b);
      for (int cell = 0; cell < a.length; cell++) {
        if (b[cell].contains(".") && !b[cell].contains("/")) {
          double wanted = Double.parseDouble(b[cell]);
          double unit = Math.max(1, Math.abs(wanted));
          assertThat(Double.parseDouble(a[cell]) / unit).isCloseTo(wanted / unit, within(NEAR));
        } else {
          assertThat(a[cell]).isEqualTo(b[cell]);
        }
      }
    }
  }
}
