package dev.bridle.plan;

import dev.bridle.loss.Loss;
import dev.bridle.population.Initial;
import dev.bridle.recipe.Term;
import dev.bridle.recipe.TermReader;
import dev.bridle.text.Suggestion;
import dev.bridle.text.TextScanner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads a plan: an update rule, then items parted by commas, in any order. */
final class PlanReader {
  static final String UNSCALED = "unscaled";
  static final String WARM_UP = "warm-up";

  private static final List<String> COUNTS = List.of("batch", "updates", "epochs");
  private static final List<String> ITEMS =
      List.of("batch", "updates", "epochs", "schedule", WARM_UP, "initial", "loss", UNSCALED);

  private final TextScanner scanner;
  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private Schedule schedule = Schedule.constant();
  private int warmUp;
  private Initial initial = Initial.HE;
  private Optional<Loss> loss = Optional.empty();

  PlanReader(TextScanner scanner) {
    this.scanner = scanner;
  }

  /** Reads a plan, which is all of the text. */
  TrainingPlan read() {
    int start = scanner.offset();
    Term rule = TermReader.ofUpdateRules(scanner).read();
    scanner.at(start, () -> TrainingPlan.of(rule));
    while (scanner.accept(",")) {
      item();
    }
    if (!scanner.atEnd()) {
      throw scanner.unexpected("\",\" or the end of the text");
    }
    return scanner.at(
        start,
        () ->
            new TrainingPlan(
                rule,
                count("batch"),
                count("updates"),
                count("epochs"),
                schedule.warmedUp(warmUp),
                initial,
                loss,
                !seen.contains(UNSCALED)));
  }

  private void item() {
    int start = scanner.offset();
    String found = scanner.found();
    String item = scanner.word();
    if (!ITEMS.contains(item)) {
      throw scanner.error(start, found + ", " + Suggestion.expected(item, ITEMS));
    }
    if (!seen.add(item)) {
      throw scanner.error(start, item + " is written twice");
    }
    if (seen.contains("updates") && seen.contains("epochs")) {
      throw scanner.error(start, TrainingPlan.ONE_LENGTH);
    }
    value(item);
  }

  private void value(String item) {
    if (COUNTS.contains(item)) {
      counts.put(item, scanner.wholeNumber(item, 1, TrainingPlan.MAX_COUNT));
    } else if (item.equals("schedule")) {
      schedule = ScheduleReader.read(scanner);
    } else if (item.equals(WARM_UP)) {
      warmUp = scanner.wholeNumber(WARM_UP, 0, TrainingPlan.MAX_COUNT);
    } else if (item.equals("initial")) {
      int start = scanner.offset();
      String word = wordOf(Initial.ofKernels());
      initial = scanner.at(start, () -> Initial.of(word));
    } else if (item.equals("loss")) {
      loss = Optional.of(Loss.read(scanner));
    }
  }

  private String wordOf(List<?> allowed) {
    String found = scanner.found();
    String word = scanner.word();
    if (word.isEmpty()) {
      List<String> words = allowed.stream().map(Object::toString).toList();
      throw scanner.error(scanner.offset(), found + ", " + Suggestion.expected("", words));
    }
    return word;
  }

  private OptionalInt count(String item) {
    Integer count = counts.get(item);
    return count == null ? OptionalInt.empty() : OptionalInt.of(count);
  }
}
