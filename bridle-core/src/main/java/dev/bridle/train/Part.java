package dev.bridle.train;

import dev.bridle.data.Dataset;
import dev.bridle.data.Scaling;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * One part (train, validation or test) of the data of R replicates, scaled, as tensors.
 *
 * @param keys which replicate each belongs to, {@code [R]}
 * @param inputs {@code [R, N, F]}
 * @param targets {@code [R, N, O]}: one 1 among zeros for a class, scaled numbers otherwise
 * @param rows N, the same for all replicates
 */
record Part(List<Key> keys, Tensor inputs, Tensor targets, int rows) {

  static Part of(
      List<Key> keys,
      List<Dataset> parts,
      List<Scaling> scalings,
      Precision precision,
      Arena arena) {
    Dataset first = parts.get(0);
    int rows = first.size();
    int features = first.features();
    int outputs = first.task().outputs();
    Tensor inputs = arena.zeros(precision, parts.size(), rows, features);
    Tensor targets = arena.zeros(precision, parts.size(), rows, outputs);
    for (int r = 0; r < parts.size() && rows > 0; r++) {
      requireSame(first, parts.get(r));
      try (Tensor x = inputs.select(0, r);
          Tensor y = targets.select(0, r)) {
        Tensors.write(x, scalings.get(r).inputs(parts.get(r).inputs()));
        Tensors.write(y, targets(parts.get(r), scalings.get(r)));
      }
    }
    return new Part(keys, inputs, targets, rows);
  }

  /** Where the data of a replicate stand, in [0, R). */
  int indexOf(Key replicate) {
    return keys.indexOf(replicate);
  }

  private static float[] targets(Dataset part, Scaling scaling) {
    if (!part.isClassification()) {
      return scaling.targets(part.values());
    }
    int classes = part.task().outputs();
    float[] oneHot = new float[part.size() * classes];
    for (int i = 0; i < part.size(); i++) {
      oneHot[i * classes + part.labels()[i]] = 1;
    }
    return oneHot;
  }

  private static void requireSame(Dataset first, Dataset other) {
    if (other.size() != first.size() || other.features() != first.features()) {
      throw new IllegalArgumentException(
          "replicates of " + first + " and " + other + ": expected parts of equal size");
    }
  }
}
