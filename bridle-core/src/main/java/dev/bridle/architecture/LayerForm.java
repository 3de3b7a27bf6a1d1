package dev.bridle.architecture;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How one kind of layer is written: {@code name(number, ..., option=number, word) activation}.
 *
 * @param name the kind: {@code dense}
 * @param arguments its whole numbers, in order; without any there are no parentheses
 * @param options numbers that are named and may be left out
 * @param words that may stand behind the numbers
 * @param activated whether an activation may follow
 * @param make the layer of what was written
 */
record LayerForm(
    String name,
    List<Argument> arguments,
    List<Argument> options,
    List<String> words,
    boolean activated,
    Function<Written, LayerSpec> make) {

  /**
   * One whole number.
   *
   * @param name what it is called in messages
   * @param low the smallest allowed
   * @param high the largest allowed
   */
  record Argument(String name, int low, int high) {}

  /**
   * What was written.
   *
   * @param numbers the arguments
   * @param options by name
   * @param words those that were there
   * @param activation behind the layer
   */
  record Written(
      List<Integer> numbers,
      Map<String, Integer> options,
      Set<String> words,
      Activation activation) {
    int number(int i) {
      return numbers.get(i);
    }

    int option(String name, int unsaid) {
      return options.getOrDefault(name, unsaid);
    }

    boolean says(String word) {
      return words.contains(word);
    }
  }

  /** Padding such that as many positions go out as come in. */
  static final String SAME = "same";

  private static final Argument SIZE = new Argument("size", 1, LayerSpec.MAX_WINDOW);
  private static final Argument STRIDE = new Argument("stride", 1, LayerSpec.MAX_WINDOW);
  private static final Argument UNITS = new Argument("units", 1, LayerSpec.MAX_UNITS);

  /** Every kind of layer that can be written, but for {@link LayerSpec.Residual}. */
  static final List<LayerForm> ALL =
      List.of(
          new LayerForm(
              "dense",
              List.of(UNITS),
              List.of(),
              List.of(),
              true,
              w -> new LayerSpec.Dense(w.number(0), w.activation())),
          new LayerForm(
              "conv",
              List.of(new Argument("filters", 1, LayerSpec.MAX_UNITS), SIZE),
              List.of(
                  STRIDE,
                  new Argument("padding", 0, LayerSpec.MAX_WINDOW),
                  new Argument("groups", 1, LayerSpec.MAX_UNITS)),
              List.of(),
              true,
              w ->
                  new LayerSpec.Convolution(
                      w.number(0),
                      w.number(1),
                      w.option("stride", 1),
                      w.option("padding", 0),
                      w.option("groups", 1),
                      w.activation())),
          pool("max-pool", false),
          pool("avg-pool", true),
          bare("global-max-pool", new LayerSpec.GlobalPool(false)),
          bare("global-avg-pool", new LayerSpec.GlobalPool(true)),
          bare("flatten", new LayerSpec.Flatten()),
          recurrent("rnn"),
          recurrent("lstm"),
          recurrent("gru"),
          new LayerForm(
              "embedding",
              List.of(
                  new Argument("vocabulary", 2, 10 * LayerSpec.MAX_UNITS),
                  new Argument("size", 1, LayerSpec.MAX_UNITS)),
              List.of(),
              List.of(),
              false,
              w -> new LayerSpec.Embedding(w.number(0), w.number(1))));

  private static LayerForm pool(String name, boolean mean) {
    return new LayerForm(
        name,
        List.of(SIZE),
        List.of(STRIDE),
        List.of(),
        false,
        w -> new LayerSpec.Pool(mean, w.number(0), w.option("stride", w.number(0))));
  }

  private static LayerForm bare(String name, LayerSpec layer) {
    return new LayerForm(name, List.of(), List.of(), List.of(), false, w -> layer);
  }

  private static LayerForm recurrent(String kind) {
    return new LayerForm(
        kind,
        List.of(UNITS),
        List.of(),
        List.of("sequence", "bidirectional", "masked"),
        false,
        w ->
            new LayerSpec.Recurrent(
                kind, w.number(0), w.says("sequence"), w.says("bidirectional"), w.says("masked")));
  }

  /** How it looks, for messages: {@code dense(units) relu}. */
  String usage() {
    if (arguments.isEmpty()) {
      return name;
    }
    List<String> names = arguments.stream().map(Argument::name).toList();
    return name + "(" + String.join(", ", names) + ")" + (activated ? " relu" : "");
  }

  /** What may stand behind the numbers, for messages: {@code stride=, sequence}. */
  List<String> more() {
    return Stream.concat(options.stream().map(o -> o.name() + "="), words.stream()).toList();
  }
}
