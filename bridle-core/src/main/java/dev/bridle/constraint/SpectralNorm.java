package dev.bridle.constraint;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Range;
import dev.bridle.population.Population;
import dev.bridle.population.StatisticSpec;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.population.WeightSpec;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.RandomStream;
import dev.bridle.tensor.Tensors;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Spectral norm: the largest singular value of a weight is at most c, \( \sigma_1(W_k) \le c_k \),
 * so that its layer stretches no input by more than c; by \( W \leftarrow W \min(1, c / \hat\sigma)
 * \).
 *
 * <p>\( \hat\sigma \) comes from at most 20 power iterations a projection, fewer as soon as half a
 * step adds less than a ten-millionth. They start from the singular vector that the last projection
 * ended with, a statistic of the member, plus a thousandth of a fixed vector, without which a
 * direction that overtakes another might never be found; at the start of a training up to 300
 * iterations are made from the fixed vector. \( \hat\sigma \) is never above \( \sigma_1 \) but for
 * a rounding. So after a projection \( \sigma_1 \) may lie above c: by less than 1e-4 of it where
 * an update moves weights by half a percent, by up to half a percent where it moves them by five,
 * as measured on noise. {@link #violation} does not use \( \hat\sigma \): it asks a singular value
 * decomposition in double precision.
 *
 * <p>The whole matrix is scaled, as in Miyato et al., while the nearest matrix of the set would
 * have its large singular values cut; there c is 1 and small matrices are enlarged to it, while
 * here they keep every bit. Keras and PyTorch make one iteration a step, and the value lags behind
 * the weights. The matrix has one row for each unit, {@code [K, units, rest]}; {@code c > 0},
 * {@code [K]}; infinity changes no bit. Miyato, Kataoka, Koyama and Yoshida, ICLR 2018, section
 * 2.1.
 */
public final class SpectralNorm implements Constraint {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "spectral-norm",
          Kind.CONSTRAINT,
          "Keeps the largest singular value of each weight at or below a limit.",
          "W <- W * min(1, c / sigma), sigma the largest singular value by power iteration",
          List.of(
              Parameter.number("c", "largest singular value", Range.limitAbove(0))
                  .withFallback(1)
                  .absentAt(Double.POSITIVE_INFINITY)),
          List.of(),
          "weights",
          Places.WEIGHTS,
          "Miyato, Kataoka, Koyama and Yoshida, ICLR 2018, section 2.1");

  private static final String VECTOR = "singular-vector";
  private static final int AT_THE_START = 300;
  private static final int EACH_TIME = 20;
  private static final double SHARE_OF_FIXED = 1e-3;

  @Override
  public void project(Weight weight, Strengths strengths) {
    if (strengths.all("c", Double.POSITIVE_INFINITY)) {
      return;
    }
    boolean known = weight.remembered(VECTOR).isPresent();
    double[] factors = iterate(weight, known ? EACH_TIME : AT_THE_START);
    for (int k = 0; k < factors.length; k++) {
      factors[k] = Math.min(1, strengths.get("c").get(k) / factors[k]);
    }
    PerMember scale = PerMember.of(factors);
    if (!scale.all(factor -> factor == 1)) {
      Tensor value = weight.value();
      value.mul_(scale.tensor(Precision.of(value), (int) value.dim()));
    }
  }

  @Override
  public Tensor violation(Weight weight, Strengths strengths) {
    Tensor matrices = Scope.PER_UNIT.vectors(weight);
    double[] excess = new double[weight.members()];
    for (int k = 0; k < excess.length; k++) {
      excess[k] = Math.max(0, largest(matrices.select(0, k)) / strengths.get("c").get(k) - 1);
    }
    return Tensors.of(Precision.FLOAT64, excess, excess.length);
  }

  /** What is left where an update moves the weights by five percent. */
  @Override
  public double allowance(Strengths strengths, int member) {
    return 0.01;
  }

  /** A singular value decomposition takes as long as many updates. */
  @Override
  public boolean isDearToCheck() {
    return true;
  }

  /** By the estimate, as the projection sees it; what is remembered stays as it is. */
  @Override
  public Optional<Tensor> closeness(Weight weight, Strengths strengths) {
    Tensor matrices = Scope.PER_UNIT.vectors(weight);
    double[] u = weight.remembered(VECTOR).map(Tensors::toDoubles).orElse(new double[0]);
    double[] start = start(weight.members(), (int) matrices.size(1), u);
    double[] ratio =
        new PowerIteration(matrices).run(start, u.length > 0 ? EACH_TIME : AT_THE_START);
    for (int k = 0; k < ratio.length; k++) {
      ratio[k] /= strengths.get("c").get(k);
    }
    return Optional.of(Tensors.of(Precision.FLOAT64, ratio, ratio.length, 1));
  }

  @Override
  public Optional<StatisticSpec> remembers(WeightSpec weight) {
    return Optional.of(
        new StatisticSpec(
            Population.rememberedName(weight, VECTOR), Scope.PER_UNIT.vectors(weight), 0));
  }

  @Override
  public void remember(Weight weight) {
    iterate(weight, AT_THE_START);
  }

  /** The estimates of all members, and the vectors remembered for the next time. */
  private static double[] iterate(Weight weight, int most) {
    Tensor matrices = Scope.PER_UNIT.vectors(weight);
    Optional<Tensor> known = weight.remembered(VECTOR);
    double[] u = known.map(Tensors::toDoubles).orElse(new double[0]);
    double[] start = start(weight.members(), (int) matrices.size(1), u);
    double[] values = new PowerIteration(matrices).run(start, most);
    known.ifPresent(
        tensor -> tensor.copy_(Tensors.of(Precision.of(tensor), start, Tensors.shape(tensor))));
    return values;
  }

  /** A small share of a fixed vector, which is the same for all members, and what is known. */
  private static double[] start(int members, int rows, double[] known) {
    double[] start = new double[members * rows];
    RandomStream random = Key.of(0).at("spectral-norm").stream();
    double size = SHARE_OF_FIXED * Math.sqrt(3.0 / rows); // uniform in (-1, 1): variance 1/3
    for (int i = 0; i < rows; i++) {
      double fixed = size * random.nextDouble(-1, 1);
      for (int at = i; at < start.length; at += rows) {
        start[at] = fixed + (known.length == 0 ? 0 : known[at]);
      }
    }
    return start;
  }

  /** The largest singular value of a matrix; NaN or infinity if its numbers are not finite. */
  private static double largest(Tensor matrix) {
    Tensor wide = matrix.to(ScalarType.Double);
    double sum = Tensors.toDoubles(wide.abs().sum())[0];
    return Double.isFinite(sum) ? Tensors.toDoubles(torch.linalg_svdvals(wide))[0] : sum;
  }
}
