package dev.bridle.study.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.data.Dataset;
import dev.bridle.data.Split;
import dev.bridle.study.image.ImagePreparation;
import dev.bridle.study.image.ImageSets;
import dev.bridle.tensor.Key;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ImageSourceTest {
  @Test
  void shape_fromFiveHundredImagesOn_someAreHeldOut() {
    assertThat(new ImageSource(ImageSets.of(500, 4, 0), 7).shape())
        .isEqualTo(new ReplicateSource.Shape(500, 2, 256, 64, 80, 100));
    assertThat(new ImageSource(ImageSets.of(499, 4, 0), 7).shape().test()).isZero();
  }

  @Test
  void refit_imagesThatWereSetApart_areTheHeldOutOnes_andInNoReplicate() {
    ImageSource source = new ImageSource(ImageSets.of(140, 4, 40), 7);
    assertThat(source.shape()).isEqualTo(new ReplicateSource.Shape(140, 2, 64, 16, 20, 40));
    Key key = Key.of(1);
    ReplicateSource.Refit refit = source.refit(key);
    ImagePreparation preparation = ImagePreparation.of(refit.preparation());
    assertThat(numbers(refit.heldOut(), preparation)).hasSize(40).allMatch(i -> i >= 100);
    assertThat(numbers(refit.split().train(), preparation)).hasSize(80).allMatch(i -> i < 100);
    assertThat(refit.split().validation().size()).isZero();
    assertThat(numbers(refit.split().test(), preparation)).hasSize(20).allMatch(i -> i < 100);
  }

  @Test
  void split_parts_areDisjoint_balanced_andShapedAsImages() {
    ImageSource source = new ImageSource(ImageSets.of(200, 4, 0), 7);
    Split split = source.split(Key.of(3));
    ImagePreparation preparation = ImagePreparation.of(source.preparation(Key.of(3)));
    Set<Integer> all = new HashSet<>();
    for (Dataset part : new Dataset[] {split.train(), split.validation(), split.test()}) {
      assertThat(part.inputShape()).containsExactly(1, 1, 2).isEqualTo(source.inputShape());
      all.addAll(numbers(part, preparation));
      int[] counts = new int[4];
      for (int label : part.labels()) {
        counts[label]++;
      }
      assertThat(counts).containsOnly(part.size() / 4);
    }
    assertThat(all).hasSize(200);
  }

  /** Standardised on the training images: their mean over all pixels is 0, their variance 1. */
  @Test
  void split_trainingImages_areStandardised_byThemselvesAlone() {
    Split split = new ImageSource(ImageSets.of(200, 4, 0), 7).split(Key.of(3));
    double sum = 0;
    double squares = 0;
    for (float x : split.train().inputs()) {
      sum += x;
      squares += x * x;
    }
    int n = split.train().inputs().length;
    assertThat(Math.abs(sum / n)).isLessThan(1e-6);
    assertThat(Math.abs(squares / n - 1)).isLessThan(1e-5);
  }

  @Test
  void name_isThatOfTheFolder() {
    ImageSource source = new ImageSource(ImageSets.of(200, 4, 0), 7);
    assertThat(source.name()).isEqualTo("images");
    assertThat(source.target()).isEqualTo("class");
    assertThat(source.fingerprint()).contains("abc").contains("[1, 1, 2]").contains("c3");
  }

  /** The numbers of images, which are written in their pixels. */
  private static Set<Integer> numbers(Dataset part, ImagePreparation preparation) {
    Set<Integer> numbers = new HashSet<>();
    for (int i = 0; i < part.size(); i++) {
      numbers.add(value(part, preparation, 2 * i) + 256 * value(part, preparation, 2 * i + 1));
    }
    return numbers;
  }

  private static int value(Dataset part, ImagePreparation preparation, int at) {
    double grey = part.inputs()[at] * preparation.deviations().get(0) + preparation.means().get(0);
    return (int) Math.rint(255 * grey);
  }
}
