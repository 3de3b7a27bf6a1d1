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
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Product;
import dev.bridle.tensor.Tensors;
import java.util.List;
import java.util.Locale;
import org.bytedeco.pytorch.Tensor;

/**
 * Smoothness of convolution kernels: \( R(w_k) = \lambda_k \sum_{o,c} v_{o,c}^\top Q \, v_{o,c} \),
 * v the taps of one filter and channel, Q a matrix that says what is not smooth.
 *
 * <p>{@code order=first}: the squared differences of taps side by side, along each axis. {@code
 * laplacian}: the squared second difference, of an image the sum of both directions, at taps that
 * have neighbours on all sides. {@code gaussian}: Q is the inverse of a covariance \( e^{-d^2 / 2
 * \ell^2} \) of taps at distance d, plus 0.01 on its diagonal: kernels are smooth over about \(
 * \ell \) taps. Neither Keras nor PyTorch has any of them.
 *
 * <p>Kernels {@code [K, out, in, h, w]} or {@code [K, out, in, taps]}, strengths and result {@code
 * [K]}, \( \lambda \ge 0 \); other weights are refused. Feinman and Lake, CogSci 2019.
 */
public final class SmoothKernel implements Penalty {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "smooth-kernel",
          Kind.PENALTY,
          "Adds the roughness of convolution kernels to the loss: taps side by side become alike.",
          "lambda * sum(squared differences of taps side by side), their Laplacian, or v^T C^-1 v"
              + " with a Gaussian covariance C of taps",
          List.of(
              Parameter.strength("lambda", "strength"),
              Parameter.number("length", "over which kernels are smooth (gaussian)", Range.above(0))
                  .withFallback(1)),
          List.of(Choice.of("order", "what is not smooth", "first", "laplacian", "gaussian")),
          "conv",
          Places.WEIGHTS,
          "Feinman and Lake, CogSci 2019");

  /** What is not smooth. */
  public enum Order {
    /** Differences of taps side by side. */
    FIRST,
    /** Second differences. */
    LAPLACIAN,
    /** What is unlikely under a Gaussian covariance. */
    GAUSSIAN
  }

  private final Order order;

  /** Smoothness of one order. */
  public SmoothKernel(Order order) {
    this.order = order;
  }

  /** As written in a recipe. */
  public static SmoothKernel of(Settings settings) {
    return new SmoothKernel(Order.valueOf(settings.word("order").toUpperCase(Locale.ROOT)));
  }

  @Override
  public void requireWeight(WeightSpec weight) {
    if (weight.shape().size() < 3) {
      throw new IllegalArgumentException(
          "smooth-kernel on "
              + weight.name()
              + " "
              + weight.shape()
              + ": expected a convolution, whose taps have neighbours; choose the place @conv");
    }
  }

  @Override
  public Tensor value(Weight weight, Strengths strengths) {
    Tensor v = taps(weight.value());
    Tensor sums = Tensors.sumPerMember(v.matmul(roughness(weight, v, strengths)).mul(v));
    return sums.mul_(strengths.of("lambda", sums));
  }

  /** \( 2 \lambda Q v \), added by the product itself. */
  @Override
  public void addGradient(Weight weight, Tensor gradient, Strengths strengths) {
    Tensor v = taps(weight.value());
    Tensor q = roughness(weight, v, strengths);
    Tensor scaled = q.mul(strengths.of("lambda", q)).mul_(Tensors.factor(2, q));
    Product.of(taps(gradient), v, scaled).run(1);
  }

  @Override
  public boolean byUnits() {
    return true;
  }

  /** {@code [K, out, in, taps...] -> [K, out in, taps]}. */
  private static Tensor taps(Tensor kernel) {
    long filters = kernel.size(1) * kernel.size(2);
    return kernel.view(kernel.size(0), filters, kernel.numel() / kernel.size(0) / filters);
  }

  /** Q of each member, {@code [K, taps, taps]}. */
  private Tensor roughness(Weight weight, Tensor v, Strengths strengths) {
    List<Integer> shape = weight.spec().shape();
    int width = shape.get(shape.size() - 1);
    int height = shape.size() == 4 ? shape.get(2) : 1;
    int n = height * width;
    double[] all = new double[(int) v.size(0) * n * n];
    for (int k = 0; k < v.size(0); k++) {
      double length = order == Order.GAUSSIAN ? strengths.get("length").get(k) : 0;
      double[] own = Roughness.of(order, height, width, length);
      System.arraycopy(own, 0, all, k * n * n, n * n);
    }
    return Tensors.of(Precision.of(v), all, v.size(0), n, n);
  }
}
