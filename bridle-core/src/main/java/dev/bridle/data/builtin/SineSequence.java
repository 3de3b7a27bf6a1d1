package dev.bridle.data.builtin;

import dev.bridle.data.Dataset;
import dev.bridle.data.Generator;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.RandomStream;
import java.util.List;

/**
 * Noisy sine waves, to be told apart by how fast they swing: the data set for networks that read
 * sequences.
 *
 * <p>\[ x_t = a \sin(2 \pi (c \, t / T + \varphi)) + \varepsilon_t, \quad t = 0, \dots, T - 1,
 * \quad T = 32 \]
 *
 * <p>with phase \( \varphi \) uniform in (0, 1), amplitude a uniform in (0.7, 1.3), noise \(
 * \varepsilon_t \sim N(0, 1) \), and cycles c in the window uniform within 0.25 of 2 for class
 * {@code slow}, of 3 for {@code middle} and of 4 for {@code fast}. Inputs {@code [N, 32, 1]}: one
 * number at each of 32 steps, row by row in the order of time.
 *
 * <p>Since the phase is random, no single step says anything of the class, and a network that takes
 * the steps for unrelated inputs has to learn every phase from examples: it learns the noise of 200
 * sequences by heart instead. {@code dense(128) relu, dense(128) relu} is right on 77 % of new
 * sequences, with {@code l2(0.01)} on 81 %, with {@code input-noise(1)} on 86 %.
 */
public final class SineSequence implements Generator {
  /** Steps of a sequence. */
  public static final int STEPS = 32;

  private static final double SLOWEST = 2; // cycles in a sequence
  private static final double JITTER = 0.25;
  private static final double NOISE = 1;
  private static final List<String> CLASSES = List.of("slow", "middle", "fast");

  @Override
  public String name() {
    return "sine-sequence";
  }

  @Override
  public String summary() {
    return "Noisy sine waves of 32 steps at three speeds, their phase random: a network that reads"
        + " the steps as unrelated inputs learns 200 of them by heart, noise and all; input noise"
        + " above all, L2 and weight decay make it look at the wave.";
  }

  @Override
  public Sizes sizes() {
    return new Sizes(200, 100, 2000);
  }

  @Override
  public Dataset draw(int rows, Key key) {
    float[] inputs = Rows.numbers(rows, STEPS);
    int[] labels = Rows.classes(rows, CLASSES.size(), key);
    for (int row = 0; row < rows; row++) {
      RandomStream random = key.at(row).stream();
      double cycles = SLOWEST + labels[row] + random.nextDouble(-JITTER, JITTER);
      double phase = random.nextDouble();
      double amplitude = random.nextDouble(0.7, 1.3);
      for (int t = 0; t < STEPS; t++) {
        double wave = amplitude * wave(cycles, phase, t);
        inputs[row * STEPS + t] = (float) (wave + NOISE * random.nextGaussian());
      }
    }
    return Dataset.classification(inputs, new int[] {STEPS, 1}, labels, CLASSES);
  }

  /** The wave of amplitude 1 at a step, without noise. */
  static double wave(double cycles, double phase, double step) {
    return StrictMath.sin(2 * Math.PI * (cycles * step / STEPS + phase));
  }
}
