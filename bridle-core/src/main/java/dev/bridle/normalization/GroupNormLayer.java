package dev.bridle.normalization;

import dev.bridle.layer.Activations;
import dev.bridle.layer.Layer;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Rows;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Site;
import dev.bridle.layer.Unset;
import dev.bridle.normalization.GroupNorm.GroupNormNode;
import dev.bridle.population.Weight;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Group normalisation at work; the gradients are those of layer normalisation, a mean being one
 * over a group.
 *
 * <p>Members that stand side by side and have as many groups are computed together, on {@code [k,
 * before, groups, rest, B]}.
 */
final class GroupNormLayer implements Layer {
  private static final Scalar ONE = Tensors.constant(1);

  private final Shape shape;
  private final Tensor scale;
  private final Tensor shift;
  private final Tensor scaleGradient;
  private final Tensor shiftGradient;
  private final Tensor epsilon;
  private final Site site;
  private final Rows rows;
  private final Activations normalized;
  private final List<Span> spans = new ArrayList<>();

  /** Members side by side that have as many groups. */
  private static final class Span {
    private final int from;
    private final int members;
    private final long[] axes;
    private final Tensor epsilon;
    private Tensor inverse = Unset.TENSOR;

    Span(int from, int members, long[] axes, Tensor epsilon) {
      this.from = from;
      this.members = members;
      this.axes = axes;
      this.epsilon = epsilon;
    }

    Tensor of(Tensor ordered) {
      return Rows.split(ordered.narrow(0, from, members), axes);
    }

    Tensor means(Tensor split) {
      double count = (double) axes[0] * axes[2];
      return Tensors.sum(split, true, 1, 3).mul_(Tensors.constant(1 / count));
    }
  }

  GroupNormLayer(GroupNormNode node, Site site) {
    Weight scaleWeight = site.population().weight(node.scale().name());
    Weight shiftWeight = site.population().weight(node.shift().name());
    this.shape = node.shape();
    this.scale = site.arena().keep(byChannel(scaleWeight.value()));
    this.shift = site.arena().keep(byChannel(shiftWeight.value()));
    this.scaleGradient = site.gradientOf(scaleWeight);
    this.shiftGradient = site.gradientOf(shiftWeight);
    this.epsilon = site.strengths().get(node.term()).of("epsilon", scale);
    this.site = site;
    this.rows = new Rows(site, shape.size());
    this.normalized = site.activations(shape.size());
    PerMember groups = site.strengths().get(node.term()).get("groups");
    for (int from = 0; from < groups.size(); ) {
      int end = from + 1;
      while (end < groups.size() && groups.get(end) == groups.get(from)) {
        end++;
      }
      long[] axes = axes(node, (int) groups.get(from));
      Tensor own = site.arena().keep(epsilon.narrow(0, from, end - from));
      spans.add(new Span(from, end - from, axes, own));
      from = end;
    }
  }

  private static long[] axes(GroupNormNode node, int groups) {
    long[] around = node.shape().aroundChannels();
    if (around[1] % groups != 0) {
      throw new IllegalArgumentException(
          node.name()
              + ": groups = "
              + groups
              + ", expected a divisor of "
              + around[1]
              + " channels");
    }
    return new long[] {around[0], groups, around[1] / groups * around[2]};
  }

  /** {@code [K, C] -> [K, 1, C, 1, 1]}. */
  private static Tensor byChannel(Tensor numbers) {
    return numbers.view(numbers.size(0), 1, numbers.size(1), 1, 1);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor x = rows.of(input, pass);
    Tensor all = x.size(0) == input.size(0) ? x : input.transpose(1, 2).contiguous();
    Tensor out = Rows.room(normalized, pass, input);
    for (Span span : spans) {
      Tensor centered = span.of(all);
      centered = centered.sub(span.means(centered));
      Tensor variance = span.means(centered.mul(centered));
      Tensor inverse = variance.add_(span.epsilon).sqrt_().reciprocal_();
      span.of(out).copy_(centered.mul_(inverse));
      if (pass.training()) {
        span.inverse = inverse;
      }
    }
    Tensor channels = Rows.split(out, shape.aroundChannels());
    return Rows.joined(channels.mul(scale).add_(shift), shape);
  }

  @Override
  public Tensor backward(Tensor gradient, boolean inputNeeded) {
    Tensor h = Rows.ofGradient(gradient);
    Tensor kept = normalized.training().transpose(1, 2);
    Tensor byChannel = Rows.split(h, shape.aroundChannels());
    Tensor product = byChannel.mul(Rows.split(kept, shape.aroundChannels()));
    site.accumulate(shiftGradient, Tensors.sum(byChannel, false, 1, 3, 4));
    site.accumulate(scaleGradient, Tensors.sum(product, false, 1, 3, 4));
    if (inputNeeded) {
      byChannel.mul_(scale);
      for (Span span : spans) {
        throughTheGroups(span, span.of(h), span.of(kept));
      }
    }
    return h.transpose(1, 2);
  }

  private static void throughTheGroups(Span span, Tensor h, Tensor kept) {
    Tensor along = span.means(h.mul(kept));
    h.sub_(span.means(h), ONE);
    h.sub_(kept.mul(along), ONE).mul_(span.inverse);
  }
}
