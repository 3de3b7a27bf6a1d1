package dev.bridle.study.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FingerprintTest {
  private static final Fingerprint ONE =
      new Fingerprint("aa", 1200, List.of("x", "y"), List.of("number", "category"));

  @Test
  void differences_ofEqualOnes_areNone() {
    assertThat(ONE.differences(ONE)).isEmpty();
  }

  @Test
  void differences_areSaidInWords() {
    assertThat(ONE.differences(new Fingerprint("bb", 1300, ONE.columns(), ONE.types())))
        .containsExactly("1,300 bytes, expected 1,200");
    assertThat(ONE.differences(new Fingerprint("bb", 1200, ONE.columns(), ONE.types())))
        .containsExactly("other content of the same size");
    assertThat(ONE.differences(new Fingerprint("aa", 1200, List.of("x", "z"), ONE.types())))
        .containsExactly("columns \"x\", \"z\", expected \"x\", \"y\"");
    assertThat(
            ONE.differences(
                new Fingerprint("aa", 1200, ONE.columns(), List.of("number", "number"))))
        .containsExactly("column \"y\" of type number, expected category");
  }

  @Test
  void new_typesThatDoNotBelong_areRefused() {
    assertThatThrownBy(() -> new Fingerprint("aa", 1, List.of("x"), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("types: 0, expected one for each of 1 columns");
  }
}
