package dev.bridle.penalty;

import dev.bridle.layer.Layer;
import dev.bridle.layer.Node;
import dev.bridle.layer.Pass;
import dev.bridle.layer.PenaltyLayer;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Site;
import dev.bridle.layer.Unset;
import dev.bridle.layer.Woven;
import dev.bridle.population.Strengths;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/** A penalty on activations at one place, as a value. */
record ActivityNode(ActivityPenalty kind, Woven.Spot spot) implements Node {
  @Override
  public String name() {
    return spot.name();
  }

  @Override
  public Shape shape() {
    return spot.shape();
  }

  @Override
  public boolean trainingOnly() {
    return true;
  }

  @Override
  public Optional<String> penalty() {
    return Optional.of(spot.name().substring(spot.name().lastIndexOf('/') + 1));
  }

  @Override
  public Layer build(Site site) {
    return new AtWork(kind, spot, site.strengths().get(spot.term()));
  }

  /** A penalty on activations at work. What is behind must not write over what it has seen. */
  private static final class AtWork implements PenaltyLayer {
    private final ActivityPenalty penalty;
    private final Woven.Spot spot;
    private final Strengths strengths;
    private Tensor seen = Unset.TENSOR;

    AtWork(ActivityPenalty penalty, Woven.Spot spot, Strengths strengths) {
      this.penalty = penalty;
      this.spot = spot;
      this.strengths = strengths;
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
      if (pass.training()) {
        seen = input;
      }
      return input;
    }

    @Override
    public Tensor backward(Tensor gradient, boolean inputNeeded) {
      penalty.addGradient(seen, gradient, strengths, spot);
      return gradient;
    }

    @Override
    public Tensor value(Tensor input) {
      return penalty.value(input, strengths, spot);
    }
  }
}
