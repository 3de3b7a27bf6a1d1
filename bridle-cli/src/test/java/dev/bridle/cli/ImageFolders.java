package dev.bridle.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Folders of small images for tests: bright bars that lie or stand. */
final class ImageFolders {
  private ImageFolders() {}

  /** Class folders {@code lying} and {@code standing} of grey images. */
  static Path bars(Path root, int each, int side) throws IOException {
    for (int i = 0; i < each; i++) {
      write(root.resolve("lying/" + i + ".png"), bar(side, i, true));
      write(root.resolve("standing/" + i + ".png"), bar(side, i, false));
    }
    return root;
  }

  private static BufferedImage bar(int side, int number, boolean lying) {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < side * side; i++) {
      int across = lying ? i / side : i % side;
      boolean on = across == 1 + number % (side - 2);
      int noise = (i * 7919 + number * 104_729) % 60;
      image.getRaster().setSample(i % side, i / side, 0, on ? 255 - noise : noise);
    }
    return image;
  }

  private static void write(Path file, BufferedImage image) throws IOException {
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
  }
}
