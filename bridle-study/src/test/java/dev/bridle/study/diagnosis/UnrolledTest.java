package dev.bridle.study.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.study.image.ImageSets;
import dev.bridle.study.image.Images;
import dev.bridle.study.series.Series;
import dev.bridle.study.series.SeriesOptions;
import dev.bridle.study.table.Column;
import dev.bridle.study.table.Note;
import dev.bridle.study.table.NumberColumn;
import dev.bridle.study.table.Table;
import dev.bridle.study.table.TableOptions;
import dev.bridle.study.table.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnrolledTest {
  @TempDir private Path folder;

  /** Six rows, two are seen, the one after the next is asked for: three examples. */
  @Test
  void series_hasAColumnForEachStep_theOldestFirst() throws IOException {
    Path file =
        Files.writeString(folder.resolve("s.csv"), "a,y\n1,10\n2,20\n3,30\n4,40\n5,50\n6,60\n");
    TableReader reader = TableReader.of(TableOptions.defaults().withTarget("y"));
    Table table = Unrolled.of(Series.of(reader.readSeries(file), new SeriesOptions(2, 2)));
    assertThat(table.columns().stream().map(Column::name))
        .containsExactly("a[t-1]", "a[t]", "y[t-1]", "y[t]", "y[t+2]");
    assertThat(values(table, 0)).containsExactly(1, 2, 3);
    assertThat(values(table, 1)).containsExactly(2, 3, 4);
    assertThat(values(table, 3)).containsExactly(20, 30, 40);
    assertThat(values(table, 4)).containsExactly(40, 50, 60);
    assertThat(table.target().orElseThrow().column()).isEqualTo(4);
    assertThat(table.notes()).isEmpty();
  }

  @Test
  void images_haveAColumnForEachPixel_andNoTestImages() {
    Images images = ImageSets.of(140, 4, 40);
    Table table = Unrolled.of(images, "set", 7);
    assertThat(table.rows()).isEqualTo(100);
    assertThat(table.columns().stream().map(Column::name)).containsExactly("p0,0", "p0,1", "class");
    byte[] third = images.pixels(3);
    assertThat(values(table, 0)[3]).isEqualTo(third[0] & 0xff);
    assertThat(values(table, 1)[3]).isEqualTo(third[1] & 0xff);
  }

  @Test
  void images_ofWhichThereAreMany_areASampleThatTheSeedDecides() {
    Images many = ImageSets.of(Unrolled.MOST_IMAGES + 500, 4, 0);
    Table table = Unrolled.of(many, "set", 7);
    assertThat(table.rows()).isEqualTo(Unrolled.MOST_IMAGES);
    assertThat(table.notes())
        .containsExactly(Note.info("5,000 of 5,500 images were looked at, drawn at random"));
    assertThat(values(table, 0)).isEqualTo(values(Unrolled.of(many, "set", 7), 0));
    assertThat(values(table, 0)).isNotEqualTo(values(Unrolled.of(many, "set", 8), 0));
  }

  private static double[] values(Table table, int column) {
    return ((NumberColumn) table.columns().get(column)).values();
  }
}
