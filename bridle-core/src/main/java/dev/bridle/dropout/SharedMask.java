package dev.bridle.dropout;

import dev.bridle.layer.Activations;
import dev.bridle.layer.Layer;
import dev.bridle.layer.Node;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Rows;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Site;
import dev.bridle.population.Replicates;
import dev.bridle.tensor.MaskBuffer;
import dev.bridle.tensor.PerMember;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A dropout of which many numbers of a row share a mask, as a value: those of a channel, or all.
 *
 * @param byChannel whether each channel has a mask of its own; otherwise each row has one
 */
record SharedMask(String name, Shape shape, int term, boolean byChannel) implements Node {
  /** The axes {@code [before, masks, behind]} of a row. */
  long[] axes() {
    return byChannel ? shape.aroundChannels() : new long[] {1, 1, shape.size()};
  }

  @Override
  public boolean trainingOnly() {
    return true;
  }

  @Override
  public Layer build(Site site) {
    return new SharedMaskLayer(this, site);
  }

  /** It at work: the mask is {@code [K, 1, masks, 1, B]}. */
  private static final class SharedMaskLayer implements Layer {
    private final SharedMask node;
    private final Replicates replicates;
    private final PerMember rates;
    private final MaskBuffer factors;
    private final Tensor mask;
    private final Rows rows;
    private final Activations outputs;

    SharedMaskLayer(SharedMask node, Site site) {
      int masks = (int) node.axes()[1];
      this.node = node;
      this.replicates = site.replicates();
      this.rates = site.strengths().get(node.term()).get("rate");
      this.factors =
          new MaskBuffer(site.arena(), site.precision(), site.members(), site.batch() * masks);
      this.mask =
          site.arena().keep(factors.tensor().view(site.members(), 1, masks, 1, site.batch()));
      this.rows = new Rows(site, node.outputs());
      this.outputs = site.activations(node.outputs());
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
      if (!pass.noisy()) {
        return input;
      }
      for (Replicates.Group group : replicates.groups()) {
        factors.draw(group.key().at(node.name()).at(pass.step()).stream());
        for (int k : group.members()) {
          factors.mask(k, rates.get(k));
        }
      }
      Tensor x = Rows.split(rows.of(input, pass), node.axes());
      Tensor out = Rows.split(Rows.room(outputs, pass, input), node.axes());
      torch.mul_out(out, x, mask);
      return Rows.joined(out, node.shape());
    }

    @Override
    public Tensor backward(Tensor gradient, boolean inputNeeded) {
      Tensor g = Rows.split(Rows.ofGradient(gradient), node.axes());
      return Rows.joined(g.mul_(mask), node.shape());
    }
  }
}
