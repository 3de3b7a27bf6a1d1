package dev.bridle.layer;

import org.bytedeco.pytorch.Tensor;

/**
 * Activations {@code [K, B, F]} as layers with shapes see them: {@code [K, F, B]} in one piece of
 * memory, feature by feature. That is how most layers leave them; where not, they are copied.
 */
public final class Rows {
  private final Site site;
  private final int features;
  private Tensor copy = Unset.TENSOR;

  /** For activations of so many features. */
  public Rows(Site site, int features) {
    this.site = site;
    this.features = features;
  }

  /** {@code [K, F, B]}, or {@code [1, F, B]} where all members share a batch. */
  public Tensor of(Tensor activations, Pass pass) {
    boolean shared = activations.stride(0) == 0 && activations.size(0) > 1;
    Tensor distinct = shared ? activations.narrow(0, 0, 1) : activations;
    Tensor turned = distinct.transpose(1, 2);
    if (turned.is_contiguous()) {
      return turned;
    }
    if (!pass.training()) {
      return turned.contiguous();
    }
    if (!copy.defined() || copy.size(0) != turned.size(0)) {
      copy = site.arena().zeros(site.precision(), turned.size(0), features, site.batch());
    }
    copy.copy_(turned);
    return copy;
  }

  /** What a layer of the backward pass gets, {@code [K, F, B]}. */
  public static Tensor ofGradient(Tensor gradient) {
    return gradient.transpose(1, 2).contiguous();
  }

  /** Room for {@code [K, F, B]} of an evaluation or a training pass. */
  public static Tensor room(Activations kept, Pass pass, Tensor input) {
    return kept.forPass(pass, input).transpose(1, 2);
  }

  /** {@code [K, F, B] -> [K, before, middle, behind, B]}, a view. */
  public static Tensor split(Tensor ordered, long... sizes) {
    return ordered.view(sizes(ordered, sizes));
  }

  /** The same back, as activations {@code [K, B, F]}. */
  public static Tensor joined(Tensor split, Shape shape) {
    long batch = split.size((int) split.dim() - 1);
    return split.reshape(split.size(0), shape.size(), batch).transpose(1, 2);
  }

  /** The sizes {@code [K, more..., B]}. */
  private static long[] sizes(Tensor ordered, long... more) {
    long[] sizes = new long[more.length + 2];
    sizes[0] = ordered.size(0);
    System.arraycopy(more, 0, sizes, 1, more.length);
    sizes[more.length + 1] = ordered.size(2);
    return sizes;
  }
}
