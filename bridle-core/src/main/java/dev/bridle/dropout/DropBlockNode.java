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
import dev.bridle.tensor.Tensors;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** DropBlock at one place, as a value. */
record DropBlockNode(String name, Shape shape, int term) implements Node {
  @Override
  public boolean trainingOnly() {
    return true;
  }

  @Override
  public Layer build(Site site) {
    return new DropBlockLayer(this, site);
  }

  /**
   * Squares of one size on the maps of a row: {@code maps} of them, {@code height} times {@code
   * width}, each pixel {@code depth} numbers that are dropped apart.
   */
  private record Squares(int maps, int height, int width, int depth, int down, int along) {
    static Squares of(Shape shape, int size) {
      int height = shape.isSeries() ? shape.size(0) : shape.isImage() ? shape.size(1) : 1;
      int width = shape.isImage() ? shape.size(2) : 1;
      int maps = shape.isSeries() ? 1 : shape.channels();
      int depth = shape.isSeries() ? shape.channels() : 1;
      return new Squares(maps, height, width, depth, Math.min(size, height), Math.min(size, width));
    }

    int rows() {
      return height - down + 1;
    }

    int columns() {
      return width - along + 1;
    }

    /** How many corners a row may have. */
    int corners() {
      return maps * rows() * columns() * depth;
    }

    double probability(double rate) {
      double share = (double) height * width / (rows() * columns());
      return Math.min(1, rate / (down * along) * share);
    }

    /** {@code [1, corners B]} -> 1 under squares, {@code [1, F, B]}. */
    Tensor spread(Tensor corners, int batch) {
      long innermost = (long) depth * batch;
      Tensor frame = corners.new_zeros(maps, height + down - 1L, width + along - 1L, innermost);
      Tensor inside = frame.narrow(1, down - 1L, rows()).narrow(2, along - 1L, columns());
      inside.copy_(corners.reshape(maps, rows(), columns(), innermost));
      Tensor images = frame.permute(0, 3, 1, 2); // to libtorch the innermost are channels
      long[] none = {0, 0};
      long[] one = {1, 1};
      Tensor covered = torch.max_pool2d(images, new long[] {down, along}, one, none, one, false);
      return covered.permute(0, 2, 3, 1).reshape(1, -1, batch);
    }
  }

  /** It at work: a mask {@code [K, F, B]}. */
  private static final class DropBlockLayer implements Layer {
    private static final Scalar ONE = Tensors.constant(1);

    private final DropBlockNode node;
    private final Site site;
    private final PerMember rates;
    private final PerMember sizes;
    private final MaskBuffer corners;
    private final Tensor mask;
    private final Rows rows;
    private final Activations outputs;

    DropBlockLayer(DropBlockNode node, Site site) {
      this.node = node;
      this.site = site;
      this.rates = site.strengths().get(node.term).get("rate");
      this.sizes = site.strengths().get(node.term).get("size");
      int most =
          IntStream.range(0, site.members()).map(k -> squares(k).corners()).max().orElseThrow();
      this.corners =
          new MaskBuffer(site.arena(), site.precision(), site.members(), most * site.batch());
      this.mask =
          site.arena().zeros(site.precision(), site.members(), node.outputs(), site.batch());
      this.rows = new Rows(site, node.outputs());
      this.outputs = site.activations(node.outputs());
    }

    private Squares squares(int k) {
      return Squares.of(node.shape, (int) sizes.get(k));
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
      if (!pass.noisy()) {
        return input;
      }
      for (Replicates.Group group : site.replicates().groups()) {
        corners.draw(group.key().at(node.name).at(pass.step()).stream());
        for (int k : group.members()) {
          corners.choose(k, squares(k).probability(rates.get(k)), 1, 0);
          draw(k);
        }
      }
      Tensor x = rows.of(input, pass);
      Tensor out = Rows.room(outputs, pass, input);
      torch.mul_out(out, x, mask);
      return out.transpose(1, 2);
    }

    private void draw(int k) {
      Squares squares = squares(k);
      int count = squares.corners() * site.batch();
      Tensor own = corners.tensor().narrow(0, k, 1).narrow(1, 0, count);
      Tensor kept = squares.spread(own, site.batch()).neg_().add_(ONE);
      double left = Math.max(1, Tensors.toDoubles(kept.sum())[0]); // whole numbers: exact
      kept.mul_(new Scalar(kept.numel() / left));
      mask.narrow(0, k, 1).copy_(kept);
    }

    @Override
    public Tensor backward(Tensor gradient, boolean inputNeeded) {
      return Rows.ofGradient(gradient).mul_(mask).transpose(1, 2);
    }
  }
}
