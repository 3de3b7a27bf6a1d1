package dev.bridle.penalty;

import dev.bridle.declaration.Choice;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Settings;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.population.WeightSpec;
import dev.bridle.tensor.Product;
import dev.bridle.tensor.Tensors;
import java.util.List;
import java.util.Locale;
import org.bytedeco.pytorch.Tensor;

/**
 * Orthogonality of the vectors \( u_1 \ldots u_n \) of a kernel: soft, \( R(W_k) = \lambda_k
 * \sum_{i,j} (u_i \cdot u_j - \delta_{ij})^2 \), or by cosines, \( \lambda_k \, \frac{2}{n(n-1)}
 * \sum_{i<j} |\cos(u_i, u_j)| \).
 *
 * <p>The vectors are what each unit receives ({@code side=units}: soft is \( \lambda \|WW^\top -
 * I\|_F^2 \)) or what each input sends out ({@code side=inputs}: \( \|W^\top W - I\|_F^2 \)). More
 * vectors than they have numbers cannot be orthogonal: then the other side is what to ask for. Soft
 * draws lengths to 1 as well; cosines leave lengths alone, as Keras's {@code
 * OrthogonalRegularizer}, which gives NaN for a single vector where this is 0. A vector of zeros
 * has no direction: its cosines are 0, and so is its gradient.
 *
 * <p>Kernels {@code [K, out, in]}, strengths and result {@code [K]}, \( \lambda \ge 0 \); biases
 * are refused. Brock et al., ICLR 2017, section 3.3.
 */
public final class Orthogonal implements Penalty {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "orthogonal",
          Kind.PENALTY,
          "Adds what keeps units from being orthogonal to the loss, so that they do not repeat others.",
          "lambda * ||W W^T - I||^2 (soft), lambda * mean over pairs of |cos(u_i, u_j)| (cosine)",
          List.of(Parameter.strength("lambda", "strength")),
          List.of(
              Choice.of("mode", "what is measured", "soft", "cosine"),
              Choice.of("side", "whose vectors are to be orthogonal", "units", "inputs")),
          "weights",
          Places.WEIGHTS,
          "Brock et al., ICLR 2017, section 3.3");

  /** What is measured. */
  public enum Mode {
    /** Squares of all inner products, lengths among them, minus those of orthonormal vectors. */
    SOFT,
    /** Absolute cosines of all pairs. */
    COSINE
  }

  /** Whose vectors are to be orthogonal. */
  public enum Side {
    /** What each unit receives: the rows of a dense weight. */
    UNITS,
    /** What each input sends out: the columns of a dense weight. */
    INPUTS
  }

  private final Mode mode;
  private final Side side;

  /** The orthogonality of one side, measured in one way. */
  public Orthogonal(Mode mode, Side side) {
    this.mode = mode;
    this.side = side;
  }

  /** As written in a recipe. */
  public static Orthogonal of(Settings settings) {
    return new Orthogonal(
        Mode.valueOf(settings.word("mode").toUpperCase(Locale.ROOT)),
        Side.valueOf(settings.word("side").toUpperCase(Locale.ROOT)));
  }

  @Override
  public void requireWeight(WeightSpec weight) {
    Kernels.requireMatrix("orthogonal", weight);
  }

  @Override
  public Tensor value(Weight weight, Strengths strengths) {
    Tensor u = vectors(weight.value());
    Tensor sums = mode == Mode.SOFT ? softSum(u) : cosines(u);
    return sums.mul_(strengths.of("lambda", sums));
  }

  @Override
  public void addGradient(Weight weight, Tensor gradient, Strengths strengths) {
    Tensor u = vectors(weight.value());
    if (mode == Mode.SOFT) {
      addSoft(u, vectors(gradient), strengths);
    } else {
      addCosine(u, vectors(gradient), strengths);
    }
  }

  /** The kernel, or its gradient, with one vector in each row: {@code [K, n, length]}. */
  private Tensor vectors(Tensor kernel) {
    return side == Side.UNITS ? kernel : kernel.transpose(1, 2);
  }

  private static Tensor softSum(Tensor u) {
    Tensor excess = u.bmm(u.transpose(1, 2));
    diagonal(excess).sub_(Tensors.constant(1));
    return Tensors.sumPerMember(excess.square());
  }

  private static Tensor cosines(Tensor u) {
    Tensor v = u.div(lengths(u));
    Tensor cosines = v.bmm(v.transpose(1, 2));
    diagonal(cosines).zero_();
    return Tensors.sumPerMember(cosines.abs()).mul_(Tensors.constant(perPair(u)));
  }

  /** \( 4 \lambda (U U^\top - I) U \), added by the product itself. */
  private static void addSoft(Tensor u, Tensor gradient, Strengths strengths) {
    Tensor excess = Kernels.gram(u);
    diagonal(excess).sub_(Tensors.constant(1));
    excess.mul_(strengths.of("lambda", excess)).mul_(Tensors.factor(4, excess));
    Product.of(gradient, excess, u).run(1);
  }

  /**
   * With directions \( v_i = u_i / \|u_i\| \) and \( h_i = \sum_{j \ne i} \mathrm{sign}(v_i \cdot
   * v_j) v_j \), what of \( h_i \) is at right angles to \( v_i \), over the length of \( u_i \).
   */
  private static void addCosine(Tensor u, Tensor gradient, Strengths strengths) {
    Tensor lengths = lengths(u);
    Tensor v = u.div(lengths);
    Tensor signs = Kernels.gram(v);
    diagonal(signs).zero_();
    Tensor h = Kernels.empty(u, Tensors.shape(u));
    Product.of(h, signs.sign_(), v).run(0);
    Tensor along = Tensors.sum(h.mul(v), true, 2);
    h.sub_(v.mul(along)).div_(lengths).mul_(strengths.of("lambda", h));
    gradient.add_(h.mul_(Tensors.factor(2 * perPair(u), h)));
  }

  private static Tensor lengths(Tensor u) {
    return Tensors.norm(u, 2).clamp_min(Kernels.SMALLEST);
  }

  private static Tensor diagonal(Tensor squares) {
    return squares.diagonal(0, 1, 2);
  }

  /** One over the number of ordered pairs of vectors; 1 where there is no pair. */
  private static double perPair(Tensor u) {
    double n = u.size(1);
    return 1 / Math.max(1, n * (n - 1));
  }
}
