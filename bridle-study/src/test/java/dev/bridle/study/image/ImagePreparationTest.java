package dev.bridle.study.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.data.Dataset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ImagePreparationTest {
  private static final Images IMAGES =
      new Images(
          "images",
          new ImageSize(2, 1),
          Channels.COLOUR,
          List.of(
              new byte[] {0, (byte) 255, 0, 0, 51, 51},
              new byte[] {(byte) 255, 0, 0, 0, 51, 102},
              new byte[] {(byte) 255, (byte) 255, (byte) 255, (byte) 255, 0, 0}),
          List.of("a/0", "b/0", "b/1"),
          new Images.Labels(List.of("a", "b"), new int[] {0, 1, 1}, 0),
          new Images.Content("", 0, List.of()));

  /**
   * Red 0, 255, 255, 0: mean 1/2, deviation 1/2. Green constant 0. Blue 51, 51, 51, 102: 0.2 three
   * times and 0.4, mean 0.25, variance 0.0075.
   */
  @Test
  void fit_channels_haveMomentsOfTheTrainingImagesAlone() {
    ImagePreparation fitted = ImagePreparation.fit(IMAGES, 0, 1);
    assertThat(fitted.means().get(0)).isCloseTo(0.5, within(1e-12));
    assertThat(fitted.deviations().get(0)).isCloseTo(0.5, within(1e-12));
    assertThat(fitted.means().get(1)).isZero();
    assertThat(fitted.deviations().get(1)).isEqualTo(1);
    assertThat(fitted.means().get(2)).isCloseTo(0.25, within(1e-12));
    assertThat(fitted.deviations().get(2)).isCloseTo(Math.sqrt(0.0075), within(1e-12));
  }

  @Test
  void apply_inputs_areStandardised_shapedAndLabelled() {
    Dataset data = ImagePreparation.fit(IMAGES, 0, 1).apply(IMAGES, 2, 0);
    assertThat(data.inputShape()).containsExactly(3, 1, 2);
    assertThat(data.labels()).containsExactly(1, 0);
    float blue = (float) ((0 - 0.25) / Math.sqrt(0.0075));
    float[] expected = {1, 1, 1, 1, blue, blue};
    for (int i = 0; i < 6; i++) {
      assertThat(data.inputs()[i]).isCloseTo(expected[i], within(1e-6f));
    }
    assertThat(data.inputs()[6]).isCloseTo(-1, within(1e-6f));
  }

  @Test
  void apply_nearlyConstantChannel_isClipped() {
    ImagePreparation narrow =
        new ImagePreparation(
            new ImageSize(1, 1), Channels.GREY, List.of(0.0), List.of(0.01), List.of("a", "b"));
    Images bright =
        new Images(
            "images",
            new ImageSize(1, 1),
            Channels.GREY,
            List.of(new byte[] {(byte) 255}),
            List.of("x"),
            new Images.Labels(List.of("a", "b"), new int[0], 0),
            new Images.Content("", 0, List.of()));
    assertThat(narrow.inputsOf(bright, 0)).containsExactly(10);
  }

  @Test
  void toMap_of_isTheSame_andOtherEntriesArePassedOver() {
    ImagePreparation fitted = ImagePreparation.fit(IMAGES, 0, 1, 2);
    Map<String, String> map = new LinkedHashMap<>(fitted.toMap());
    map.put("other", "entry");
    assertThat(ImagePreparation.of(map)).isEqualTo(fitted);
    assertThat(ImagePreparation.isIn(map)).isTrue();
    assertThat(ImagePreparation.isIn(Map.of("preparation", "1"))).isFalse();
    assertThat(ImagePreparation.isIn(Map.of())).isFalse();
  }

  @Test
  void of_wrongEntries_areNamed() {
    Map<String, String> map = new LinkedHashMap<>(ImagePreparation.fit(IMAGES, 0, 1).toMap());
    map.put("image.mean.1", "many");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImagePreparation.of(map))
        .withMessage("image.mean.1 = \"many\": expected a finite number");
    map.remove("image.mean.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImagePreparation.of(map))
        .withMessage("image.mean.1: missing, expected a text");
  }
}
