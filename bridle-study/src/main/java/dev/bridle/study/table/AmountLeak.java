package dev.bridle.study.table;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/** Columns of which the target is a strictly rising or falling function. */
final class AmountLeak implements LeakCheck {
  private static final int MIN_DISTINCT = 20;
  private static final int SAMPLE = 200;

  private final double[] targets;

  /** For rows of these targets {@code [N]}. */
  AmountLeak(double[] targets) {
    this.targets = targets;
  }

  @Override
  public Optional<Note> note(Column column) {
    if (!(column instanceof NumberColumn numbers)) {
      return Optional.empty();
    }
    double[] values = numbers.values();
    int[] present =
        IntStream.range(0, values.length).filter(row -> !Double.isNaN(values[row])).toArray();
    boolean gone =
        present.length >= MIN_ROWS
            && isMonotone(values, Arrays.copyOf(present, Math.min(SAMPLE, present.length)), 1)
            && isMonotone(values, present, MIN_DISTINCT);
    return gone
        ? Optional.of(
            LeakCheck.warning(
                column, "gives the target away: the target only rises, or only falls, with it"))
        : Optional.empty();
  }

  /** Whether equal values have equal targets, and larger ones all larger or all smaller ones. */
  private boolean isMonotone(double[] values, int[] rows, int fewestDistinct) {
    int[] order =
        Arrays.stream(rows)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> values[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    int rising = 0;
    int falling = 0;
    for (int i = 1; i < order.length; i++) {
      double step = targets[order[i]] - targets[order[i - 1]];
      boolean same = values[order[i]] == values[order[i - 1]];
      if (same != (step == 0)) {
        return false;
      }
      rising += step > 0 ? 1 : 0;
      falling += step < 0 ? 1 : 0;
    }
    int distinct = 1 + rising + falling;
    return distinct >= fewestDistinct && (rising == 0 || falling == 0);
  }
}
