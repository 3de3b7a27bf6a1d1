package dev.bridle.train;

import dev.bridle.layer.Node;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How many networks are trained side by side, and the memory that takes: planned before a training
 * begins. It changes how long everything takes, and no bit of any result.
 *
 * <p>A population is as large as its weights suit a core's caches, since each step passes over them
 * several times, but not much smaller than what spreads the fixed cost of a step: 28 members of
 * 9,000 weights, 12 of 85,000, 3 of 270,000, 1 of a million. {@code docs/performance.md} has the
 * measurements.
 *
 * @param members of one population, at most
 * @param workers populations trained at once, each on a thread of its own
 * @param bytes what all of them take outside the Java heap, libraries included, roughly
 */
public record Load(int members, int workers, long bytes) {
  /** Weights of all members together that a population may have. */
  private static final int MOST_WEIGHTS = 1 << 20;

  /** Weights of all members together up to which more than {@link #SOME} are worth it. */
  private static final int FEW_WEIGHTS = 1 << 18;

  private static final int SOME = 16;
  private static final int MOST = 64;

  /** Weight, gradient, two moments and a scratch array; best and final weights. */
  private static final int COPIES_OF_WEIGHTS = 7;

  /** Output, its gradient, a mask, a copy in the other order. */
  private static final int COPIES_OF_ACTIVATIONS = 4;

  /** What the native libraries take once they are loaded. */
  private static final long LIBRARIES = 280L << 20;

  /**
   * Plans a training.
   *
   * @param network of one member
   * @param batch rows in a batch
   * @param networks how many are to be trained in all
   * @param threads how many may train at once
   * @param rows numbers of the data of one replicate, inputs and targets of all rows
   * @param memory bytes that there are outside the Java heap
   * @throws IllegalArgumentException if not even one network fits
   */
  public static Load plan(
      CompiledNetwork network, int batch, int networks, int threads, long rows, long memory) {
    int parameters = network.layout(List.of()).parameters();
    int share = Math.max(1, (networks + threads - 1) / threads);
    int members = Math.min(share, members(parameters));
    int workers = threads;
    while (bytes(network, batch, members, workers, rows) > memory && members * workers > 1) {
      if (members > 1) {
        members = (members + 1) / 2;
      } else {
        workers = workers - 1;
      }
    }
    long bytes = bytes(network, batch, members, workers, rows);
    if (bytes > memory) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "memory: one network of %,d weights with batches of %,d rows takes about %,d MB, but"
                  + " there are %,d MB beside the Java heap: choose a smaller network, smaller"
                  + " batches or a smaller -Xmx",
              parameters,
              batch,
              bytes >> 20,
              memory >> 20));
    }
    return new Load(members, workers, bytes);
  }

  /** How many members of so many weights each suit the caches. */
  public static int members(int parameters) {
    int many = Math.max(SOME, FEW_WEIGHTS / Math.max(1, parameters));
    int most = Math.max(1, MOST_WEIGHTS / Math.max(1, parameters));
    return Math.min(MOST, Math.min(many, most));
  }

  /** Cuts what is to be trained together into populations of even size, at most as planned. */
  public <T> List<List<T>> cut(List<T> units) {
    int pieces = (units.size() + members - 1) / members;
    List<List<T>> cut = new ArrayList<>();
    for (int i = 0; i < pieces; i++) {
      int from = (int) ((long) units.size() * i / pieces);
      int to = (int) ((long) units.size() * (i + 1) / pieces);
      cut.add(List.copyOf(units.subList(from, to)));
    }
    return cut;
  }

  private static long bytes(
      CompiledNetwork network, int batch, int members, int workers, long rows) {
    long weights = (long) network.layout(List.of()).total() * COPIES_OF_WEIGHTS;
    long outputs = network.nodes().stream().mapToLong(Node::workspace).sum() + network.inputs();
    long training = outputs * batch * COPIES_OF_ACTIVATIONS;
    long evaluation = outputs * Network.EVALUATION_ROWS;
    long each = weights + training + evaluation + rows;
    return LIBRARIES + (long) workers * members * each * Float.BYTES;
  }
}
