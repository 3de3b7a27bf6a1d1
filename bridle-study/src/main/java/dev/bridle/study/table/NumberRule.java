package dev.bridle.study.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A column of numbers as an input {@code clip((x - mean) / scale, -10, 10)}, and one more that says
 * where it is missing, if it is in any training row.
 *
 * <p>Mean, standard deviation (divided by N) and median are those of the training rows that have a
 * value. A missing value counts as the median. Where all training values are equal, or none is
 * present, the scale is 0 and the input is 0 in every row: nothing was learned about it.
 *
 * @param column the name of the column
 * @param median what a missing value counts as
 * @param mean what is subtracted
 * @param scale what is divided by, or 0 for an input of zeros
 * @param missing whether a second input is 1 where the value is missing, else 0
 */
public record NumberRule(String column, double median, double mean, double scale, boolean missing)
    implements InputRule {
  /** Inputs beyond this many standard deviations are cut to it. */
  public static final double CLIP = 10;

  /** Checks that the numbers are usable. */
  public NumberRule {
    if (!Double.isFinite(median) || !Double.isFinite(mean)) {
      throw new IllegalArgumentException(
          "median, mean = " + median + ", " + mean + ": expected finite numbers");
    }
    if (!(scale >= 0 && scale < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("scale = " + scale + ": expected a finite number >= 0");
    }
  }

  /** The rule for a column, fitted to the training rows. */
  public static NumberRule fit(NumberColumn column, int[] trainingRows) {
    Moments moments = Moments.of(column.values(), trainingRows);
    boolean anyMissing = moments.count() > 0 && moments.count() < trainingRows.length;
    return new NumberRule(
        column.name(), moments.median(), moments.mean(), moments.deviation(), anyMissing);
  }

  @Override
  public List<String> features() {
    return missing ? List.of(column, column + " missing") : List.of(column);
  }

  @Override
  public Optional<String> mismatch(Column found, Table table) {
    if (found instanceof CategoryColumn texts && texts.missing() < texts.size()) {
      NumberParser parser = new NumberParser('.');
      int row = 0;
      int odd = -1;
      for (; row < texts.size() && odd < 0; row++) {
        odd = !texts.isMissing(row) && !parser.isNumber(texts.text(row)) ? row : -1;
      }
      String example =
          odd < 0 ? "" : " (line " + table.line(odd) + ": " + Words.quote(texts.text(odd)) + ")";
      return Optional.of(
          "column " + Words.quote(column) + " holds texts" + example + ", expected numbers");
    }
    return found instanceof TextColumn
        ? Optional.of("column " + Words.quote(column) + " holds texts, expected numbers")
        : Optional.empty();
  }

  @Override
  public void fill(Column from, int[] rows, float[] out, int at, int width) {
    for (int i = 0; i < rows.length; i++) {
      boolean absent = !(from instanceof NumberColumn) || from.isMissing(rows[i]);
      out[i * width + at] = input(absent ? Double.NaN : ((NumberColumn) from).values()[rows[i]]);
      if (missing) {
        out[i * width + at + 1] = absent ? 1 : 0;
      }
    }
  }

  /** The input that a number is; NaN is a missing one. */
  public float input(double number) {
    double value = Double.isNaN(number) ? median : number;
    double z = scale == 0 ? 0 : (value - mean) / scale;
    return (float) Math.max(-CLIP, Math.min(CLIP, z));
  }

  @Override
  public void write(String prefix, Map<String, String> out) {
    out.put(prefix + "kind", "number");
    out.put(prefix + "column", column);
    out.put(prefix + "median", Double.toString(median));
    out.put(prefix + "mean", Double.toString(mean));
    out.put(prefix + "scale", Double.toString(scale));
    out.put(prefix + "missing", Boolean.toString(missing));
  }

  /** The rule that {@link #write} wrote under a prefix. */
  public static NumberRule read(String prefix, Entries entries) {
    return new NumberRule(
        entries.text(prefix + "column"),
        entries.number(prefix + "median"),
        entries.number(prefix + "mean"),
        entries.number(prefix + "scale"),
        entries.flag(prefix + "missing"));
  }
}
