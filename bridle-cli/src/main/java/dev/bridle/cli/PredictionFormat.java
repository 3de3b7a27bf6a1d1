package dev.bridle.cli;

import dev.bridle.data.Task;
import dev.bridle.file.Json;
import dev.bridle.metric.Predictions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How predictions are written: a beginning, pieces of any length, an end. */
sealed interface PredictionFormat {
  /** What stands before the name of a class or target whose deviation a number is. */
  String DEVIATION = "deviation of ";

  /** What comes before the first piece. */
  String beginning();

  /**
   * The rows of a piece.
   *
   * @param names of the rows, if they have any
   */
  String piece(Said said, List<?> names);

  /** What comes behind the last piece. */
  String end();

  /**
   * One for an answer of this kind.
   *
   * @param heading what the names of rows are, where they have any
   * @param spread whether deviations stand beside what is said
   */
  static PredictionFormat of(Task task, Optional<String> heading, boolean spread, boolean json) {
    return json ? new AsJson(task, heading) : new AsCsv(task, heading, spread);
  }

  /** As many digits as single precision has: the network computed no more. */
  private static String single(double value) {
    return Float.toString((float) value);
  }

  private static List<String> targets(Task task) {
    return ((Task.Regression) task).targets();
  }

  /** A line of names, then a line for each row. */
  record AsCsv(Task task, Optional<String> heading, boolean spread) implements PredictionFormat {
    @Override
    public String beginning() {
      StringBuilder text = new StringBuilder();
      List<String> names = new ArrayList<>(heading.stream().toList());
      if (task instanceof Task.Classification classes) {
        names.add("prediction");
        classes.classes().forEach(name -> names.add("probability of " + name));
        addIfSpread(names, classes.classes());
        names.addAll(spread ? List.of("entropy") : List.of());
      } else {
        names.addAll(targets(task));
        addIfSpread(names, targets(task));
      }
      Csv.append(text, names);
      return text.toString();
    }

    private void addIfSpread(List<String> names, List<String> outputs) {
      if (spread) {
        outputs.forEach(name -> names.add(DEVIATION + name));
      }
    }

    @Override
    public String piece(Said said, List<?> names) {
      StringBuilder text = new StringBuilder();
      for (int row = 0; row < said.mean().size(); row++) {
        List<String> cells = new ArrayList<>();
        if (heading.isPresent()) {
          cells.add(String.valueOf(names.get(row)));
        }
        cells.addAll(cells(said, row));
        Csv.append(text, cells);
      }
      return text.toString();
    }

    private List<String> cells(Said said, int row) {
      List<String> cells = new ArrayList<>();
      boolean classes = task instanceof Task.Classification;
      if (classes) {
        cells.add(said.mean().labelName(row));
      }
      add(cells, said.mean(), row);
      said.deviation().ifPresent(deviation -> add(cells, deviation, row));
      if (classes && said.deviation().isPresent()) {
        cells.add(single(said.entropy(row)));
      }
      return cells;
    }

    private void add(List<String> cells, Predictions said, int row) {
      for (int output = 0; output < task.outputs(); output++) {
        cells.add(single(said.get(row, output)));
      }
    }

    @Override
    public String end() {
      return "";
    }
  }

  /** One list with an object for each row, a line each. */
  final class AsJson implements PredictionFormat {
    private final Task task;
    private final Optional<String> heading;
    private String before = "\n";

    private AsJson(Task task, Optional<String> heading) {
      this.task = task;
      this.heading = heading;
    }

    @Override
    public String beginning() {
      return "[";
    }

    @Override
    public String piece(Said said, List<?> names) {
      StringBuilder text = new StringBuilder();
      for (int row = 0; row < said.mean().size(); row++) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (heading.isPresent()) {
          object.put(heading.get(), names.get(row));
        }
        object.putAll(object(said, row));
        text.append(before).append(Json.write(object));
        before = ",\n";
      }
      return text.toString();
    }

    private Map<String, Object> object(Said said, int row) {
      if (task instanceof Task.Classification classes) {
        return object(classes.classes(), said, row);
      }
      Map<String, Object> object = numbers("", targets(task), said.mean(), row);
      said.deviation()
          .ifPresent(apart -> object.putAll(numbers(DEVIATION, targets(task), apart, row)));
      return object;
    }

    private static Map<String, Object> object(List<String> classes, Said said, int row) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("prediction", said.mean().labelName(row));
      object.put("probabilities", numbers("", classes, said.mean(), row));
      said.deviation()
          .ifPresent(
              deviation -> {
                object.put("deviations", numbers("", classes, deviation, row));
                object.put("entropy", Double.parseDouble(single(said.entropy(row))));
              });
      return object;
    }

    private static Map<String, Object> numbers(
        String prefix, List<String> names, Predictions said, int row) {
      Map<String, Object> numbers = new LinkedHashMap<>();
      for (int output = 0; output < names.size(); output++) {
        double value = Double.parseDouble(single(said.get(row, output)));
        numbers.put(prefix + names.get(output), value);
      }
      return numbers;
    }

    @Override
    public String end() {
      return "\n]\n";
    }
  }
}
