package dev.bridle.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.architecture.Architecture;
import dev.bridle.layer.Shape;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.population.WeightSpec;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.RandomStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Random networks of layers with shapes, some units of which are dead in one way or another. */
final class CompactionShapesPropertyTest {
  private static final int OUTPUTS = 3;

  /**
   * Networks of one form.
   *
   * @param text with a %d for each width
   * @param layers the names of the layers that have these widths
   * @param input what comes in
   * @param zeros layers behind which a dead unit must say 0
   * @param heard layers behind which it may not just be unheard
   * @param parameters how many there are, by the widths; without those of normalisations
   */
  private record Form(
      String text,
      List<String> layers,
      Shape input,
      List<String> zeros,
      List<String> heard,
      Function<int[], Integer> parameters) {}

  private static final List<Form> FORMS =
      List.of(
          new Form( // 9 x 9 -> 7 x 7 -> 3 x 3 -> 2 x 2
              "conv(%d, 3) relu, max-pool(2), conv(%d, 2) tanh, dense(%d) relu",
              List.of("conv1", "conv2", "dense1"),
              Shape.of(2, 9, 9),
              List.of(),
              List.of(),
              w -> 19 * w[0] + (4 * w[0] + 1) * w[1] + (4 * w[1] + 1) * w[2] + 3 * w[2] + 3),
          new Form(
              "conv(%d, 3, padding=1) relu, avg-pool(2), conv(%d, 3, stride=2, padding=1) silu,"
                  + " global-avg-pool",
              List.of("conv1", "conv2"),
              Shape.of(1, 6, 6),
              List.of("conv1"),
              List.of(),
              w -> 10 * w[0] + (9 * w[0] + 1) * w[1] + 3 * w[1] + 3),
          new Form(
              "conv(%d, 3) gelu, lstm(%d, sequence), gru(%d), dense(%d) relu",
              List.of("conv1", "lstm1", "gru1", "dense1"),
              Shape.of(8, 2),
              List.of(),
              List.of(),
              w ->
                  7 * w[0]
                      + 4 * w[1] * (w[0] + w[1] + 1)
                      + 3 * w[2] * (w[1] + w[2] + 2)
                      + w[3] * (w[2] + 1)
                      + 3 * w[3]
                      + 3),
          new Form( // 4 time steps side by side
              "rnn(%d, sequence), flatten, dense(%d) tanh",
              List.of("rnn1", "dense1"),
              Shape.of(4, 3),
              List.of(),
              List.of(),
              w -> w[0] * (w[0] + 4) + w[1] * (4 * w[0] + 1) + 3 * w[1] + 3),
          new Form(
              "embedding(11, %d), lstm(%d, sequence), gru(%d)",
              List.of("embedding1", "lstm1", "gru1"),
              Shape.of(5),
              List.of(),
              List.of("embedding1", "lstm1"),
              w ->
                  11 * w[0]
                      + 4 * w[1] * (w[0] + w[1] + 1)
                      + 3 * w[2] * (w[1] + w[2] + 2)
                      + 3 * w[2]
                      + 3),
          new Form(
              "embedding(11, %d), conv(%d, 2) relu, global-max-pool",
              List.of("embedding1", "conv1"),
              Shape.of(5),
              List.of(),
              List.of(),
              w -> 11 * w[0] + (2 * w[0] + 1) * w[1] + 3 * w[1] + 3));

  static Stream<Arguments> cases() {
    List<String> recipes = List.of("none", "l2(0.1)", "batch-norm", "none");
    return IntStream.range(0, 10 * FORMS.size())
        .mapToObj(
            seed -> {
              Form form = FORMS.get(seed % FORMS.size());
              String recipe = recipes.get(seed / FORMS.size() % recipes.size());
              boolean fits = form.zeros.isEmpty() && form.text.matches(".*(conv|dense).*");
              return Arguments.of(seed, form, fits ? recipe : "none");
            });
  }

  private RandomStream random = Key.of(1).stream();
  private final Map<String, double[]> values = new HashMap<>();
  private Map<String, WeightSpec> specs = Map.of();

  @ParameterizedTest
  @MethodSource("cases")
  void compaction_saysTheSameWithoutWhatIsDead(int seed, Form form, String recipe) {
    random = Key.of(seed).at("shapes").stream();
    int[] widths = form.layers.stream().mapToInt(l -> 4 + random.nextInt(4)).toArray();
    String text = String.format(form.text, Arrays.stream(widths).boxed().toArray());
    draw(
        CompiledNetwork.compile(
            Architecture.parse(text), Recipe.parse(recipe), form.input, OUTPUTS));
    int[] left = widths.clone();
    for (int layer = 0; layer < widths.length; layer++) {
      int dead = random.nextInt(widths[layer] - 1);
      left[layer] -= dead;
      for (int i = 0; i < dead; i++) {
        kill(form, layer, (i + seed) % widths[layer], widths);
      }
    }
    TrainedNetwork network =
        Networks.of(text, recipe, form.input, OUTPUTS, Precision.FLOAT64, values::get);
    Compacted pair = Compaction.of(network);
    assertThat(pair.layers().stream().limit(left.length).map(Compacted.Units::after))
        .containsExactlyElementsOf(Arrays.stream(left).boxed().toList());
    assertThat(Compacted.parameters(network)).isEqualTo(count(form, recipe, widths));
    assertThat(Compacted.parameters(pair.after())).isEqualTo(count(form, recipe, left));
    float[] rows = Agreement.drawn(network, 20, Key.of(seed));
    double[] before = network.outputs(rows);
    double[] after = pair.after().outputs(rows);
    for (int i = 0; i < before.length; i++) {
      assertThat(after[i]).isCloseTo(before[i], within(1e-6 * (1 + Math.abs(before[i]))));
    }
    assertThat(Compaction.of(pair.after()).isSmaller()).isFalse();
  }

  /** Normalisations stand behind dense layers and convolutions, two numbers a unit. */
  private static int count(Form form, String recipe, int... widths) {
    int normed =
        IntStream.range(0, widths.length)
            .filter(i -> form.layers.get(i).matches("(conv|dense).*"))
            .map(i -> 2 * widths[i])
            .sum();
    return form.parameters.apply(widths) + (recipe.equals("batch-norm") ? normed : 0);
  }

  private void draw(CompiledNetwork compiled) {
    specs = new HashMap<>();
    var layout = compiled.layout(List.of());
    layout.weights().forEach(spec -> specs.put(spec.name(), spec));
    layout.weights().forEach(spec -> values.put(spec.name(), normals(spec.size())));
    layout.statistics().forEach(spec -> values.put(spec.name(), normals(spec.size())));
    values.forEach(
        (name, all) -> {
          for (int i = 0; name.endsWith("variance") && i < all.length; i++) {
            all[i] = 0.5 + all[i] * all[i];
          }
        });
  }

  private double[] normals(int count) {
    return IntStream.range(0, count).mapToDouble(i -> random.nextGaussian()).toArray();
  }

  private void kill(Form form, int layer, int unit, int... widths) {
    String name = form.layers.get(layer);
    if (form.heard.contains(name) || random.nextDouble() < 0.5) {
      deafen(name, unit, widths[layer], form.zeros.contains(name));
    } else {
      String next = layer + 1 < widths.length ? form.layers.get(layer + 1) : output(form);
      boolean series = !form.input.isImage();
      boolean recurrent = name.matches("(rnn|lstm|gru).*");
      if (recurrent) {
        forget(values.get(name + "/recurrent.kernel"), unit, widths[layer]);
      }
      mute(next, unit, widths[layer], series);
    }
  }

  private static String output(Form form) {
    return form.layers.contains("dense1") ? "dense2" : "dense1";
  }

  /** Nothing comes in; of a recurrent layer, nothing into any gate. */
  private void deafen(String layer, int unit, int width, boolean zero) {
    for (WeightSpec spec : specs.values()) {
      boolean own = spec.layer().equals(layer) || spec.name().matches(layer + "/(input|rec).*");
      boolean table = layer.startsWith("embedding");
      boolean bias = spec.name().endsWith(".bias");
      double[] all = values.get(spec.name());
      int columns = table ? width : bias ? 1 : spec.size() / spec.shape().get(0);
      for (int i = 0; own && i < all.length; i++) {
        boolean ofUnit = table ? i % columns == unit : i / columns % width == unit;
        if (ofUnit && !(bias && spec.layer().equals(layer) && !zero)) {
          all[i] = bias && zero && spec.layer().equals(layer) ? -Math.abs(all[i]) : 0;
        }
      }
    }
  }

  /** Nobody in the next layer hears it. */
  private void mute(String next, int unit, int width, boolean series) {
    boolean recurrent = next.matches("(rnn|lstm|gru).*");
    WeightSpec spec = specs.get(next + (recurrent ? "/input.kernel" : ".kernel"));
    int columns = spec.size() / spec.shape().get(0);
    boolean steps = series && spec.shape().size() == 2; // features of a step side by side
    double[] all = values.get(spec.name());
    for (int i = 0; i < all.length; i++) {
      int column = i % columns;
      if ((steps ? column % width : column / (columns / width)) == unit) {
        all[i] = 0;
      }
    }
  }

  /** No other unit hears its state. */
  private static void forget(double[] kernel, int unit, int width) {
    for (int i = 0; i < kernel.length; i++) {
      if (i % width == unit && i / width % width != unit) {
        kernel[i] = 0;
      }
    }
  }
}
