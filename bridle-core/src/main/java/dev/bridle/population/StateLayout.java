package dev.bridle.population;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where each weight and statistic of a network lies in the flat state of a member: kernels first,
 * then biases, scales and shifts, then statistics.
 *
 * <p>Each weight is padded to a multiple of 64 numbers, and so is the whole: each weight of each
 * member then starts at a cache line, and an operator that treats the last few numbers of a row by
 * other instructions than the rest (a rounding apart) does so for no number of ours, whatever the
 * number of members and however the weights are taken together or in parts.
 */
public final class StateLayout {
  /** Weights start at multiples of this many numbers. */
  public static final int ALIGNMENT = 64;

  private final List<WeightSpec> weights;
  private final List<StatisticSpec> statistics;
  private final int[] weightOffsets;
  private final int[] statisticOffsets;
  private final int trained;
  private final int total;

  private StateLayout(List<WeightSpec> weights, List<StatisticSpec> statistics) {
    this.weights = weights;
    this.statistics = statistics;
    this.weightOffsets = new int[weights.size()];
    this.statisticOffsets = new int[statistics.size()];
    int offset = 0;
    for (int i = 0; i < weightOffsets.length; i++) {
      weightOffsets[i] = offset;
      offset = align(Math.addExact(offset, weights.get(i).size()));
    }
    this.trained = offset;
    for (int i = 0; i < statisticOffsets.length; i++) {
      statisticOffsets[i] = offset;
      offset += statistics.get(i).size();
    }
    this.total = align(offset);
  }

  /** Lays out the given weights, kernels first, otherwise in the order given. */
  public static StateLayout of(List<WeightSpec> weights, List<StatisticSpec> statistics) {
    Stream<WeightSpec> kernels = weights.stream().filter(w -> w.role() == Role.KERNEL);
    Stream<WeightSpec> others = weights.stream().filter(w -> w.role() != Role.KERNEL);
    return new StateLayout(Stream.concat(kernels, others).toList(), List.copyOf(statistics));
  }

  /** The weights in the order in which they lie. */
  public List<WeightSpec> weights() {
    return weights;
  }

  /** The statistics in the order in which they lie. */
  public List<StatisticSpec> statistics() {
    return statistics;
  }

  /** Where the weight of that number starts. */
  public int offset(int weight) {
    return weightOffsets[weight];
  }

  /** Where the statistic of that number starts. */
  public int statisticOffset(int statistic) {
    return statisticOffsets[statistic];
  }

  /** How many numbers of a row are trained, padding included, P. */
  public int trained() {
    return trained;
  }

  /** How many numbers a row has, padding included. */
  public int total() {
    return total;
  }

  /** How many weights a member has, without padding. */
  public int parameters() {
    return weights.stream().mapToInt(WeightSpec::size).sum();
  }

  /** The next position, from this one on, at which a weight may start. */
  static int align(int size) {
    return Math.multiplyExact(Math.addExact(size, ALIGNMENT - 1) / ALIGNMENT, ALIGNMENT);
  }
}
