package dev.bridle.train;

import dev.bridle.layer.Pass;
import dev.bridle.loss.Loss;
import dev.bridle.metric.Samples;
import dev.bridle.network.Network;
import dev.bridle.network.Sampler;
import dev.bridle.population.Replicates;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;

/**
 * Runs the members of a population over a part of their data, each over its own replicate's, with
 * nothing random live.
 *
 * <p>In pieces of a fixed number of rows: that bounds the memory, and a row's outputs then depend
 * on nothing but the network and the piece.
 */
final class Evaluator {
  private static final Network.Watcher UNWATCHED = (layer, output) -> {};

  private final Network network;
  private final Replicates replicates;

  Evaluator(Network network, Replicates replicates) {
    this.network = network;
    this.replicates = replicates;
  }

  /** The mean loss of each member, {@code [K]}. */
  double[] losses(Part part, Loss loss) {
    double[] sums = new double[replicates.keys().size()];
    overPieces(
        part,
        UNWATCHED,
        (outputs, targets) -> {
          double[] piece = Tensors.toDoubles(Tensors.sum(loss.perRow(outputs, targets), false, 1));
          for (int k = 0; k < sums.length; k++) {
            sums[k] += piece[k];
          }
        });
    for (int k = 0; k < sums.length; k++) {
      sums[k] /= part.rows();
    }
    return sums;
  }

  /** The outputs of each member, {@code [K][N * O]}. */
  double[][] outputs(Part part) {
    return outputs(part, UNWATCHED);
  }

  /** The same while somebody watches the layers. */
  double[][] outputs(Part part, Network.Watcher watcher) {
    int width = (int) part.targets().size(2);
    double[][] all = new double[replicates.keys().size()][part.rows() * width];
    int[] filled = {0};
    overPieces(
        part,
        watcher,
        (outputs, targets) -> {
          int length = (int) outputs.size(1) * width;
          for (int k = 0; k < all.length; k++) {
            double[] piece = Tensors.toDoubles(outputs.select(0, k));
            System.arraycopy(piece, 0, all[k], filled[0], length);
          }
          filled[0] += length;
        });
    return all;
  }

  /** Adds up what a sampler says of the rows of a part, each member as often as it asks for. */
  void sample(Part part, Sampler sampler, PerMember passes, List<Samples> samples) {
    int most = (int) IntStream.range(0, passes.size()).mapToDouble(passes::get).max().orElseThrow();
    int width = (int) part.targets().size(2);
    for (int from = 0; from < part.rows(); from += Network.EVALUATION_ROWS) {
      int length = Math.min(Network.EVALUATION_ROWS, part.rows() - from);
      int at = from * width;
      try (Scope scope = Scope.open()) {
        Tensor inputs = ofMembers(part, part.inputs().narrow(1, from, length));
        sampler.each(
            inputs,
            from,
            most,
            (pass, outputs) -> {
              for (int k = 0; k < passes.size(); k++) {
                if (pass < passes.get(k)) {
                  samples.get(k).add(at, Tensors.toDoubles(outputs.select(0, k)));
                }
              }
            });
      }
    }
  }

  /**
   * What the layers that are terms of the loss amount to, {@code [K]} each: means over all rows.
   */
  List<double[]> penalties(Part part) {
    List<double[]> means = new ArrayList<>();
    for (int from = 0; from < part.rows(); from += Network.EVALUATION_ROWS) {
      int length = Math.min(Network.EVALUATION_ROWS, part.rows() - from);
      try (Scope scope = Scope.open()) {
        Tensor inputs = ofMembers(part, part.inputs().narrow(1, from, length));
        List<Tensor> values = network.penalties(inputs);
        for (int i = 0; i < values.size(); i++) {
          double[] piece = Tensors.toDoubles(values.get(i));
          if (means.size() == i) {
            means.add(new double[piece.length]);
          }
          for (int k = 0; k < piece.length; k++) {
            means.get(i)[k] += piece[k] * length / part.rows();
          }
        }
      }
    }
    return means;
  }

  /** Takes running statistics anew from the rows of a part. */
  void renewStatistics(Part part) {
    for (int from = 0; from < part.rows(); from += Network.EVALUATION_ROWS) {
      int length = Math.min(Network.EVALUATION_ROWS, part.rows() - from);
      try (Scope scope = Scope.open()) {
        Tensor inputs = ofMembers(part, part.inputs().narrow(1, from, length));
        network.forward(inputs, Pass.statistics((double) length / (from + length)));
      }
    }
  }

  private void overPieces(Part part, Network.Watcher watcher, BiConsumer<Tensor, Tensor> use) {
    for (int from = 0; from < part.rows(); from += Network.EVALUATION_ROWS) {
      int length = Math.min(Network.EVALUATION_ROWS, part.rows() - from);
      try (Scope scope = Scope.open()) {
        Tensor inputs = ofMembers(part, part.inputs().narrow(1, from, length));
        Tensor targets = ofMembers(part, part.targets().narrow(1, from, length));
        use.accept(network.evaluate(inputs, watcher), targets);
      }
    }
  }

  /** {@code [R, n, F] -> [1 or K, n, F]}: each member's own replicate. */
  Tensor ofMembers(Part part, Tensor byReplicate) {
    if (replicates.shared()) {
      return byReplicate.narrow(0, part.indexOf(replicates.groups().get(0).key()), 1);
    }
    long[] index = replicates.keys().stream().mapToLong(part::indexOf).toArray();
    return byReplicate.index_select(0, Tensors.of(index, index.length));
  }
}
