package dev.bridle.study.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files with random damage are read or refused, and nothing else happens: cases 12 and 21 of
 * docs/reliability.md.
 */
final class DamagedFilesTest {
  private static final byte[] WHOLE =
      ("age,city,\"y\"\r\n"
              + "31,Köln,no\r\n42,\"Paris, \"\"TX\"\"\",yes\r\n-1e5,NA,no\r\n".repeat(9))
          .getBytes(StandardCharsets.UTF_8);
  private static final byte[] BITS =
      ",;\t|\"\"\r\n\n\0\uFEFF1.e-\u00FF".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void read_randomDamage_isATableOrARefusalThatNamesTheFile() {
    assertThat(refused(0, 1500)).isBetween(500, 2900);
  }

  @Tag("slow")
  @Test
  void read_muchRandomDamage_isATableOrARefusal() {
    assertThat(refused(1500, 100_000)).isPositive();
  }

  private int refused(long first, int count) {
    int refused = 0;
    for (long seed = first; seed < first + count; seed++) {
      Path file = CsvFiles.write(folder, damaged(new Random(seed)));
      for (BadRows bad : BadRows.values()) {
        CsvFormat format = CsvFormat.usual().withBadRows(bad);
        refused += isRefused(TableOptions.defaults().withFormat(format), file) ? 1 : 0;
      }
    }
    return refused;
  }

  private static boolean isRefused(TableOptions options, Path file) {
    try {
      Table table = TableReader.of(options).read(file);
      int[] rows = IntStream.range(0, table.rows()).toArray();
      TableReport.of(table);
      Preparation preparation = Preparation.fit(table, rows);
      for (float input : preparation.apply(table, rows).inputs()) {
        assertThat(Float.isFinite(input)).isTrue();
      }
      assertThat(Preparation.of(preparation.toMap())).isEqualTo(preparation);
      return false;
    } catch (TableException e) {
      assertThat(e).hasMessageStartingWith(file.toString());
      return true;
    }
  }

  /** The file cut, with some bytes replaced or put in. */
  private static byte[] damaged(Random random) {
    byte[] bytes =
        random.nextInt(4) > 0 ? WHOLE : Arrays.copyOf(WHOLE, random.nextInt(WHOLE.length));
    for (int i = random.nextInt(4); i >= 0 && bytes.length > 1; i--) {
      int at = random.nextInt(bytes.length);
      byte replaced = BITS[random.nextInt(BITS.length)];
      if (random.nextBoolean()) {
        bytes = bytes.clone();
        bytes[at] = replaced;
      } else {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
        longer[at] = replaced;
        bytes = longer;
      }
    }
    return bytes;
  }
}
