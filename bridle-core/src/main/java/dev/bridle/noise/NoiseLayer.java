package dev.bridle.noise;

import dev.bridle.layer.Activations;
import dev.bridle.layer.Layer;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Site;
import dev.bridle.noise.NoiseNode.Order;
import dev.bridle.population.Replicates;
import dev.bridle.tensor.MaskBuffer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Additive normal noise at work, with the deviation {@code sigma} of each member; gradients pass
 * through as they are.
 */
final class NoiseLayer implements Layer {
  private final String place;
  private final Replicates replicates;
  private final MaskBuffer buffer;
  private final Tensor noise;
  private final Tensor sigma;
  private final Tensor output;

  NoiseLayer(NoiseNode node, Site site) {
    int features = node.outputs();
    this.place = node.name();
    this.replicates = site.replicates();
    this.buffer =
        new MaskBuffer(site.arena(), site.precision(), site.members(), site.batch() * features);
    if (node.order() == Order.BY_ROWS) {
      this.output = site.arena().zeros(site.precision(), site.members(), site.batch(), features);
      this.noise = site.arena().keep(buffer.tensor().view_as(output));
    } else {
      Activations outputs = site.activations(features);
      this.output = outputs.training();
      this.noise = site.arena().keep(outputs.ordered(buffer.tensor()));
    }
    this.sigma = site.strengths().get(node.term()).of("sigma", noise);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    if (!pass.noisy()) {
      return input;
    }
    for (Replicates.Group group : replicates.groups()) {
      buffer.normals(group.key().at(place).at(pass.step()).stream(), group.members());
    }
    // product and sum apart: fused, they would round by the number of members
    torch.mul_out(output, noise, sigma);
    output.add_(input);
    return output;
  }

  @Override
  public Tensor backward(Tensor gradient, boolean inputNeeded) {
    return gradient;
  }
}
