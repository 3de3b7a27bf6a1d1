package dev.bridle.pruning;

import dev.bridle.constraint.Constraint;
import dev.bridle.declaration.Choice;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Parameter.Spacing;
import dev.bridle.declaration.Range;
import dev.bridle.declaration.Settings;
import dev.bridle.population.Population;
import dev.bridle.population.Progress;
import dev.bridle.population.StatisticSpec;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.population.WeightSpec;
import dev.bridle.tensor.Tensors;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Magnitude pruning: a share of each weight's numbers, the smallest, is 0, and what is 0 stays 0;
 * the share grows from 0 to {@code sparsity} between two points of the training, \( s(p) = s_f \,
 * (1 - (1-p)^3) \) with p the share of the way from {@code from} to {@code until}.
 *
 * <p>{@code schedule=linear} takes \( s_f \, p \), {@code at-once} all of it at {@code from}.
 * {@code by=unit-norm} makes whole units 0, those of the smallest norms, so that they can be left
 * out of the network; biases stay. The share is renewed at each hundredth of the training, however
 * short it is (TensorFlow's pruning renews every 100 steps, and does nothing on small data), and
 * holds after each update, where PyTorch's {@code torch.nn.utils.prune} masks a copy and other
 * tools mask at the end of an epoch. Of each weight by itself, not over all layers together. The
 * share of a weight is rounded down to whole numbers; of equal sizes the first ones go. Weights
 * {@code [K, out, in]}; numbers {@code [K]}; a sparsity of 0 changes no bit. Zhu and Gupta, ICLR
 * workshop 2018 (arXiv 1710.01878), equation 1; Han et al., NeurIPS 2015.
 */
public final class Prune implements Constraint {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "prune",
          Kind.CONSTRAINT,
          "Sets the smallest weights to zero for good, more and more of them during the training.",
          "a share s of the numbers of smallest |w| is 0; s = sparsity * (1 - (1 - p)^3), p the way"
              + " from from to until",
          List.of(
              Parameter.number(
                      "sparsity", "share of zeros at the end", new Range(0, true, 1, false))
                  .absentAt(0)
                  .spaced(Spacing.LINEAR),
              Parameter.number(
                      "from", "share of the training at which it begins", Range.closed(0, 1))
                  .withFallback(0.1)
                  .spaced(Spacing.LINEAR),
              Parameter.number(
                      "until", "share of the training at which all are pruned", Range.closed(0, 1))
                  .withFallback(0.6)
                  .spaced(Spacing.LINEAR)),
          List.of(
              Choice.of("schedule", "how the share grows", "cubic", "linear", "at-once"),
              Choice.of("by", "what is compared", "magnitude", "unit-norm")),
          "weights",
          Places.WEIGHTS,
          "Zhu and Gupta, arXiv 1710.01878, 2017, equation 1; Han et al., NeurIPS 2015");

  /** How the share of zeros grows. */
  public enum Schedule {
    /** Fast at first, when there is most that can go. */
    CUBIC,
    /** Evenly. */
    LINEAR,
    /** All at the beginning. */
    AT_ONCE;

    /** The share of all that will go, after a share {@code way} of the way. */
    double share(double way) {
      return switch (this) {
        case CUBIC -> 1 - Math.pow(1 - way, 3);
        case LINEAR -> way;
        case AT_ONCE -> 1;
      };
    }
  }

  private static final String MASK = "mask";

  /** In how many steps the share grows at most. */
  private static final int RENEWALS = 100;

  /** 0.29 times 100 is 28.999... in binary, and 29 is meant. */
  private static final double ROUNDING = 1e-9;

  private static final Scalar ZERO = Tensors.constant(0);

  /** Less than any size. */
  private static final Scalar MARKED = Tensors.constant(-1);

  private final Schedule schedule;
  private final boolean byUnits;

  /** Pruning of single numbers, or of whole units. */
  public Prune(Schedule schedule, boolean wholeUnits) {
    this.schedule = schedule;
    this.byUnits = wholeUnits;
  }

  /** As written in a recipe. */
  public static Prune of(Settings settings) {
    String word = settings.word("schedule").toUpperCase(Locale.ROOT).replace('-', '_');
    return new Prune(Schedule.valueOf(word), settings.word("by").equals("unit-norm"));
  }

  @Override
  public void project(Weight weight, Strengths strengths) {
    Tensor value = weight.value();
    weight.remembered(MASK).ifPresent(mask -> value.mul_(mask.view_as(value)));
  }

  @Override
  public void project(Weight weight, Strengths strengths, Progress progress) {
    long every = Math.max(1, progress.updates() / RENEWALS);
    if (progress.update() % every == 0 || progress.update() == progress.updates()) {
      weight.remembered(MASK).ifPresent(mask -> renew(weight, mask, strengths, progress));
    }
    project(weight, strengths);
  }

  /** The largest number that should be 0, in shares of the largest of all. */
  @Override
  public Tensor violation(Weight weight, Strengths strengths) {
    Tensor sizes = weight.value().abs();
    Tensor outside =
        weight
            .remembered(MASK)
            .map(mask -> sizes.mul(Tensors.factor(1, sizes).sub(mask.view_as(sizes))))
            .orElseGet(() -> sizes.mul(Tensors.factor(0, sizes)));
    long[] all = {1};
    Tensor largest = sizes.reshape(sizes.size(0), -1).amax(all, false);
    return outside
        .reshape(sizes.size(0), -1)
        .amax(all, false)
        .div_(largest.clamp_min_(new Scalar(Float.MIN_NORMAL)));
  }

  @Override
  public Optional<StatisticSpec> remembers(WeightSpec weight) {
    return Optional.of(
        new StatisticSpec(Population.rememberedName(weight, MASK), weight.size(), 1));
  }

  private void renew(Weight weight, Tensor mask, Strengths strengths, Progress progress) {
    for (int k = 0; k < weight.members(); k++) {
      Tensor sizes = sizes(weight, k);
      Tensor own = mask.select(0, k).view(sizes.numel(), -1);
      long gone = (long) (share(strengths, k, progress.share()) * sizes.numel() + ROUNDING);
      Tensor isGone = own.select(1, 0).eq(ZERO);
      if (gone > isGone.sum().item_long()) {
        // what is 0 for good goes first, then of equal sizes the earlier one
        Tensor smallest = smallest(gone, sizes.masked_fill_(isGone, MARKED));
        own.masked_fill_(smallest.unsqueeze(1), ZERO);
      }
    }
  }

  /** Which are the smallest so many, found by a threshold: sorting costs ten times as much. */
  private static Tensor smallest(long count, Tensor sizes) {
    Tensor threshold = sizes.kthvalue(count).get0();
    Tensor below = sizes.lt(threshold);
    Tensor equal = sizes.eq(threshold);
    long left = count - below.sum().item_long();
    return below.logical_or_(equal.logical_and(equal.cumsum(0).le(new Scalar(left))));
  }

  /** What is compared: the size of each number of member {@code k}, or the norm of each unit. */
  private Tensor sizes(Weight weight, int k) {
    Tensor one = weight.value().narrow(0, k, 1);
    return (byUnits ? Tensors.norm(one, weight.incomingAxes()) : one.abs()).reshape(-1);
  }

  /** The share that is 0 once a share {@code done} of the training is done. */
  double share(Strengths strengths, int k, double done) {
    double from = strengths.get("from").get(k);
    double until = Math.max(from, strengths.get("until").get(k));
    if (done < from) {
      return 0;
    }
    double way = until > from ? Math.min(1, (done - from) / (until - from)) : 1;
    return strengths.get("sparsity").get(k) * schedule.share(way);
  }
}
