package dev.bridle.study.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Public sets as people have them; skipped where the folder of {@code -Dbridle.data} lacks them.
 */
final class RealImagesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("bridle.data", "../../shared/data"));

  @Test
  void mnist_hasItsCountsAndFirstLabels() {
    Images images = IdxFolder.read(NamedSet.MNIST, folder("mnist"));
    assertThat(images.count()).isEqualTo(70_000);
    assertThat(images.test()).isEqualTo(10_000);
    assertThat(images.shape()).containsExactly(1, 28, 28);
    assertThat(images.labels()).startsWith(5, 0, 4, 1, 9, 2, 1, 3, 1, 4);
    int[] counts = new int[10];
    for (int i = 60_000; i < 70_000; i++) {
      counts[images.labels()[i]]++;
    }
    assertThat(counts).containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
  }

  /** File NNNNN.png is image NNNNN - 60000 of the test file, pixel for pixel. */
  @Test
  void mnistPng_isTheIdxFile_pixelForPixel() {
    Images idx = IdxFolder.read(NamedSet.MNIST, folder("mnist"));
    Images png = ImageLoader.read(folder("mnist-png"), ImageOptions.defaults());
    assertThat(png.count()).isEqualTo(200);
    for (int i = 0; i < png.count(); i++) {
      String name = png.files().get(i);
      int image = Integer.parseInt(name.substring(2, 7));
      assertThat(png.pixels(i)).as(name).isEqualTo(idx.pixels(image));
      assertThat(png.classes().get(png.labels()[i])).isEqualTo(name.substring(0, 1));
    }
  }

  @Test
  void cifarSample_isFiveHundredColouredImages() {
    Images images = ImageLoader.read(folder("cifar10-sample"), ImageOptions.defaults());
    assertThat(images.count()).isEqualTo(500);
    assertThat(images.shape()).containsExactly(3, 32, 32);
    assertThat(images.classes()).hasSize(10).startsWith("airplane").endsWith("truck");
  }

  private static Path folder(String name) {
    Path folder = FOLDER.resolve(name);
    assumeTrue(Files.isDirectory(folder), () -> "no " + name + " in the folder of -Dbridle.data");
    return folder;
  }
}
