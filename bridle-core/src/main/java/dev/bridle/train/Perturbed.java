package dev.bridle.train;

import dev.bridle.layer.Site;
import dev.bridle.perturbation.Perturbation;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/**
 * The weights that a recipe changes for the length of a pass: changed before it, put back after it,
 * the gradients turned into those by the weights themselves.
 */
final class Perturbed {
  private final List<Changed> all = new ArrayList<>();

  Perturbed(List<BoundTerm> terms, Site site) {
    for (BoundTerm term : terms) {
      if (term.regularizer() instanceof Perturbation perturbation) {
        for (Weight weight : term.weights(site.population())) {
          all.add(new Changed(perturbation.bind(weight, term.strengths(), site), weight, site));
        }
      }
    }
  }

  /** Before a pass of update {@code step}, counted from 0. */
  void begin(long step) {
    all.forEach(changed -> changed.begin(step));
  }

  /** After the backward pass, the last change first. */
  void end() {
    for (int i = all.size() - 1; i >= 0; i--) {
      all.get(i).end();
    }
  }

  /** One change of one weight. */
  private static final class Changed {
    private final Perturbation.Bound change;
    private final Tensor weight;
    private final Tensor itself;
    private final Tensor gradient;
    private final Optional<Tensor> before;
    private final double carry;

    Changed(Perturbation.Bound change, Weight weight, Site site) {
      boolean carried = site.carry() != 0 && change.slopes().isPresent();
      this.change = change;
      this.weight = weight.value();
      this.itself = site.arena().zeros(site.precision(), Tensors.shape(this.weight));
      this.gradient = site.gradientOf(weight);
      this.carry = site.carry();
      this.before =
          carried
              ? Optional.of(site.arena().zeros(site.precision(), Tensors.shape(this.weight)))
              : Optional.empty();
    }

    void begin(long step) {
      itself.copy_(weight);
      before.ifPresent(velocity -> velocity.copy_(gradient));
      change.apply(step);
    }

    void end() {
      weight.copy_(itself);
      change.slopes().ifPresent(this::multiplyNew);
    }

    /**
     * Multiplies what the pass has added to the gradient rows. Where these are a velocity, v = c
     * v_before + g becomes v + (slope - 1)(v - c v_before), which keeps every bit at a slope of 1.
     */
    private void multiplyNew(Tensor slopes) {
      if (before.isEmpty()) {
        gradient.mul_(slopes);
        return;
      }
      Tensor added = before.get().mul_(Tensors.constant(-carry)).add_(gradient);
      gradient.addcmul_(slopes.sub(Tensors.factor(1, slopes)), added);
    }
  }
}
