package dev.bridle.plan;

import dev.bridle.recipe.Numbers;
import dev.bridle.text.Suggestion;
import dev.bridle.text.TextScanner;
import java.util.List;
import java.util.OptionalInt;

/** Reads a schedule: {@code constant}, {@code step(0.1, every=10)}, {@code cosine(1200)}. */
final class ScheduleReader {
  static final List<String> NAMES = List.of("constant", "step", "cosine");

  private ScheduleReader() {}

  /** Reads one out of a longer text. */
  static Schedule read(TextScanner scanner) {
    int start = scanner.offset();
    String found = scanner.found();
    String name = scanner.word();
    return switch (name) {
      case "constant" -> Schedule.constant();
      case "step" -> steps(scanner);
      case "cosine" -> new Schedule.Cosine(length(scanner));
      default -> throw scanner.error(start, found + ", " + Suggestion.expected(name, NAMES));
    };
  }

  private static Schedule steps(TextScanner scanner) {
    if (!scanner.accept("(")) {
      throw scanner.unexpected(
          "the share that is left and how often, as in step(0.1, every=10) for every 10 epochs");
    }
    int at = scanner.offset();
    double share = scanner.number(Schedule.Steps.SHARE.toString());
    if (!Schedule.Steps.SHARE.contains(share)) {
      throw scanner.error(
          at, "step = " + Numbers.print(share) + ": expected " + Schedule.Steps.SHARE);
    }
    scanner.expect(",");
    scanner.expect("every");
    scanner.expect("=");
    int every = scanner.wholeNumber("every", 1, TrainingPlan.MAX_COUNT);
    scanner.expect(")");
    return new Schedule.Steps(share, every);
  }

  private static OptionalInt length(TextScanner scanner) {
    if (!scanner.accept("(")) {
      return OptionalInt.empty();
    }
    int updates = scanner.wholeNumber("cosine", 1, TrainingPlan.MAX_COUNT);
    scanner.expect(")");
    return OptionalInt.of(updates);
  }
}
