package dev.bridle.study.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageSizeTest {
  @Test
  void parse_oneNumber_isASquare() {
    assertThat(ImageSize.parse("32")).isEqualTo(new ImageSize(32, 32)).hasToString("32");
  }

  @Test
  void parse_twoNumbers_areWidthAndHeight() {
    ImageSize size = ImageSize.parse("48x32");
    assertThat(size.width()).isEqualTo(48);
    assertThat(size.height()).isEqualTo(32);
    assertThat(size).hasToString("48x32");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "32x", "-3", "32 x 48", "1e3", "99999999999"})
  void parse_otherTexts_areRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageSize.parse(text))
        .withMessageContaining("expected a number of pixels such as 32");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1025", "8x0"})
  void parse_sidesOutOfRange_areRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageSize.parse(text))
        .withMessageContaining("expected sides of 1 to 1024 pixels");
  }
}
