package dev.bridle.gradient;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Range;
import dev.bridle.layer.Site;
import dev.bridle.population.Progress;
import dev.bridle.population.Replicates;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.MaskBuffer;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Tensors;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;

/**
 * Normal noise on the gradient that dies away: \( g_{k,t} \leftarrow g_{k,t} + \varepsilon, \;
 * \varepsilon \sim N\big(0, \eta_k / (1+t)^{\gamma_k}\big) \), t counted from 0.
 *
 * <p>\( \eta \) is a variance (the source tries 0.01, 0.3 and 1), not a standard deviation. On all
 * weights and biases; before or after a clipping as the recipe is written. Rows {@code [K, P]},
 * noise by replicate, weight and step, \( \eta \ge 0 \), \( \gamma \ge 0 \), {@code [K]}; \( \eta =
 * 0 \) changes no bit. Keras and PyTorch have nothing built in. Neelakantan et al., arXiv
 * 1511.06807, 2015, section 3.
 */
public final class GradientNoise implements GradientRule {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "gradient-noise",
          Kind.GRADIENT,
          "Adds normal noise to the gradient, less and less of it, so that the start is no fate.",
          "g <- g + e, e normal with mean 0 and variance eta / (1 + t)^gamma in update t",
          List.of(
              Parameter.strength("eta", "variance of the noise in the first update"),
              Parameter.number("gamma", "how fast it dies away", Range.atLeast(0))
                  .withFallback(0.55)),
          List.of(),
          "",
          Places.NONE,
          "Neelakantan et al., arXiv 1511.06807, 2015, section 3");

  @Override
  public boolean looksAtGradient() {
    return false;
  }

  @Override
  public Bound bind(List<Weight> weights, Strengths strengths, Site site) {
    List<Part> parts = weights.stream().map(w -> new Part(w, site)).toList();
    return progress -> {
      PerMember deviations = deviations(strengths, progress);
      parts.forEach(part -> part.add(progress.update() - 1, deviations));
    };
  }

  private static PerMember deviations(Strengths strengths, Progress progress) {
    PerMember eta = strengths.get("eta");
    PerMember gamma = strengths.get("gamma");
    double t = progress.update() - 1.0;
    return PerMember.of(
        IntStream.range(0, eta.size())
            .mapToDouble(k -> Math.sqrt(eta.get(k) / Math.pow(1 + t, gamma.get(k))))
            .toArray());
  }

  /** The noise of one weight. */
  private static final class Part {
    private final String place;
    private final Site site;
    private final MaskBuffer buffer;
    private final Tensor gradient;
    private final Tensor noise;

    Part(Weight weight, Site site) {
      this.place = weight.spec().name() + "/" + DECLARATION.name();
      this.site = site;
      this.gradient = site.gradientOf(weight);
      this.buffer =
          new MaskBuffer(site.arena(), site.precision(), site.members(), weight.spec().size());
      this.noise = site.arena().keep(buffer.tensor().view(Tensors.shape(gradient)));
    }

    void add(long step, PerMember deviations) {
      for (Replicates.Group group : site.replicates().groups()) {
        buffer.normals(group.key().at(place).at(step).stream(), group.members());
      }
      Tensor scale = deviations.tensor(site.precision(), (int) noise.dim());
      gradient.add_(noise.mul_(scale));
    }
  }
}
