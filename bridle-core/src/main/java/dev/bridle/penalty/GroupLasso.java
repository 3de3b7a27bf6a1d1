package dev.bridle.penalty;

import dev.bridle.declaration.Choice;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Range;
import dev.bridle.declaration.Settings;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.population.WeightSpec;
import dev.bridle.tensor.Tensors;
import java.util.List;
import java.util.Locale;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Group lasso: \( R(w_k) = \lambda_k \big( \alpha_k \sum_i |w_{k,i}| + (1-\alpha_k) \sum_g
 * \sqrt{|g|} \, \|w_{k,g}\|_2 \big) \), over the groups g of a weight, each of |g| numbers.
 *
 * <p>A group is what one unit receives ({@code by=unit}; of a convolution a filter, {@code
 * by=filter}), what one input sends out ({@code input}) or the whole weight ({@code layer}); a bias
 * has no inputs and is one group by either of the last two. The share \( \alpha \) of single
 * weights ({@code sparse}) is 0 unless written; at 1 this is {@code l1}.
 *
 * <p>Proximal: right after the update each group is shortened by \( \lambda(1-\alpha)\sqrt{|g|} \)
 * times the update rule's pull, and one that is not longer becomes exactly 0; before that its
 * weights are shrunk one by one as {@code l1} does, by \( \lambda\alpha \) times the pull. SGD,
 * momentum and Nesterov so reach the minimum of loss plus penalty. Adam pulls at each weight
 * differently, and the group's threshold takes the mean of its pulls, those left out whose
 * gradients are a thousand times fainter than the group's strongest (inputs that are constant):
 * that reaches the minimum only where pulls are alike, and tends to shrink more elsewhere.
 *
 * <p>Weights {@code [K, out, in]}, strengths and result {@code [K]}, \( \lambda \ge 0 \), \( \alpha
 * \) in [0, 1]. Yuan and Lin 2006; Scardapane et al. 2017 (networks); Simon et al. 2013 (sparse).
 */
public final class GroupLasso implements Penalty {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "group-lasso",
          Kind.PENALTY,
          "Adds the norms of groups of weights to the loss: useless units or inputs become zero.",
          "lambda * (sparse * sum(|w|) + (1 - sparse) * sum over groups(sqrt(size) * ||w_g||));"
              + " proximal: groups are shortened after the update",
          List.of(
              Parameter.strength("lambda", "strength"),
              Parameter.number("sparse", "share of single weights in lambda", Range.closed(0, 1))
                  .withFallback(0)
                  .absentAt(0)
                  .spaced(Parameter.Spacing.LINEAR)),
          List.of(Choice.of("by", "what makes up a group", "unit", "input", "filter", "layer")),
          "weights",
          Places.WEIGHTS,
          "Yuan and Lin, JRSS B 68, 2006; Scardapane et al., Neurocomputing 241, 2017; Simon et al.,"
              + " J. Comp. Graph. Stat. 22, 2013 (sparse)");

  /** What makes up a group of weights. */
  public enum By {
    /** What one unit receives: a row of a dense weight. */
    UNIT,
    /** What one input sends out: a column of a dense weight. */
    INPUT,
    /** A filter of a convolution: what {@link #UNIT} is there, and an error elsewhere. */
    FILTER,
    /** All numbers of a weight. */
    LAYER;

    private long[] axes(Weight weight) {
      return switch (this) {
        case UNIT, FILTER -> weight.incomingAxes();
        case INPUT -> weight.outgoingAxes();
        case LAYER -> weight.allAxes();
      };
    }
  }

  private static final Scalar ONE = Tensors.constant(1);

  /**
   * By how much fainter than the strongest a weight's gradients may be and still count in the mean.
   * An input that is constant has none at all, and Adam's pull at its weights would decide alone.
   */
  private static final double FAINT = 1000;

  private final By by;

  /** The norms of the given groups. */
  public GroupLasso(By by) {
    this.by = by;
  }

  /** As written in a recipe. */
  public static GroupLasso of(Settings settings) {
    return new GroupLasso(By.valueOf(settings.word("by").toUpperCase(Locale.ROOT)));
  }

  @Override
  public void requireWeight(WeightSpec weight) {
    if (by == By.FILTER && weight.shape().size() < 3) {
      throw new IllegalArgumentException(
          "group-lasso(by=filter) on "
              + weight.name()
              + " "
              + weight.shape()
              + ": expected a convolution; choose the place @conv");
    }
  }

  @Override
  public Tensor value(Weight weight, Strengths strengths) {
    long[] axes = by.axes(weight);
    Tensor norms = Tensors.sumPerMember(Tensors.norm(weight.value(), axes));
    Tensor groups = norms.mul_(rootOfSize(weight, axes)).mul_(rest(strengths, norms));
    Tensor sizes = Tensors.sumPerMember(weight.value().abs());
    Tensor both = sizes.mul_(strengths.of("sparse", sizes)).add_(groups);
    return both.mul_(strengths.of("lambda", both));
  }

  /** Adds nothing: the proximal step does all of it. */
  @Override
  public void addGradient(Weight weight, Tensor gradient, Strengths strengths) {}

  @Override
  public boolean shrinks() {
    return true;
  }

  @Override
  public void shrink(Weight weight, Tensor pull, Strengths strengths) {
    Tensor w = weight.value();
    Tensor lambda = strengths.of("lambda", w);
    if (!strengths.all("sparse", 0)) {
      SoftThreshold.apply(w, pull.mul(strengths.of("sparse", w)).mul_(lambda));
    }
    long[] axes = by.axes(weight);
    Tensor strength = lambda.mul(rest(strengths, w)).mul_(rootOfSize(weight, axes));
    Tensor norm = Tensors.norm(w, axes).clamp_min_(Kernels.SMALLEST);
    Tensor share = mean(pull, axes).mul(strength).div(norm).clamp_max_(ONE);
    w.sub_(w.mul(share)); // exactly 0, never -0, at share 1, and every bit kept at share 0
  }

  @Override
  public boolean byUnits() {
    return by == By.UNIT || by == By.FILTER;
  }

  /**
   * The mean pull of each group, over those weights that count; one that is the same for all of a
   * member's weights as it is.
   */
  private static Tensor mean(Tensor pull, long[] axes) {
    if (pull.numel() == pull.size(0)) {
      return pull;
    }
    Tensor most = pull.amin(axes, true).mul_(Tensors.factor(FAINT, pull));
    Tensor counted = pull.le(most).to(pull.scalar_type());
    Tensor sums = Tensors.sum(pull.mul(counted), true, axes);
    return sums.div_(Tensors.sum(counted, true, axes));
  }

  /** The share of the groups: what single weights leave. */
  private static Tensor rest(Strengths strengths, Tensor like) {
    return strengths.of("sparse", like).neg().add_(ONE);
  }

  private static Tensor rootOfSize(Weight weight, long[] axes) {
    return Tensors.factor(Math.sqrt(size(weight.value(), axes)), weight.value());
  }

  /** How many numbers there are along the given axes together. */
  private static double size(Tensor tensor, long[] axes) {
    double size = 1;
    for (long axis : axes) {
      size *= tensor.size(axis);
    }
    return size;
  }
}
