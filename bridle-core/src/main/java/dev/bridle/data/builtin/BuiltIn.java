package dev.bridle.data.builtin;

import dev.bridle.data.Generator;
import java.util.List;
import java.util.Optional;

/** The data sets that come with the program, the default one first. */
public final class BuiltIn {
  private static final List<Generator> ALL =
      List.of(
          new Strokes(),
          new Moons(),
          new Spirals(),
          new Temperature(),
          new Friedman(),
          new Correlated(),
          new SineSequence(),
          new Words());

  private BuiltIn() {}

  /** Every built-in data set; the first is the default. */
  public static List<Generator> all() {
    return ALL;
  }

  /** The names of {@link #all()}, in that order. */
  public static List<String> names() {
    return ALL.stream().map(Generator::name).toList();
  }

  /** The data set of this name, if there is one; upper and lower case differ. */
  public static Optional<Generator> find(String name) {
    return ALL.stream().filter(generator -> generator.name().equals(name)).findFirst();
  }
}
