package dev.bridle.recipe;

import dev.bridle.declaration.Parameter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The values that a sweep {@code a..b/n} stands for.
 *
 * <p>Linear: {@code a + (b - a) i / (n - 1)}; logarithmic: {@code a (b / a)^(i / (n - 1))}, {@code
 * i} from 0. The ends are exact. The values between are rounded to three significant digits, or to
 * as many more as keep them within a fiftieth of the gap to their neighbours, so that they print
 * short; those of a whole-numbered parameter are rounded to whole numbers.
 */
final class Sweep {
  private static final int FEWEST_DIGITS = 3;
  private static final int MOST_DIGITS = 16;
  private static final double ROUNDING = 0.02;

  private Sweep() {}

  /** The values, increasing; an error names the parameter and says why there are none. */
  static List<Double> values(Parameter parameter, Value.Swept swept) {
    double[] exact = exact(parameter, swept);
    double[] values = parameter.whole() ? rounded(exact, Math::rint) : shortest(exact);
    for (int i = 1; i < values.length; i++) {
      if (!(values[i - 1] < values[i])) {
        throw error(
            parameter,
            swept,
            "expected fewer values between its ends, such as "
                + new Value.Swept(swept.low(), swept.high(), 2));
      }
    }
    return Arrays.stream(values).boxed().toList();
  }

  private static double[] exact(Parameter parameter, Value.Swept swept) {
    boolean logarithmic = parameter.spacing() == Parameter.Spacing.LOGARITHMIC;
    if (logarithmic && !(swept.low() > 0)) {
      throw error(
          parameter,
          swept,
          "expected a first number above 0, since this range is logarithmic;"
              + " 0 can be tried in a list, such as 0, 1e-4, 1e-3");
    }
    double[] values = new double[swept.count()];
    double ratio = StrictMath.log(swept.high()) - StrictMath.log(swept.low());
    for (int i = 0; i < values.length; i++) {
      double part = (double) i / (values.length - 1);
      values[i] =
          logarithmic
              ? swept.low() * StrictMath.exp(ratio * part)
              : swept.low() * (1 - part) + swept.high() * part;
    }
    values[0] = swept.low();
    values[values.length - 1] = swept.high();
    return values;
  }

  private static double[] shortest(double[] exact) {
    for (int digits = FEWEST_DIGITS; digits <= MOST_DIGITS; digits++) {
      MathContext precision = new MathContext(digits, RoundingMode.HALF_EVEN);
      double[] values = rounded(exact, v -> new BigDecimal(v).round(precision).doubleValue());
      if (faithful(values, exact)) {
        return values;
      }
    }
    return exact;
  }

  /** Rounds all but the ends. */
  private static double[] rounded(double[] exact, DoubleUnaryOperator rounding) {
    double[] values = exact.clone();
    for (int i = 1; i < values.length - 1; i++) {
      values[i] = rounding.applyAsDouble(exact[i]);
    }
    return values;
  }

  private static boolean faithful(double[] values, double[] exact) {
    for (int i = 1; i < values.length - 1; i++) {
      double gap = Math.min(exact[i] - exact[i - 1], exact[i + 1] - exact[i]);
      if (!(Math.abs(values[i] - exact[i]) <= ROUNDING * gap)) {
        return false;
      }
    }
    return true;
  }

  private static IllegalArgumentException error(
      Parameter parameter, Value.Swept swept, String reason) {
    return new IllegalArgumentException(parameter.name() + " = " + swept + ": " + reason);
  }
}
