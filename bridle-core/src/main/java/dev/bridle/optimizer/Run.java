package dev.bridle.optimizer;

import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Neighbouring members of one learning rate, whose weights are moved together by a quotient: one
 * pass, in which the rate is a single number.
 */
final class Run {
  private final Tensor weights;
  private final Tensor dividend;
  private final Tensor divisor;
  private final double rate;

  private Run(Tensor weights, Tensor dividend, Tensor divisor, double rate) {
    this.weights = weights;
    this.dividend = dividend;
    this.divisor = divisor;
    this.rate = rate;
  }

  /** The runs of some weights {@code [K, ...]} with learning rates {@code [K, 1, ...]}. */
  static List<Run> of(Tensor weights, Tensor dividend, Tensor divisor, Tensor rates, Arena arena) {
    double[] each = Tensors.toDoubles(rates);
    List<Run> runs = new ArrayList<>();
    int from = 0;
    for (int k = 1; k <= each.length; k++) {
      if (k == each.length || each[k] != each[from]) {
        int length = k - from;
        runs.add(
            new Run(
                arena.keep(weights.narrow(0, from, length)),
                arena.keep(dividend.narrow(0, from, length)),
                arena.keep(divisor.narrow(0, from, length)),
                each[from]));
        from = k;
      }
    }
    return runs;
  }

  /** Subtracts {@code factor * rate * dividend / divisor} from the weights. */
  void move(double factor) {
    weights.addcdiv_(dividend, divisor, new Scalar(-factor * rate));
  }
}
