package dev.bridle.batch;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Site;
import dev.bridle.layer.Unset;
import dev.bridle.population.Strengths;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Mixup: each row is mixed with another of its batch, inputs and targets alike: \( x' = x + s \,
 * (\tilde x - x), \; t' = t + s \, (\tilde t - t), \; s = \min(\lambda, 1 - \lambda), \; \lambda
 * \sim \mathrm{Beta}(\alpha_k, \alpha_k) \).
 *
 * <p>The larger share is a row's own, which exchanges no more than the names of the two (the source
 * takes \( \lambda \) as it comes). One share s for each batch and member and one order of partners
 * for each batch and replicate, as in the source's own code; for numbers as for classes. The
 * training loss that is reported is that of mixed rows; validation and test use plain ones. {@code
 * [K, B, F]} and {@code [K, B, O]}, \( \alpha \ge 0 \), {@code [K]}; 0 mixes nothing and changes no
 * bit, 0.1 to 0.4 is usual, 1 draws all shares alike. Keras has {@code MixUp} among its
 * preprocessing layers (for images), torchvision {@code v2.MixUp}. Zhang, Cisse, Dauphin and
 * Lopez-Paz, ICLR 2018, section 2.
 */
public final class Mixup implements BatchRule {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "mixup",
          Kind.BATCH,
          "Trains on mixtures of two rows, so that outputs change evenly from one row to another.",
          "x' = x + s (x~ - x), t' = t + s (t~ - t), x~ another row, s or 1 - s drawn"
              + " from Beta(alpha, alpha)",
          List.of(Parameter.strength("alpha", "both parameters of the beta distribution")),
          List.of(),
          "",
          Places.NONE,
          "Zhang, Cisse, Dauphin and Lopez-Paz, ICLR 2018, section 2");

  @Override
  public void requireInput(Shape input, boolean ids) {
    if (ids) {
      throw new IllegalArgumentException(
          DECLARATION.name() + ": rows are ids here, and there is nothing between two ids");
    }
  }

  @Override
  public Bound bind(Strengths strengths, Site site, Shape input) {
    return new Mixing(strengths.get("alpha"), site);
  }

  /** Mixup at work. */
  private static final class Mixing implements Bound {
    private final PerMember alphas;
    private final Site site;
    private final List<Key> keys;
    private Tensor inputs = Unset.TENSOR;

    Mixing(PerMember alphas, Site site) {
      this.alphas = alphas;
      this.site = site;
      this.keys = site.replicates().keys().stream().map(k -> k.at(DECLARATION.name())).toList();
    }

    @Override
    public Batch apply(Batch batch, long step) {
      Tensor shares = shares(step);
      Tensor x = batch.inputs();
      Tensor distinct = x.stride(0) == 0 ? x.narrow(0, 0, 1) : x; // shared by all members
      if (!inputs.defined()) { // the same memory each step, as the first layer expects
        inputs = site.arena().zeros(site.precision(), Tensors.shape(x));
      }
      mix(inputs, distinct, partners(distinct, step), shares);
      Tensor targets = Tensors.empty(site.precision(), targetShape(batch));
      mix(targets, batch.targets(), partners(batch.targets(), step), shares);
      return new Batch(inputs, targets, batch.rows());
    }

    private static void mix(Tensor out, Tensor x, Tensor partners, Tensor shares) {
      Tensor rows = x.reshape(-1, x.size(2));
      Tensor others = rows.index_select(0, partners).view(x.size(0), x.size(1), x.size(2));
      torch.mul_out(out, others.sub_(x), shares);
      out.add_(x);
    }

    private long[] targetShape(Batch batch) {
      return new long[] {site.members(), batch.targets().size(1), batch.targets().size(2)};
    }

    /** For each row of {@code [1 or K, B, ...]} the number of its partner among all of them. */
    private Tensor partners(Tensor of, long step) {
      int copies = (int) of.size(0);
      int rows = (int) of.size(1);
      long[] partners = new long[copies * rows];
      for (int k = 0; k < copies; k++) {
        int[] order = keys.get(k).at("partners").at(step).stream().permutation(rows);
        for (int b = 0; b < rows; b++) {
          partners[k * rows + b] = (long) k * rows + order[b];
        }
      }
      return Tensors.of(partners, partners.length);
    }

    private Tensor shares(long step) {
      double[] shares = new double[alphas.size()];
      for (int k = 0; k < shares.length; k++) {
        shares[k] = 1 - Beta.draw(alphas.get(k), keys.get(k).at("share").at(step).stream());
      }
      return PerMember.of(shares).tensor(site.precision(), 3);
    }
  }
}
