package dev.bridle.study.diagnosis;

import dev.bridle.data.Dataset;
import dev.bridle.study.image.Images;
import dev.bridle.study.series.Series;
import dev.bridle.study.table.DatasetTable;
import dev.bridle.study.table.Note;
import dev.bridle.study.table.NumberColumn;
import dev.bridle.study.table.Table;
import dev.bridle.tensor.Key;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Images and windows of a time series as tables, a column for each pixel or step. */
public final class Unrolled {
  /** Images that are looked at, at most: their pixels take eight bytes each here. */
  public static final int MOST_IMAGES = 5000;

  private Unrolled() {}

  /**
   * The examples of a series, the first on top: columns {@code Temp[t-29]} to {@code Temp[t]}, and
   * as target {@code Temp[t+1]}, the horizon in brackets.
   */
  public static Table of(Series series) {
    int window = series.options().window();
    List<NumberColumn> columns = series.columns();
    List<String> names = new ArrayList<>();
    for (NumberColumn column : columns) {
      for (int lag = window - 1; lag >= 0; lag--) {
        names.add(column.name() + (lag == 0 ? "[t]" : "[t-" + lag + "]"));
      }
    }
    int[] examples =
        IntStream.range(0, series.size())
            .filter(i -> !Double.isNaN(series.target().values()[series.targetRow(i)]))
            .toArray();
    float[] inputs = new float[examples.length * names.size()];
    float[] values = new float[examples.length];
    for (int i = 0; i < examples.length; i++) {
      int last = series.lastRow(examples[i]);
      for (int j = 0; j < names.size(); j++) {
        double[] steps = columns.get(j / window).values();
        inputs[i * names.size() + j] = (float) steps[last - window + 1 + j % window];
      }
      values[i] = (float) series.target().values()[series.targetRow(examples[i])];
    }
    String target = series.target().name() + "[t+" + series.options().horizon() + "]";
    Dataset rows =
        Dataset.regression(inputs, new int[] {names.size()}, values, List.of(target))
            .withFeatures(names);
    return with(series.notes(), DatasetTable.of(series.table().name(), rows));
  }

  /**
   * Images that may be trained on, {@link #MOST_IMAGES} of them at most: columns {@code p3,17} for
   * row 3 and column 17, of colours {@code red 3,17} and so on, from 0 to 255.
   *
   * @param name of the table
   * @param seed decides which images, if there are more
   */
  public static Table of(Images images, String name, long seed) {
    int count = images.count() - images.test();
    int[] chosen = chosen(count, seed);
    List<String> names = names(images.shape());
    float[] inputs = new float[chosen.length * names.size()];
    for (int i = 0; i < chosen.length; i++) {
      byte[] pixels = images.pixels(chosen[i]);
      for (int j = 0; j < pixels.length; j++) {
        inputs[i * pixels.length + j] = pixels[j] & 0xff;
      }
    }
    int[] labels = IntStream.of(chosen).map(i -> images.labels()[i]).toArray();
    Dataset rows =
        Dataset.classification(inputs, new int[] {names.size()}, labels, images.classes())
            .withFeatures(names);
    List<Note> notes = new ArrayList<>(images.notes().stream().map(Note::warning).toList());
    if (chosen.length < count) {
      notes.add(
          Note.info(
              String.format(
                  Locale.ROOT,
                  "%,d of %,d images were looked at, drawn at random",
                  chosen.length,
                  count)));
    }
    return with(notes, DatasetTable.of(name, rows));
  }

  private static Table with(List<Note> notes, Table table) {
    Table all = table;
    for (Note note : notes) {
      all = all.with(note);
    }
    return all;
  }

  private static int[] chosen(int count, long seed) {
    if (count <= MOST_IMAGES) {
      return IntStream.range(0, count).toArray();
    }
    int[] drawn = Key.of(seed).at("images").stream().permutation(count);
    return Arrays.stream(drawn).limit(MOST_IMAGES).sorted().toArray();
  }

  private static List<String> names(int... shape) {
    List<String> channels = shape[0] == 1 ? List.of("p") : List.of("red ", "green ", "blue ");
    List<String> names = new ArrayList<>();
    for (String channel : channels) {
      for (int i = 0; i < shape[1] * shape[2]; i++) {
        names.add(channel + i / shape[2] + "," + i % shape[2]);
      }
    }
    return names;
  }
}
