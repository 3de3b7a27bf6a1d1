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
  /** What comes before the first piece. */
  String beginning();

  /**
   * The rows of a piece.
   *
   * @param names of the rows, if they have any
   */
  String piece(Predictions said, List<?> names);

  /** What comes behind the last piece. */
  String end();

  /**
   * One for an answer of this kind.
   *
   * @param heading what the names of rows are, where they have any
   */
  static PredictionFormat of(Task task, Optional<String> heading, boolean json) {
    return json ? new AsJson(task, heading) : new AsCsv(task, heading);
  }

  private static List<String> targets(Task task) {
    return ((Task.Regression) task).targets();
  }

  /** A line of names, then a line for each row. */
  record AsCsv(Task task, Optional<String> heading) implements PredictionFormat {
    @Override
    public String beginning() {
      StringBuilder text = new StringBuilder();
      List<String> names = new ArrayList<>(heading.stream().toList());
      if (task instanceof Task.Classification classes) {
        names.add("prediction");
        classes.classes().forEach(name -> names.add("probability of " + name));
      } else {
        names.addAll(targets(task));
      }
      Csv.append(text, names);
      return text.toString();
    }

    @Override
    public String piece(Predictions said, List<?> names) {
      StringBuilder text = new StringBuilder();
      for (int row = 0; row < said.size(); row++) {
        List<String> cells = new ArrayList<>();
        if (heading.isPresent()) {
          cells.add(String.valueOf(names.get(row)));
        }
        cells.addAll(cells(said, row));
        Csv.append(text, cells);
      }
      return text.toString();
    }

    private List<String> cells(Predictions said, int row) {
      List<String> cells = new ArrayList<>();
      if (task instanceof Task.Classification) {
        cells.add(said.labelName(row));
      }
      for (int output = 0; output < task.outputs(); output++) {
        cells.add(Float.toString((float) said.get(row, output)));
      }
      return cells;
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
    public String piece(Predictions said, List<?> names) {
      StringBuilder text = new StringBuilder();
      for (int row = 0; row < said.size(); row++) {
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

    private Map<String, Object> object(Predictions said, int row) {
      if (task instanceof Task.Classification classes) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("prediction", said.labelName(row));
        object.put("probabilities", numbers(classes.classes(), said, row));
        return object;
      }
      return numbers(targets(task), said, row);
    }

    private static Map<String, Object> numbers(List<String> names, Predictions said, int row) {
      Map<String, Object> numbers = new LinkedHashMap<>();
      for (int output = 0; output < names.size(); output++) {
        numbers.put(names.get(output), Double.parseDouble(single(said.get(row, output))));
      }
      return numbers;
    }

    /** As many digits as single precision has: the network computed no more. */
    private static String single(double value) {
      return Float.toString((float) value);
    }

    @Override
    public String end() {
      return "\n]\n";
    }
  }
}
