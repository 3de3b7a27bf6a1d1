package dev.bridle.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * A CSV file to measure reading with: of every ten columns seven of numbers with four decimals, two
 * of whole numbers and one of eight words, one value in fifty missing; the class comes last.
 */
final class WideFile {
  private static final long SEED = 7;
  private static final int KINDS = 10;
  private static final int WORDS = 8;

  private WideFile() {}

  /** Writes a header and so many rows of so many columns, the class among them. */
  static void write(Path file, int rows, int columns) throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int column = 1; column < columns; column++) {
        out.append('x').append(Integer.toString(column)).append(',');
      }
      out.append("class\n");
      StringBuilder line = new StringBuilder();
      for (int row = 0; row < rows; row++) {
        line.setLength(0);
        for (int column = 1; column < columns; column++) {
          appendValue(line, column % KINDS, random);
          line.append(',');
        }
        out.append(line.append(random.nextInt(2) == 0 ? "no\n" : "yes\n"));
      }
    }
  }

  private static void appendValue(StringBuilder line, int kind, SplittableRandom random) {
    if (random.nextInt(50) == 0) {
      return;
    }
    if (kind == 0) {
      line.append("word ").append((char) ('a' + random.nextInt(WORDS)));
    } else if (kind <= 2) {
      line.append(random.nextInt(100_000));
    } else {
      int tenThousandths = random.nextInt(1_000_000);
      line.append(random.nextInt(2) == 0 ? "-" : "").append(tenThousandths / 10_000).append('.');
      String fraction = Integer.toString(10_000 + tenThousandths % 10_000);
      line.append(fraction, 1, fraction.length());
    }
  }
}
