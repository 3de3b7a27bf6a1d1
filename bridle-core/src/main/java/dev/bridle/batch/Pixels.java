package dev.bridle.batch;

import dev.bridle.layer.Shape;
import dev.bridle.layer.Site;
import dev.bridle.layer.Unset;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.RandomStream;
import dev.bridle.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Images that are made anew for each batch out of pixels of their own: for each pixel, which one it
 * is copied from, or that it is blank, 0, which is the mean of its channel where images are
 * standardised.
 *
 * <p>Numbers are copied and never computed with, so that nothing rounds; targets stay. What happens
 * to an image is drawn by replicate, row of the training part and update, so that members of one
 * replicate see the same as far as their strengths allow. {@code [1 or K, B, F]} in, {@code [K, B,
 * F]} out.
 */
final class Pixels implements BatchRule.Bound {
  /** Where a blank pixel comes from. */
  static final int BLANK = -1;

  private final PerMember strengths;
  private final Change change;
  private final Site site;
  private final Shape shape;
  private final List<Key> keys;
  private Tensor inputs = Unset.TENSOR;

  /** What is done to one image, all its channels alike. */
  @FunctionalInterface
  interface Change {
    /**
     * Says where pixels come from.
     *
     * @param strength of the member, not that of absence
     * @param random of this image in this update
     * @param from for each pixel, row by row, the one that it is copied from, or {@link #BLANK}; to
     *     be filled
     */
    void draw(double strength, RandomStream random, int[] from);
  }

  /**
   * A change at work.
   *
   * @param name of the rule, by which its streams are known
   * @param strengths one for each member; 0 is absence
   */
  Pixels(String name, PerMember strengths, Site site, Shape shape, Change change) {
    requireImages(name, shape);
    this.strengths = strengths;
    this.change = change;
    this.site = site;
    this.shape = shape;
    this.keys = site.replicates().keys().stream().map(key -> key.at(name)).toList();
  }

  /** Refuses rows that are no images. */
  static void requireImages(String name, Shape shape) {
    if (!shape.isImage()) {
      throw new IllegalArgumentException(
          name + ": expected images, [channels, height, width], but rows here are " + shape);
    }
  }

  @Override
  public Batch apply(Batch batch, long step) {
    Tensor x = batch.inputs();
    if (!inputs.defined()) { // the same memory each step, as the first layer expects
      inputs = site.arena().zeros(site.precision(), Tensors.shape(x));
    }
    boolean shared = x.stride(0) == 0 || x.size(0) == 1;
    int all = (int) (x.size(1) * x.size(2));
    double[] plain = Tensors.toDoubles((shared ? x.narrow(0, 0, 1) : x).contiguous());
    double[] changed = new double[site.members() * all];
    for (int k = 0; k < site.members(); k++) {
      int source = shared ? 0 : k * all;
      if (strengths.get(k) == 0) {
        System.arraycopy(plain, source, changed, k * all, all);
      } else {
        images(batch, step, k, plain, source, changed);
      }
    }
    Tensors.write(inputs, changed);
    return new Batch(inputs, batch.targets(), batch.rows());
  }

  /** All images of member {@code k}, whose plain ones begin at {@code source}. */
  private void images(Batch batch, long step, int k, double[] plain, int source, double[] changed) {
    int[] from = new int[shape.positions()];
    int rows = (int) batch.inputs().size(1);
    for (int b = 0; b < rows; b++) {
      RandomStream random = keys.get(k).at(batch.rows().of(k, b)).at(step).stream();
      change.draw(strengths.get(k), random, from);
      int image = b * shape.size();
      for (int channel = 0; channel < shape.size(); channel += from.length) {
        int to = k * rows * shape.size() + image + channel;
        for (int p = 0; p < from.length; p++) {
          changed[to + p] = from[p] == BLANK ? 0 : plain[source + image + channel + from[p]];
        }
      }
    }
  }
}
