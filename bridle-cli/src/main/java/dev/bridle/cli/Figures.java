package dev.bridle.cli;

import java.util.Locale;

/** How numbers are shown to people: alike in every country. */
final class Figures {
  private static final String NONE = "-";

  /** So many columns a text has. */
  static final int WIDTH = 80;

  private Figures() {}

  /** A number with four digits. */
  static String plain(Summary number) {
    return spread(number, 1, decimals(number), "");
  }

  /** A share in percent, with the sign. */
  static String percent(Summary share) {
    return share.count() == 0 ? NONE : spread(share, 100, 1, "") + " %";
  }

  /** A number of things, without decimals. */
  static String whole(Summary number) {
    return spread(number, 1, 0, "").replace(" ± 0", "");
  }

  /** A count with separators: {@code 50,698}. */
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A number with one decimal. */
  static String tenths(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  /** Memory, roughly: {@code 410 MB}, {@code 2.3 GB}. */
  static String megabytes(long bytes) {
    double megabytes = bytes / 1e6;
    return megabytes < 1000
        ? count(Math.round(megabytes / 10) * 10) + " MB"
        : tenths(megabytes / 1000) + " GB";
  }

  /** A count and its noun: {@code 1 network}, {@code 2 networks}. */
  static String of(long count, String noun) {
    return count(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** A text in lines of 80 characters or less, each behind an indent. */
  static String wrapped(String text, String indent) {
    StringBuilder lines = new StringBuilder();
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.split(" ")) {
      if (line.length() + word.length() > WIDTH) {
        lines.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(indent);
      }
      line.append(word).append(' ');
    }
    return lines.append(line.toString().stripTrailing()).append('\n').toString();
  }

  /** What to say of a count that is too small or too large. */
  static String refusedCount(String name, long value, long low, long high) {
    return String.format(
        Locale.ROOT, "%s = %d: expected a whole number from %,d to %,d", name, value, low, high);
  }

  /**
   * The mean, and the standard deviation where there is one; {@code -} where there is neither.
   *
   * @param unit what both are multiplied by
   * @param sign what stands before a mean that is not negative: nothing, or {@code +}
   */
  static String spread(Summary summary, double unit, int decimals, String sign) {
    if (summary.count() == 0 || !Double.isFinite(summary.mean())) {
      return NONE;
    }
    String mean = fixed(summary.mean() * unit, decimals, sign);
    return summary.count() < 2
        ? mean
        : mean + " ± " + fixed(summary.deviation() * unit, decimals, "");
  }

  private static String fixed(double value, int decimals, String sign) {
    String text = String.format(Locale.ROOT, "%" + sign + "." + decimals + "f", value);
    return text.matches("-[0.]+") ? text.replace("-", sign) : text; // no minus before a zero
  }

  /** As many decimals as make four digits of the mean. */
  static int decimals(Summary summary) {
    double size = Math.abs(summary.mean());
    if (!(size > 1e-9 && size < 1e9)) {
      return 1;
    }
    return Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
  }
}
