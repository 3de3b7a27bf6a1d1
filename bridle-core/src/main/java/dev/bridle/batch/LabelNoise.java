package dev.bridle.batch;

import dev.bridle.data.Task;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Site;
import dev.bridle.population.Strengths;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.RandomStream;
import dev.bridle.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Wrong labels, for experiments: each training row has, with probability p, another class for the
 * whole training, any of the others with equal chance.
 *
 * <p>Which rows those are belongs to the replicate; a higher rate takes the rows of a lower one and
 * more. Validation and test rows keep their labels, so that what is measured is how well a
 * regularizer keeps a network from learning mistakes by heart. Targets {@code [K, B, C]}, p in [0,
 * 1), {@code [K]}; 0 changes no bit. Classes only. Zhang et al., ICLR 2017, section 2.1 (there any
 * class, the true one included).
 */
public final class LabelNoise implements BatchRule {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "label-noise",
          Kind.BATCH,
          "Gives a share of the training rows a wrong class, for experiments.",
          "t' = t, or with probability rate another class, the same in all epochs",
          List.of(Parameter.rate("rate", "probability of a wrong class")),
          List.of(),
          "",
          Places.NONE,
          "Zhang et al., ICLR 2017, section 2.1");

  @Override
  public void requireTask(Task task) {
    task.requireClasses(DECLARATION.name());
  }

  @Override
  public Bound bind(Strengths strengths, Site site, Shape input) {
    PerMember rates = strengths.get("rate");
    List<Key> keys =
        site.replicates().keys().stream().map(key -> key.at(DECLARATION.name())).toList();
    return (batch, step) -> batch.withTargets(wrong(batch, rates, keys, site));
  }

  private static Tensor wrong(Batch batch, PerMember rates, List<Key> keys, Site site) {
    int members = rates.size();
    int rows = (int) batch.targets().size(1);
    int classes = (int) batch.targets().size(2);
    double[] right = Tensors.toDoubles(batch.targets());
    double[] targets = new double[members * rows * classes];
    for (int k = 0; k < members; k++) {
      int from = batch.targets().size(0) == 1 ? 0 : k * rows * classes;
      for (int b = 0; b < rows; b++) {
        int by = shift(keys.get(k).at(batch.rows().of(k, b)), rates.get(k), classes);
        int to = (k * rows + b) * classes;
        for (int c = 0; c < classes; c++) {
          targets[to + (c + by) % classes] = right[from + b * classes + c];
        }
      }
    }
    return Tensors.of(site.precision(), targets, members, rows, classes);
  }

  /** By how many classes the label of a row is moved on; 0 for most. */
  private static int shift(Key row, double rate, int classes) {
    RandomStream random = row.stream();
    return random.nextDouble() < rate && classes > 1 ? 1 + random.nextInt(classes - 1) : 0;
  }
}
