package dev.bridle.layer;

import dev.bridle.tensor.Tensors;
import dev.bridle.tensor.Windows;
import dev.bridle.tensor.Windows.Lie;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * How a convolution slides over its input: which blocks of memory its products read, and in which
 * order the kernel must lie for that.
 *
 * <p>Three ways. A series has one block for each position, the steps under the window one behind
 * the other. An image under a window that moves pixel by pixel has one block for each row of the
 * result and each tap, since pixels of a row lie side by side. Where there are few channels, which
 * would make these products flat, or the window moves by more than one, what it sees is gathered
 * first: {@code [C size size, H' W' B]}, then there is one product.
 */
interface Sliding {
  /** With fewer channels than this, gathering costs less than many flat products. */
  int FEW = 8;

  /** The way that suits a convolution. */
  static Sliding of(ConvolutionNode node, Site site) {
    if (node.input().isSeries()) {
      return new OverSteps(node);
    }
    return isDirect(node) ? new OverRows(node) : new Gathered(node, site);
  }

  /** Whether the products read the input itself. */
  static boolean isDirect(ConvolutionNode node) {
    return node.input().isSeries() || (node.stride() == 1 && node.depth() >= FEW);
  }

  /** The products for batches of that many rows. */
  Windows windows(int batch);

  /**
   * What the products read, of padded input {@code [K or 1, C, H, W, B]} or {@code [.., T, F, B]}.
   */
  Tensor seen(Tensor padded, Pass pass);

  /** Room for the gradient of {@link #seen}, given room for that of the padded input. */
  Tensor seenGradient(Tensor paddedGradient);

  /**
   * Adds the gradient of what was seen to that of the padded input, where they are not the same.
   */
  void unsee(Tensor seenGradient, Tensor paddedGradient);

  /** The kernel {@code [K, filters, depth, taps...]} in the order of the products, a view. */
  Tensor ordered(Tensor kernel);

  /** Series: {@code [T, F, B]}, a product for each position over all steps under the window. */
  record OverSteps(ConvolutionNode node) implements Sliding {
    @Override
    public Windows windows(int batch) {
      int channels = node.input().channels();
      boolean together = node.groups() == 1; // then the steps under the window are one block
      List<Integer> taps = new ArrayList<>();
      for (int tap = 0; tap < (together ? 1 : node.size()); tap++) {
        taps.add(tap * channels * batch);
      }
      int units = node.filters() / node.groups();
      return new Windows(
          node.groups(),
          units,
          node.depth() * (together ? node.size() : 1),
          node.shape().size(0),
          batch,
          new Lie(batch, node.filters() * batch, units * batch),
          new Lie(batch, node.stride() * channels * batch, node.depth() * batch),
          taps);
    }

    @Override
    public Tensor seen(Tensor padded, Pass pass) {
      return padded;
    }

    @Override
    public Tensor seenGradient(Tensor paddedGradient) {
      return paddedGradient;
    }

    @Override
    public void unsee(Tensor seenGradient, Tensor paddedGradient) {}

    @Override
    public Tensor ordered(Tensor kernel) { // [K, groups, units, depth, size]
      Tensor grouped = Grouped.of(kernel, node);
      return node.groups() == 1 ? grouped.permute(0, 1, 2, 4, 3) : grouped.permute(0, 1, 4, 2, 3);
    }
  }

  /** Images, pixel by pixel: a product for each row of the result and each tap. */
  record OverRows(ConvolutionNode node) implements Sliding {
    @Override
    public Windows windows(int batch) {
      int height = node.input().size(1) + 2 * node.padding();
      int width = node.input().size(2) + 2 * node.padding();
      int rows = node.shape().size(1);
      int columns = node.shape().size(2) * batch;
      List<Integer> taps = new ArrayList<>();
      for (int y = 0; y < node.size(); y++) {
        for (int x = 0; x < node.size(); x++) {
          taps.add((y * width + x) * batch);
        }
      }
      int units = node.filters() / node.groups();
      int plane = height * width * batch;
      return new Windows(
          node.groups(),
          units,
          node.depth(),
          rows,
          columns,
          new Lie(rows * columns, columns, units * rows * columns),
          new Lie(plane, width * batch, node.depth() * plane),
          taps);
    }

    @Override
    public Tensor seen(Tensor padded, Pass pass) {
      return padded;
    }

    @Override
    public Tensor seenGradient(Tensor paddedGradient) {
      return paddedGradient;
    }

    @Override
    public void unsee(Tensor seenGradient, Tensor paddedGradient) {}

    @Override
    public Tensor ordered(Tensor kernel) { // [K, groups, units, depth, size, size]
      return Grouped.of(kernel, node).permute(0, 1, 4, 5, 2, 3);
    }
  }

  /** Images whose windows are copied one beside the other first. */
  final class Gathered implements Sliding {
    private final ConvolutionNode node;
    private final Site site;
    private Tensor kept = Unset.TENSOR;
    private Tensor gradient = Unset.TENSOR;

    Gathered(ConvolutionNode node, Site site) {
      this.node = node;
      this.site = site;
    }

    @Override
    public Windows windows(int batch) {
      int columns = node.shape().positions() * batch;
      int units = node.filters() / node.groups();
      int depth = node.depth() * node.size() * node.size();
      return new Windows(
          node.groups(),
          units,
          depth,
          1,
          columns,
          new Lie(columns, 0, units * columns),
          new Lie(columns, 0, depth * columns),
          List.of(0));
    }

    @Override
    public Tensor seen(Tensor padded, Pass pass) {
      Tensor windows = under(padded);
      if (!pass.training()) {
        return windows.contiguous();
      }
      if (!kept.defined() || kept.size(0) != windows.size(0)) {
        kept = room(windows);
      }
      kept.copy_(windows);
      return kept;
    }

    @Override
    public Tensor seenGradient(Tensor paddedGradient) {
      if (!gradient.defined()) {
        gradient = room(under(paddedGradient));
      }
      return gradient.zero_();
    }

    /** Tap by tap: windows overlap, and an operator must not write to one number twice. */
    @Override
    public void unsee(Tensor seenGradient, Tensor paddedGradient) {
      Tensor windows = under(paddedGradient);
      for (int y = 0; y < node.size(); y++) {
        for (int x = 0; x < node.size(); x++) {
          Tensor tap = windows.select(2, y).select(2, x);
          tap.add_(seenGradient.select(2, y).select(2, x));
        }
      }
    }

    @Override
    public Tensor ordered(Tensor kernel) {
      return Grouped.of(kernel, node);
    }

    private Tensor room(Tensor like) {
      long[] sizes = Tensors.shape(like);
      return site.arena().zeros(site.precision(), sizes);
    }

    /** {@code [K, C, size, size, H', W', B]}: all windows of a padded input, a view. */
    private Tensor under(Tensor padded) {
      long members = padded.size(0);
      long batch = padded.size(4);
      long down = padded.stride(2);
      long[] sizes = {
        members,
        padded.size(1),
        node.size(),
        node.size(),
        node.shape().size(1),
        node.shape().size(2),
        batch
      };
      long[] strides = {
        padded.stride(0),
        padded.stride(1),
        down,
        batch,
        down * node.stride(),
        batch * node.stride(),
        1
      };
      return padded.as_strided(sizes, strides, new LongOptional(padded.storage_offset()));
    }
  }

  /** A kernel by groups. */
  final class Grouped {
    private Grouped() {}

    /** {@code [K, filters, depth, taps...] -> [K, groups, filters / groups, depth, taps...]}. */
    static Tensor of(Tensor kernel, ConvolutionNode node) {
      int units = node.filters() / node.groups();
      long members = kernel.size(0);
      return node.input().isSeries()
          ? kernel.view(members, node.groups(), units, node.depth(), node.size())
          : kernel.view(members, node.groups(), units, node.depth(), node.size(), node.size());
    }
  }
}
