package dev.bridle.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.architecture.Activation;
import dev.bridle.layer.Shape;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.RandomStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random networks with random rows and columns of zeros. */
final class CompactionPropertyTest {
  private static final List<String> RECIPES =
      List.of(
          "none",
          "batch-norm",
          "batch-norm(position=after-activation)",
          "weight-norm",
          "weight-norm + batch-norm",
          "dropout(0.3) + l2(0.01)",
          "layer-norm@dense2");

  private RandomStream random = Key.of(1).stream();
  private int[] widths = {};
  private boolean[][] deaf = {}; // by layer and unit: incoming weights are 0
  private boolean[][] unheard = {}; // by layer and input: the weights from there are 0

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void compaction_saysTheSameWithAsManyUnitsAsCounted(int seed) {
    draw(seed);
    String recipe = RECIPES.get(seed % RECIPES.size());
    TrainedNetwork network = network(recipe);
    Compacted pair = Compaction.of(network);
    boolean[] whole = new boolean[widths.length];
    whole[2] = recipe.startsWith("layer-norm"); // of dense2
    assertThat(pair.layers().stream().map(Compacted.Units::after).toList())
        .isEqualTo(counted(whole));
    float[] rows = Agreement.drawn(network, 20, Key.of(seed));
    double[] before = network.outputs(rows);
    double[] after = pair.after().outputs(pair.rows(rows));
    for (int i = 0; i < before.length; i++) {
      assertThat(after[i]).isCloseTo(before[i], within(1e-6 * (1 + Math.abs(before[i]))));
    }
    assertThat(Compaction.of(pair.after()).isSmaller()).isFalse();
  }

  private void draw(int seed) {
    random = Key.of(seed).at("networks").stream();
    widths = new int[] {5, 4 + random.nextInt(8), 4 + random.nextInt(8), 3};
    deaf = new boolean[widths.length][];
    unheard = new boolean[widths.length][];
    for (int i = 1; i < widths.length; i++) {
      deaf[i] = flags(widths[i]);
      unheard[i] = flags(widths[i - 1]);
    }
  }

  private boolean[] flags(int count) {
    boolean[] flags = new boolean[count];
    for (int i = 0; i < count; i++) {
      flags[i] = random.nextDouble() < 0.35;
    }
    return flags;
  }

  private TrainedNetwork network(String recipe) {
    Activation[] all = Activation.values();
    String text =
        IntStream.rangeClosed(1, 2)
            .mapToObj(i -> "dense(" + widths[i] + ") " + all[random.nextInt(all.length)])
            .collect(Collectors.joining(", "))
            .replace(" linear", "");
    Map<String, double[]> drawn = new HashMap<>();
    return Networks.of(
        text + ", dense(3)",
        recipe,
        Shape.of(5),
        3,
        Precision.FLOAT64,
        name -> drawn.computeIfAbsent(name, this::values));
  }

  private double[] values(String name) {
    int layer = name.charAt("dense".length()) - '0';
    boolean kernel = name.endsWith(".kernel");
    double[] values = new double[widths[layer] * (kernel ? widths[layer - 1] : 1)];
    for (int i = 0; i < values.length; i++) {
      values[i] = name.endsWith("variance") ? 0.5 + random.nextDouble() : random.nextGaussian();
      int width = widths[layer - 1];
      if (kernel && (deaf[layer][i / width] || unheard[layer][i % width])) {
        values[i] = 0;
      }
    }
    return values;
  }

  /**
   * By flags alone: what can go, goes, until nothing can; the first of a layer's last ones stays.
   */
  private List<Integer> counted(boolean... whole) {
    boolean[][] alive = new boolean[widths.length][];
    for (int i = 0; i < widths.length; i++) {
      alive[i] = new boolean[widths[i]];
      java.util.Arrays.fill(alive[i], true);
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      boolean[][] next = new boolean[widths.length][];
      for (int i = 0; i < widths.length; i++) {
        next[i] = alive[i].clone();
        for (int u = 0; u < widths[i] && i < widths.length - 1 && !whole[i]; u++) {
          next[i][u] = alive[i][u] && hears(alive, i, u) && isHeard(alive, i, u);
        }
        if (count(next[i]) == 0) {
          next[i][first(alive[i])] = true;
        }
        changed |= count(next[i]) < count(alive[i]);
      }
      alive = next;
    }
    return IntStream.range(1, widths.length)
        .mapToObj(List.of(alive)::get)
        .map(CompactionPropertyTest::count)
        .toList();
  }

  private boolean hears(boolean[][] alive, int layer, int unit) {
    return layer == 0
        || IntStream.range(0, widths[layer - 1])
            .anyMatch(i -> alive[layer - 1][i] && isJoined(layer, unit, i));
  }

  private boolean isHeard(boolean[][] alive, int layer, int unit) {
    return IntStream.range(0, widths[layer + 1])
        .anyMatch(o -> alive[layer + 1][o] && isJoined(layer + 1, o, unit));
  }

  private boolean isJoined(int layer, int unit, int input) {
    return !deaf[layer][unit] && !unheard[layer][input];
  }

  private static int count(boolean[] flags) {
    return (int) IntStream.range(0, flags.length).filter(i -> flags[i]).count();
  }

  private static int first(boolean[] flags) {
    return IntStream.range(0, flags.length).filter(i -> flags[i]).findFirst().orElseThrow();
  }
}
