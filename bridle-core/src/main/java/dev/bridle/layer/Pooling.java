package dev.bridle.layer;

import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Tensor;

/**
 * Activations as libtorch's pooling sees them. In memory that lies feature by feature the rows of a
 * batch are innermost, where libtorch looks for the channels of an image whose channels come last:
 * so they are handed over as such, a channel of a member as an image, the rows of the batch as its
 * channels. All members take one call, which computes each number by itself.
 *
 * @param node the pooling
 */
record Pooling(PoolNode node) {
  private static final long[] NOTHING = {0, 0};
  private static final long[] CLOSE = {1, 1};

  long[] window() {
    return new long[] {node.height(), node.width()};
  }

  long[] stride() {
    return new long[] {node.stride(), node.stride()};
  }

  long[] padding() {
    return NOTHING;
  }

  long[] dilation() {
    return CLOSE;
  }

  /** {@code [K, F, B]}, ordered, of the input as images {@code [K C, B, H, W]}, a view. */
  Tensor input(Tensor ordered) {
    Shape in = node.input();
    return in.isSeries()
        ? images(ordered, 1, in.size(0), 1, in.size(1))
        : images(ordered, in.size(0), in.size(1), in.size(2), 1);
  }

  /** The same of the output. */
  Tensor output(Tensor ordered) {
    Shape in = node.input();
    return in.isSeries()
        ? images(ordered, 1, moves(in.size(0), node.height()), 1, in.size(1))
        : images(
            ordered,
            in.size(0),
            moves(in.size(1), node.height()),
            moves(in.size(2), node.width()),
            1);
  }

  private int moves(int n, int size) {
    return (n - size) / node.stride() + 1;
  }

  private static Tensor images(Tensor ordered, int channels, int height, int width, int innermost) {
    long count = ordered.size(0) * channels;
    long rows = ordered.size(2) * innermost;
    return ordered.view(count, height, width, rows).permute(0, 3, 1, 2);
  }

  /** {@code [K, F, B]} of the input, with all members where they shared a batch. */
  static Tensor ofAll(Tensor ordered, long members) {
    return ordered.size(0) == members
        ? ordered
        : ordered
            .expand(new long[] {members, ordered.size(1), ordered.size(2)}, false)
            .contiguous();
  }

  /** Room for whole numbers beside an output. */
  static Tensor indices(Tensor output) {
    long[] shape = Tensors.shape(output.permute(0, 2, 3, 1));
    long numbers = output.numel();
    return Tensors.of(new long[(int) numbers], shape).permute(0, 3, 1, 2);
  }
}
