package dev.bridle.loss;

import dev.bridle.metric.Link;
import dev.bridle.recipe.Numbers;
import dev.bridle.text.Suggestion;
import dev.bridle.text.TextScanner;
import java.util.List;

/** Reads a loss: {@code cross-entropy}, {@code mean-squared-error}, {@code huber(1)}. */
final class LossReader {
  private static final String HUBER = "huber";

  private static final List<Loss> ALL =
      List.of(
          new SoftmaxCrossEntropy(),
          new BinaryCrossEntropy(),
          new MeanSquaredError(),
          new MeanAbsoluteError(),
          new Huber(1));

  private LossReader() {}

  /** Reads one out of a longer text; a delta that is not written is 1. */
  static Loss read(TextScanner scanner) {
    int start = scanner.offset();
    String found = scanner.found();
    String name = scanner.word();
    Loss loss =
        ALL.stream()
            .filter(known -> name(known).equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    scanner.error(
                        start,
                        found
                            + ", "
                            + Suggestion.expected(
                                name, ALL.stream().map(LossReader::name).toList())));
    return name.equals(HUBER) && scanner.accept("(") ? huber(scanner) : loss;
  }

  private static Loss huber(TextScanner scanner) {
    int start = scanner.offset();
    double delta = scanner.number(Huber.DELTA.toString());
    if (!Huber.DELTA.contains(delta)) {
      throw scanner.error(start, "delta = " + Numbers.print(delta) + ": expected " + Huber.DELTA);
    }
    scanner.expect(")");
    return new Huber(delta);
  }

  /** The names of those for numbers, or for classes. */
  static List<String> names(boolean numbers) {
    return ALL.stream()
        .filter(loss -> (loss.link() == Link.IDENTITY) == numbers)
        .map(LossReader::name)
        .toList();
  }

  private static String name(Loss loss) {
    return loss instanceof Huber ? HUBER : loss.toString();
  }
}
