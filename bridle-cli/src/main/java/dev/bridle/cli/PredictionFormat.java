package dev.bridle.cli;

import dev.bridle.data.Task;
import dev.bridle.file.Json;
import dev.bridle.metric.Predictions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How predictions are written: a beginning, pieces of any length, an end. */
sealed interface PredictionFormat {
  /** What comes before the first piece. */
  String beginning();

  /** The rows of a piece. */
  String piece(Predictions said);

  /** What comes behind the last piece. */
  String end();

  /** One for an answer of this kind. */
  static PredictionFormat of(Task task, boolean json) {
    return json ? new AsJson(task) : new AsCsv(task);
  }

  private static List<String> targets(Task task) {
    return ((Task.Regression) task).targets();
  }

  /** A line of names, then a line for each row. */
  record AsCsv(Task task) implements PredictionFormat {
    @Override
    public String beginning() {
      StringBuilder text = new StringBuilder();
      List<String> names = new ArrayList<>();
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
    public String piece(Predictions said) {
      StringBuilder text = new StringBuilder();
      for (int row = 0; row < said.size(); row++) {
        Csv.append(text, cells(said, row));
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
    private String before = "\n";

    private AsJson(Task task) {
      this.task = task;
    }

    @Override
    public String beginning() {
      return "[";
    }

    @Override
    public String piece(Predictions said) {
      StringBuilder text = new StringBuilder();
      for (int row = 0; row < said.size(); row++) {
        text.append(before).append(Json.write(object(said, row)));
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
