package dev.bridle.layer;

import java.util.List;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** What every pooling keeps to: it is libtorch's on images in the usual order. */
interface PoolLaws extends LayerLaws {
  /** The pooling of an input that grows with {@code features}. */
  PoolNode pool(int features);

  @Override
  default Node node(int features) {
    return pool(Math.min(features, 9));
  }

  @Override
  default int numbers(int features) {
    return pool(Math.min(features, 9)).input().size();
  }

  @Override
  default Tensor reference(List<Tensor> weights, Tensor input) {
    PoolNode node = pool(1);
    for (int features = 2; node.input().size() != input.size(2); features++) {
      node = pool(features);
    }
    long rows = input.size(0) * input.size(1);
    Shape in = node.input();
    Tensor images =
        in.isSeries()
            ? input.reshape(rows, in.size(0), in.size(1)).transpose(1, 2).unsqueeze(3)
            : input.reshape(rows, in.size(0), in.size(1), in.size(2));
    Tensor out = pooled(node, images);
    Tensor ordered = in.isSeries() ? out.squeeze(3).transpose(1, 2) : out;
    return ordered.reshape(input.size(0), input.size(1), -1);
  }

  private static Tensor pooled(PoolNode node, Tensor images) {
    long[] window = {node.height(), node.width()};
    long[] stride = {node.stride(), node.stride()};
    long[] none = {0, 0};
    return node.kind() == PoolNode.Kind.MEAN
        ? torch.avg_pool2d(images, window, stride, none, false, true, new LongOptional())
        : torch.max_pool2d(images, window, stride, none, new long[] {1, 1}, false);
  }
}
