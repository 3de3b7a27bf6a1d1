package dev.bridle.export;

import dev.bridle.study.series.SeriesPreparation;
import dev.bridle.study.series.Steps;
import dev.bridle.study.table.NumberRule;
import java.util.List;

/**
 * Windows of a time series, {@code [T]} of one column or {@code [T, F]} of several, the oldest step
 * first, in the columns' own units. NaN is a missing number: it counts as the last one before it in
 * the window, and where there is none as the mean.
 *
 * @param preparation columns, window, and what becomes of a number
 */
public record InputWindows(SeriesPreparation preparation) implements InputTensor {
  /** How far outside the extremes are: this many deviations. */
  private static final double FAR = 1e6;

  @Override
  public String name() {
    return "window";
  }

  @Override
  public List<Integer> shape() {
    int steps = preparation.options().window();
    int columns = preparation.rules().size();
    return columns == 1 ? List.of(steps) : List.of(steps, columns);
  }

  @Override
  public boolean isDouble() {
    return true;
  }

  @Override
  public float[] inputs(double... rows) {
    return preparation.inputsOf(rows);
  }

  @Override
  public double usual(int place, double u) {
    NumberRule rule = rule(place);
    return rule.mean() + 4 * rule.scale() * (u - 0.5);
  }

  @Override
  public List<Double> extremes(int place) {
    NumberRule rule = rule(place);
    double far = FAR * (rule.scale() == 0 ? 1 : rule.scale());
    return List.of(Double.NaN, rule.mean() - far, rule.mean() + far);
  }

  private NumberRule rule(int place) {
    return preparation.rules().get(place % preparation.rules().size());
  }

  /** All windows of a series. */
  public Rows.OfNumbers rows(Steps series) {
    return new Rows.OfNumbers(series.name(), width(), series.windows(), series::window);
  }
}
