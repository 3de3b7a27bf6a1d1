package dev.bridle.diagnostic;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The Euclidean norm of one weight over the epochs.
 *
 * @param weight its name: {@code dense1.kernel}
 * @param epochs after how many epochs: first 0, before the first update, then each of the first 32,
 *     every second of the next 32, every fourth of the next 64, and so on; and the last, unless a
 *     stopping rule went back from there
 * @param norms of all its numbers together, one for each of these moments
 * @param zeroFraction share of its numbers that are exactly 0 in the end
 */
public record LayerNorms(
    String weight, List<Integer> epochs, List<Double> norms, double zeroFraction) {
  /** Copies the lists. */
  public LayerNorms {
    epochs = List.copyOf(epochs);
    norms = List.copyOf(norms);
    if (epochs.size() != norms.size()) {
      throw new IllegalArgumentException(
          "norms of " + weight + ": " + norms.size() + ", expected " + epochs.size());
    }
  }

  /** At most {@code most} of its moments, evenly spaced, the first and the last among them. */
  public LayerNorms thinned(int most) {
    int size = epochs.size();
    if (size <= most) {
      return this;
    }
    List<Integer> kept =
        IntStream.range(0, most)
            .map(i -> (int) ((long) i * (size - 1) / (most - 1)))
            .boxed()
            .toList();
    return new LayerNorms(
        weight,
        kept.stream().map(epochs::get).toList(),
        kept.stream().map(norms::get).toList(),
        zeroFraction);
  }
}
