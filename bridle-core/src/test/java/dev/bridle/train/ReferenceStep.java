package dev.bridle.train;

import dev.bridle.tensor.Gradients;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;

/** Update rules written out in Java, number by number; gradients come from libtorch. */
final class ReferenceStep {
  private static final double MU = 0.9;
  private static final double FIRST = 0.9;
  private static final double SECOND = 0.999;
  private static final double EPSILON = 1e-8;

  private final String rule;
  private final double rate;
  private final List<double[]> velocities = new ArrayList<>();
  private final List<double[]> squares = new ArrayList<>();
  private int t;

  /** One of sgd, momentum and adam with the numbers that they have where nothing is written. */
  ReferenceStep(String rule, double rate) {
    this.rule = rule;
    this.rate = rate;
  }

  /** The gradient of a loss by each weight. */
  static List<double[]> gradients(Function<List<Tensor>, Tensor> loss, List<Tensor> weights) {
    List<double[]> gradients = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      int which = i;
      gradients.add(
          Tensors.toDoubles(
              Gradients.of(
                  w -> {
                    List<Tensor> all = new ArrayList<>();
                    weights.forEach(other -> all.add(other.clone()));
                    all.set(which, w);
                    return loss.apply(all);
                  },
                  weights.get(i))));
    }
    return gradients;
  }

  /** The weights after an update by these gradients. */
  List<Tensor> update(List<Tensor> weights, List<double[]> gradients) {
    t++;
    List<Tensor> moved = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      double[] w = Tensors.toDoubles(weights.get(i));
      if (t == 1) {
        velocities.add(new double[w.length]);
        squares.add(new double[w.length]);
      }
      for (int j = 0; j < w.length; j++) {
        w[j] -= rate * direction(velocities.get(i), squares.get(i), gradients.get(i)[j], j);
      }
      moved.add(Tensors.of(Precision.FLOAT64, w, Tensors.shape(weights.get(i))));
    }
    return moved;
  }

  private double direction(double[] velocity, double[] square, double g, int j) {
    switch (rule) {
      case "momentum" -> {
        velocity[j] = MU * velocity[j] + g;
        return velocity[j];
      }
      case "adam" -> {
        velocity[j] = FIRST * velocity[j] + (1 - FIRST) * g;
        square[j] = SECOND * square[j] + (1 - SECOND) * g * g;
        double mean = velocity[j] / (1 - Math.pow(FIRST, t));
        return mean / (Math.sqrt(square[j] / (1 - Math.pow(SECOND, t))) + EPSILON);
      }
      default -> {
        return g;
      }
    }
  }
}
