package dev.bridle.study.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A column of texts as one input for each category, 1 in its rows and 0 in others.
 *
 * <p>Categories are those of the training rows, sorted by their characters; of more than 100, the
 * 100 most frequent (of equally frequent ones the first in order). Any other text gives zeros. A
 * missing value is a category of its own if one is missing in the training rows, else zeros too.
 *
 * @param column the name of the column
 * @param categories the texts that have an input
 * @param missing whether one more input is 1 where the value is missing
 */
public record CategoryRule(String column, List<String> categories, boolean missing)
    implements InputRule {
  /** Categories that get an input at most. */
  static final int MAX_CATEGORIES = 100;

  /** Copies the categories. */
  public CategoryRule {
    categories = List.copyOf(categories);
  }

  /** The rule for a column, fitted to the training rows. */
  static CategoryRule fit(CategoryColumn column, int[] trainingRows) {
    int[] counts = column.counts(trainingRows);
    List<String> texts = column.dictionary();
    List<String> categories =
        IntStream.range(0, counts.length)
            .filter(code -> counts[code] > 0)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(code -> -counts[code]).thenComparing(texts::get))
            .limit(MAX_CATEGORIES)
            .map(texts::get)
            .sorted()
            .toList();
    boolean anyMissing = IntStream.of(trainingRows).anyMatch(column::isMissing);
    return new CategoryRule(column.name(), categories, anyMissing);
  }

  @Override
  public List<String> features() {
    List<String> names = new ArrayList<>();
    categories.forEach(category -> names.add(column + "=" + category));
    if (missing) {
      names.add(column + " missing");
    }
    return names;
  }

  @Override
  public Optional<String> mismatch(Column found, Table table) {
    if (found instanceof CategoryColumn || isEmptyNumbers(found)) {
      return Optional.empty();
    }
    return Optional.of(
        "column "
            + Words.quote(column)
            + (found instanceof TextColumn
                ? " holds more than " + Words.grouped(TextColumn.MAX_DICTIONARY) + " texts"
                : " holds numbers")
            + ", expected categories such as "
            + Words.list(categories, 3));
  }

  private static boolean isEmptyNumbers(Column found) {
    return found instanceof NumberColumn && found.missing() == found.size();
  }

  @Override
  public void fill(Column from, int[] rows, float[] out, int at, int width) {
    int[] places = from instanceof CategoryColumn texts ? places(texts.dictionary()) : new int[0];
    for (int i = 0; i < rows.length; i++) {
      int place = missing ? categories.size() : -1;
      if (from instanceof CategoryColumn texts && !texts.isMissing(rows[i])) {
        place = places[texts.codes()[rows[i]]];
      }
      if (place >= 0) {
        out[i * width + at + place] = 1;
      }
    }
  }

  /** Which input each text of a dictionary belongs to, -1 for none. */
  private int[] places(List<String> dictionary) {
    return dictionary.stream().mapToInt(categories::indexOf).toArray();
  }

  @Override
  public void write(String prefix, Map<String, String> out) {
    out.put(prefix + "kind", "category");
    out.put(prefix + "column", column);
    out.put(prefix + "missing", Boolean.toString(missing));
    Entries.writeTexts(prefix + "category", categories, out);
  }

  static CategoryRule read(String prefix, Entries entries) {
    return new CategoryRule(
        entries.text(prefix + "column"),
        entries.texts(prefix + "category"),
        entries.flag(prefix + "missing"));
  }
}
