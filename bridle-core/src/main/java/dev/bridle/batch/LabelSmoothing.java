package dev.bridle.batch;

import dev.bridle.data.Task;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Site;
import dev.bridle.population.Strengths;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Tensors;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;

/**
 * Label smoothing: targets \( t' = (1-\epsilon_k) \, t + \epsilon_k / C \), C the number of
 * classes.
 *
 * <p>The true class so gets \( 1 - \epsilon + \epsilon/C \), as in Keras's and PyTorch's cross
 * entropies; a network that reaches it is not certain of anything. The training loss that is
 * reported is that of the smoothed targets and cannot fall to 0; validation and test use plain
 * ones. Targets {@code [1 or K, B, C]}, \( \epsilon \in [0, 1) \), {@code [K]}; 0 changes no bit.
 * Classes only. Szegedy et al., CVPR 2016, section 7.
 */
public final class LabelSmoothing implements BatchRule {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "label-smoothing",
          Kind.BATCH,
          "Asks for a little less than certainty, so that outputs are not driven to extremes.",
          "t' = (1 - epsilon) t + epsilon / C, C the number of classes",
          List.of(Parameter.rate("epsilon", "share of a target that all classes are given alike")),
          List.of(),
          "",
          Places.NONE,
          "Szegedy et al., CVPR 2016, section 7");

  @Override
  public void requireTask(Task task) {
    task.requireClasses(DECLARATION.name());
  }

  @Override
  public Bound bind(Strengths strengths, Site site, Shape input) {
    PerMember epsilon = strengths.get("epsilon");
    Tensor share = site.arena().keep(map(epsilon, 1).tensor(site.precision(), 3));
    Tensor all = strengths.of("epsilon", share);
    return (batch, step) -> {
      double classes = batch.targets().size(2);
      Tensor alike = all.mul(Tensors.factor(1 / classes, all));
      // product and sum apart: fused, they would round by the number of members
      return batch.withTargets(batch.targets().mul(share).add_(alike));
    };
  }

  /** {@code one - value} for each member. */
  private static PerMember map(PerMember values, double one) {
    return PerMember.of(
        IntStream.range(0, values.size()).mapToDouble(k -> one - values.get(k)).toArray());
  }
}
