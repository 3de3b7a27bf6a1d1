package dev.bridle.layer;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** What every way to compute a convolution keeps to: it is libtorch's, member by member. */
interface ConvolutionLaws extends LayerLaws {
  /** The convolution for an input that grows with {@code features}. */
  ConvolutionNode convolution(int features);

  @Override
  default Node node(int features) {
    return convolution(Math.min(features, 9));
  }

  @Override
  default int numbers(int features) {
    return convolution(Math.min(features, 9)).input().size();
  }

  @Override
  default Tensor reference(List<Tensor> weights, Tensor input) {
    ConvolutionNode node = ofInput((int) input.size(2));
    List<Tensor> outputs = new ArrayList<>();
    for (int k = 0; k < input.size(0); k++) {
      Tensor x = input.select(0, k);
      Tensor w = weights.get(0).select(0, k);
      TensorOptional b = new TensorOptional(weights.get(1).select(0, k));
      outputs.add((node.input().isSeries() ? series(node, x, w, b) : image(node, x, w, b)));
    }
    return torch.stack(new TensorVector(outputs.toArray(Tensor[]::new)), 0);
  }

  private ConvolutionNode ofInput(int numbers) {
    for (int features = 1; ; features++) {
      if (convolution(features).input().size() == numbers) {
        return convolution(features);
      }
    }
  }

  private static Tensor image(ConvolutionNode node, Tensor x, Tensor w, TensorOptional b) {
    Shape in = node.input();
    Tensor images = x.reshape(x.size(0), in.size(0), in.size(1), in.size(2));
    long[] stride = {node.stride(), node.stride()};
    long[] padding = {node.padding(), node.padding()};
    Tensor out = torch.conv2d(images, w, b, stride, padding, new long[] {1, 1}, node.groups());
    return out.reshape(x.size(0), -1);
  }

  private static Tensor series(ConvolutionNode node, Tensor x, Tensor w, TensorOptional b) {
    Shape in = node.input();
    Tensor channels = x.reshape(x.size(0), in.size(0), in.size(1)).transpose(1, 2);
    long[] stride = {node.stride()};
    long[] padding = {node.padding()};
    Tensor out = torch.conv1d(channels, w, b, stride, padding, new long[] {1}, node.groups());
    return out.transpose(1, 2).reshape(x.size(0), -1);
  }
}
