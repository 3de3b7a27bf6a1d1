package dev.bridle.architecture;

import java.util.List;
import java.util.function.BiFunction;

/**
 * How one kind of layer is written: {@code name(number, ...) activation}.
 *
 * @param name the kind: {@code dense}
 * @param arguments its whole numbers, in order
 * @param activated whether an activation may follow
 * @param make the layer of these numbers and this activation
 */
record LayerForm(
    String name,
    List<Argument> arguments,
    boolean activated,
    BiFunction<List<Integer>, Activation, LayerSpec> make) {

  /**
   * One whole number.
   *
   * @param name what it is called in messages
   * @param low the smallest allowed
   * @param high the largest allowed
   */
  record Argument(String name, int low, int high) {}

  /** Every kind of layer that can be written. */
  static final List<LayerForm> ALL =
      List.of(
          new LayerForm(
              "dense",
              List.of(new Argument("units", 1, LayerSpec.Dense.MAX_UNITS)),
              true,
              (numbers, activation) -> new LayerSpec.Dense(numbers.get(0), activation)));

  /** How it looks, for messages: {@code dense(units) relu}. */
  String usage() {
    List<String> names = arguments.stream().map(Argument::name).toList();
    return name + "(" + String.join(", ", names) + ")" + (activated ? " relu" : "");
  }
}
