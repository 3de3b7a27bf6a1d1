package dev.bridle.batch;

import dev.bridle.layer.Shape;
import dev.bridle.layer.Site;
import dev.bridle.population.Population;
import dev.bridle.population.Replicates;
import dev.bridle.population.StateLayout;
import dev.bridle.population.Strengths;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Draw;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * A batch of 23 rows of 5 numbers and 3 classes as a training gives it, and a rule at work on it:
 * where all members are of one replicate, inputs are views of one copy.
 */
final class GivenBatch implements AutoCloseable {
  static final int ROWS = 23;
  static final int FEATURES = 5;
  static final int CLASSES = 3;

  private final Arena arena = new Arena();
  private final Population population;
  private final List<Key> keys;
  private final Shape input;
  private final Batch batch;
  private final BatchRule.Bound bound;

  private GivenBatch(
      BatchRule rule,
      String strength,
      PerMember values,
      Precision precision,
      List<Key> keys,
      Shape input,
      Batch batch) {
    this.keys = keys;
    this.input = input;
    this.population =
        Population.zeros(StateLayout.of(List.of(), List.of()), precision, keys.size());
    Strengths strengths = new Strengths(Map.of(strength, values), precision, arena);
    Site site =
        new Site(
            population,
            population.trained(),
            0,
            Replicates.of(keys),
            List.of(strengths),
            ROWS,
            arena);
    this.batch = batch;
    this.bound = rule.bind(strengths, site, input);
  }

  /** A drawn batch, the same for members of one replicate. */
  static GivenBatch of(
      BatchRule rule, String strength, PerMember values, Precision precision, List<Key> keys) {
    return of(rule, strength, values, precision, keys, Shape.of(FEATURES));
  }

  /** The same with rows of another shape. */
  static GivenBatch of(
      BatchRule rule,
      String strength,
      PerMember values,
      Precision precision,
      List<Key> keys,
      Shape input) {
    int features = input.size();
    boolean shared = keys.stream().distinct().count() == 1;
    int copies = shared ? 1 : keys.size();
    Tensor inputs = Tensors.empty(precision, copies, ROWS, features);
    Tensor targets = Tensors.empty(precision, copies, CLASSES, ROWS).transpose(1, 2);
    for (int k = 0; k < copies; k++) {
      Draw draw = Draw.of(keys.get(k).bits());
      inputs.select(0, k).copy_(draw.tensor(precision, ROWS, features));
      targets.select(0, k).copy_(oneHot(draw, precision));
    }
    Batch batch =
        new Batch(
            inputs.expand(keys.size(), ROWS, features), targets, (k, b) -> 100 + (b * 7) % ROWS);
    return new GivenBatch(rule, strength, values, precision, keys, input, batch);
  }

  private static Tensor oneHot(Draw draw, Precision precision) {
    double[] targets = new double[ROWS * CLASSES];
    double[] classes = draw.uniform(ROWS, 0, CLASSES);
    for (int b = 0; b < ROWS; b++) {
      targets[b * CLASSES + (int) classes[b]] = 1;
    }
    return Tensors.of(precision, targets, ROWS, CLASSES);
  }

  /** Member {@code k}'s batch and the rule by themselves. */
  GivenBatch alone(BatchRule rule, String strength, PerMember own, int k) {
    return of(rule, strength, own, population.precision(), List.of(keys.get(k)), input);
  }

  Batch batch() {
    return batch;
  }

  Batch apply(long step) {
    return bound.apply(batch, step);
  }

  /** The rule on the same batch with a copy of the targets for each member. */
  Batch applyToTargetsOfMembers(long step) {
    Tensor targets = batch.targets().expand(keys.size(), ROWS, CLASSES).contiguous();
    return bound.apply(batch.withTargets(targets), step);
  }

  /** Makes all numbers of member {@code k}'s rows NaN. */
  void poison(int k) {
    batch.inputs().select(0, k).fill_(Tensors.constant(Double.NaN));
    batch.targets().select(0, k).fill_(Tensors.constant(Double.NaN));
  }

  double[] inputs(int k) {
    return inputs(batch, k);
  }

  double[] targets(int k) {
    return targets(batch, k);
  }

  /** What member {@code k} sees, row by row. */
  static double[] inputs(Batch batch, int k) {
    return Tensors.toDoubles(batch.inputs().select(0, k).contiguous());
  }

  /** What member {@code k} should say, row by row. */
  static double[] targets(Batch batch, int k) {
    return Tensors.toDoubles(
        batch.targets().select(0, batch.targets().size(0) == 1 ? 0 : k).contiguous());
  }

  @Override
  public void close() {
    arena.close();
    population.close();
  }
}
