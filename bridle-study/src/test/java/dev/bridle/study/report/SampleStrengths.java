package dev.bridle.study.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The strengths a family of the samples tries, read from its text. */
final class SampleStrengths {
  private static final Pattern SWEEP = Pattern.compile("\\(([^)=]*(?:\\.\\.|, )[^)]*)\\)");

  private SampleStrengths() {}

  static List<Double> of(String family) {
    Matcher sweep = SWEEP.matcher(family);
    if (!sweep.find()) {
      return List.of();
    }
    String[] ends = sweep.group(1).split("\\.\\.");
    return ends.length == 1
        ? Stream.of(sweep.group(1).split(", ")).map(Double::valueOf).toList()
        : spaced(Double.parseDouble(ends[0]), Double.parseDouble(ends[1]));
  }

  static String recipe(String family, double strength) {
    return SWEEP.matcher(family).replaceFirst("(" + text(strength) + ")");
  }

  /** The place of the strength that a recipe names. */
  static int nearest(List<Double> tried, String recipe) {
    Matcher number = Pattern.compile("\\(([0-9.e-]+)\\)").matcher(recipe);
    double wanted = number.find() ? Double.parseDouble(number.group(1)) : 0;
    return IntStream.range(0, tried.size())
        .boxed()
        .min(
            (a, b) ->
                Double.compare(distance(tried.get(a), wanted), distance(tried.get(b), wanted)))
        .orElse(0);
  }

  private static double distance(double a, double b) {
    return Math.abs(Math.log(a / b));
  }

  private static List<Double> spaced(double from, double to) {
    return IntStream.range(0, 5)
        .mapToObj(i -> from * Math.pow(to / from, i / 4.0))
        .map(v -> new BigDecimal(v).round(new MathContext(2)).doubleValue())
        .toList();
  }

  private static String text(double value) {
    return value < 1e-3
        ? new BigDecimal(value)
            .round(new MathContext(2))
            .stripTrailingZeros()
            .toString()
            .replace("E", "e")
        : new BigDecimal(value).round(new MathContext(2)).stripTrailingZeros().toPlainString();
  }
}
