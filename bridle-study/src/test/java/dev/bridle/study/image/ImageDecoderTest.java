package dev.bridle.study.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of images, good and bad; case 20 of docs/reliability.md. */
final class ImageDecoderTest {
  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "gif"})
  void decode_losslessGrey_hasTheSamplesOfTheFile(String format) throws BadImage {
    Picture picture = decode(ImageFiles.encode(ImageFiles.grey(16, 16, 0), format), 16, 16);
    assertThat(picture.channels()).isEqualTo(Channels.GREY);
    for (int i = 0; i < 256; i++) {
      assertThat(picture.pixels()[i] & 0xFF).isEqualTo(i);
    }
  }

  @Test
  void decode_colours_arePlanesOfRedGreenBlue() throws BadImage {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0x010203);
    image.setRGB(1, 0, 0xFFFEFD);
    Picture picture = decode(ImageFiles.encode(image, "png"), 2, 1);
    assertThat(picture.channels()).isEqualTo(Channels.COLOUR);
    assertThat(picture.pixels()).containsExactly(1, 0xFF, 2, 0xFE, 3, 0xFD);
    // (299 + 2 * 587 + 3 * 114) / 1000 = 1.815; 254.185
    assertThat(picture.to(Channels.GREY).pixels()).containsExactly(2, 254);
    assertThat(picture.to(Channels.GREY).to(Channels.COLOUR).pixels())
        .containsExactly(2, 254, 2, 254, 2, 254);
  }

  @Test
  void decode_greyInThreeChannels_isGrey() throws BadImage {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0x7B7B7B);
    assertThat(decode(ImageFiles.encode(image, "png"), 1, 1).pixels()).containsExactly(0x7B);
  }

  @Test
  void decode_transparentPixels_areOnWhite() throws BadImage {
    BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x00FF0000);
    image.setRGB(1, 0, 0xFF000000);
    image.setRGB(2, 0, 0x80000000); // alpha 128: 255 - 128 = 127 of white
    assertThat(decode(ImageFiles.encode(image, "png"), 3, 1).pixels())
        .containsExactly(0xFF, 0, 127);
  }

  @Test
  void decode_sixteenBits_areBroughtToEight() throws BadImage {
    BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
    int[] samples = {0, 128 * 257, 65_535};
    image.getRaster().setSamples(0, 0, 3, 1, 0, samples);
    assertThat(decode(ImageFiles.encode(image, "png"), 3, 1).pixels())
        .containsExactly(0, 128, 0xFF);
  }

  @Test
  void decode_jpeg_isNear() throws BadImage {
    Picture picture = decode(ImageFiles.encode(ImageFiles.grey(16, 16, 0), "jpeg"), 16, 16);
    for (int i = 0; i < 256; i++) {
      assertThat(Math.abs((picture.pixels()[i] & 0xFF) - i)).isLessThan(12);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "gif", "jpeg"})
  void decode_truncatedFile_isDamaged_whereverItIsCut(String format) {
    byte[] file = ImageFiles.encode(ImageFiles.colour(64, 48), format);
    for (int percent = 1; percent < 98; percent += 3) {
      byte[] part = Arrays.copyOf(file, file.length * percent / 100);
      assertThatThrownBy(() -> ImageDecoder.decode(part))
          .as("%s cut at %s %%", format, percent)
          .isInstanceOf(BadImage.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "gif", "jpeg"})
  void decode_changedBytes_areAnImageOrABadOne_neverAnotherError(String format) {
    change(format, 5, 500);
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "gif", "jpeg"})
  void decode_manyChangedBytes_areAnImageOrABadOne(String format) {
    change(format, 6, 50_000);
  }

  private static void change(String format, long seed, int trials) {
    byte[] file = ImageFiles.encode(ImageFiles.colour(24, 24), format);
    Random random = new Random(seed);
    int bad = 0;
    for (int trial = 0; trial < trials; trial++) {
      byte[] changed = file.clone();
      for (int i = 0; i < 4; i++) {
        changed[random.nextInt(Math.min(200, file.length))] = (byte) random.nextInt(256);
      }
      try {
        assertThat(ImageDecoder.decode(changed).width()).isPositive();
      } catch (BadImage e) {
        assertThat(e.reason()).isNotBlank();
        bad++;
      }
    }
    assertThat(bad).isPositive();
  }

  @Test
  void decode_bomb_isRefusedByItsHeader() throws IOException {
    byte[] bomb = ImageFiles.blackPng(40_000, 40_000);
    assertThat(bomb.length).isLessThan(1_500_000);
    assertThatThrownBy(() -> ImageDecoder.decode(bomb))
        .isInstanceOf(BadImage.class)
        .hasMessage("has 40,000 x 40,000 pixels, expected at most 33,554,432 in all");
  }

  /** A header may claim any size: 40,000 x 40,000 in a few hundred bytes. */
  @Test
  void decode_claimOfAHugeSize_isRefusedByTheHeader_inEveryFormat() {
    for (String format : List.of("bmp", "gif", "jpeg")) {
      byte[] file = ImageFiles.encode(ImageFiles.grey(16, 16, 0), format);
      assertThatThrownBy(() -> ImageDecoder.decode(ImageFiles.claiming(40_000, file)))
          .as(format)
          .isInstanceOf(BadImage.class)
          .hasMessage("has 40,000 x 40,000 pixels, expected at most 33,554,432 in all");
    }
  }

  @Test
  void decode_smallRelativeOfTheBomb_isRead() throws IOException, BadImage {
    assertThat(decode(ImageFiles.blackPng(40, 30), 40, 30).pixels()).containsOnly(0);
  }

  @Test
  void decode_cmyk_isNamed() throws IOException {
    for (byte[] file :
        List.of(ImageFiles.cmyk(), ImageFiles.adobeCmyk(0), ImageFiles.adobeCmyk(2))) {
      assertThatThrownBy(() -> ImageDecoder.decode(file))
          .isInstanceOf(BadImage.class)
          .hasMessage("has colours in CMYK or the like, expected grey or RGB");
    }
  }

  @Test
  void decode_film_isRefused_oneFrameIsNot() throws IOException, BadImage {
    byte[] film = ImageFiles.gif(3);
    assertThatThrownBy(() -> ImageDecoder.decode(film))
        .isInstanceOf(BadImage.class)
        .hasMessage("is a film of 3 frames, expected one image");
    assertThat(decode(ImageFiles.gif(1), 8, 8).pixels()[9]).isEqualTo((byte) 17);
  }

  @Test
  void decode_nothingAndText_areNoImages() {
    assertThatThrownBy(() -> ImageDecoder.decode(new byte[0])).hasMessage("is empty");
    byte[] text = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> ImageDecoder.decode(text))
        .hasMessage("is no image, expected PNG, JPEG, GIF or BMP");
  }

  private static Picture decode(byte[] file, int width, int height) throws BadImage {
    Raw raw = ImageDecoder.decode(file);
    assertThat(raw.width()).isEqualTo(width);
    assertThat(raw.height()).isEqualTo(height);
    return raw.scaled(new ImageSize(width, height));
  }
}
