package dev.bridle.export;

import dev.bridle.data.Scaling;
import dev.bridle.data.Task;
import dev.bridle.metric.Predictions;
import java.util.List;
import java.util.Optional;

/**
 * How far a model's answers are from those of the network it was made of.
 *
 * <p>Probabilities are compared as they are, numbers in units of the target's deviation on the
 * training rows, or of their own distance from its mean if that is larger: single precision has
 * seven digits wherever they begin. Rows go in one by one, and 257 at a time. The model's own
 * labels have to be the network's, except between two classes whose probabilities are closer than
 * the tolerance.
 *
 * @param rows how many rows were compared
 * @param source where they came from
 * @param difference the largest difference
 * @param problem what is wrong, if anything is
 */
public record Verification(int rows, String source, double difference, Optional<String> problem) {
  /** The largest difference that is allowed. */
  public static final double TOLERANCE = 1e-5;

  /** How many rows go in at once the second time. */
  static final int BATCH = 257;

  /** Compares the two on rows. */
  static Verification of(NetworkPredictor network, OnnxPredictor model, Rows rows) {
    Predictions expected = network.predict(rows);
    Comparison comparison = new Comparison(network, expected);
    for (int size : List.of(1, BATCH)) {
      for (int from = 0; from < rows.count() && comparison.problem.isEmpty(); from += size) {
        comparison.add(model.answer(rows.range(from, from + size)), from);
      }
    }
    return new Verification(
        rows.count(), fileName(rows.source()), comparison.worst, comparison.problem);
  }

  private static String fileName(String source) {
    String name = source.replace('\\', '/');
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static final class Comparison {
    private final Predictions expected;
    private final Task task;
    private final Scaling scaling;
    private double worst;
    private Optional<String> problem = Optional.empty();

    Comparison(NetworkPredictor network, Predictions expected) {
      this.expected = expected;
      this.task = network.task();
      this.scaling = network.network().scaling();
    }

    void add(OnnxPredictor.Answer said, int from) {
      for (int row = 0; row < said.predictions().size(); row++) {
        for (int output = 0; output < task.outputs(); output++) {
          compare(from + row, output, said.predictions().get(row, output));
        }
        if (task instanceof Task.Classification) {
          compareLabel(from + row, said.labels().get(row));
        }
      }
    }

    private void compare(int row, int output, double found) {
      double wanted = expected.get(row, output);
      double difference = Math.abs(found - wanted) / unit(output, wanted);
      if (difference <= TOLERANCE) {
        worst = Math.max(worst, difference);
      } else if (problem.isEmpty()) { // not a number, too
        worst = difference;
        problem =
            Optional.of(
                "row "
                    + (row + 1)
                    + ": the model says "
                    + found
                    + ", the network "
                    + wanted
                    + ", expected a difference of at most "
                    + TOLERANCE);
      }
    }

    private double unit(int output, double wanted) {
      if (task instanceof Task.Classification) {
        return 1;
      }
      double distance = Math.abs(wanted - scaling.targetMean()[output]);
      return Math.max(scaling.targetDeviation()[output], distance);
    }

    private void compareLabel(int row, String label) {
      int found = ((Task.Classification) task).classes().indexOf(label);
      int wanted = expected.label(row);
      boolean close =
          found >= 0 && expected.get(row, wanted) - expected.get(row, found) <= TOLERANCE;
      if (!close && problem.isEmpty()) {
        problem =
            Optional.of(
                "row "
                    + (row + 1)
                    + ": the model's label is \""
                    + label
                    + "\", the network's \""
                    + expected.labelName(row)
                    + "\"");
      }
    }
  }
}
