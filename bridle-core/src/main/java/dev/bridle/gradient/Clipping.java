package dev.bridle.gradient;

import dev.bridle.layer.Site;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * A bound on gradients. It sees the gradient of data loss and penalties; decay, which comes later,
 * and proximal steps are not clipped.
 *
 * <p>A training with one keeps its gradients apart from velocities, and so may differ in the last
 * bits from one without, even where nothing is clipped.
 */
public interface Clipping extends GradientRule {
  /**
   * Clips, in place.
   *
   * @param gradient rows {@code [K, P]} of all weights
   * @param weights those it acts on; {@link Weight#partOf} finds their part of the rows
   * @param strengths the declared numbers, {@code [K]} each
   */
  void clip(Tensor gradient, List<Weight> weights, Strengths strengths);

  @Override
  default Bound bind(List<Weight> weights, Strengths strengths, Site site) {
    return progress -> clip(site.gradient(), weights, strengths);
  }
}
