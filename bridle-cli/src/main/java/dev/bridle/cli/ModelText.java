package dev.bridle.cli;

import dev.bridle.data.Task;
import dev.bridle.export.InputColumns;
import dev.bridle.export.InputImages;
import dev.bridle.export.InputWindows;
import dev.bridle.export.ModelFacts;
import dev.bridle.export.ModelInput;
import dev.bridle.export.Origin;
import dev.bridle.study.table.InputRule;
import dev.bridle.study.table.NumberRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the file of a model says of it, for people, and for programs as one document; in that,
 * fields may be added, not renamed, and what does not exist is null.
 */
final class ModelText {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final int MOST_NAMES = 20;

  private final Path file;
  private final ModelFacts model;

  /** The facts of the model in a file. */
  ModelText(Path file, ModelFacts model) {
    this.file = file;
    this.model = model;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    String kind = Models.isOnnx(file) ? "ONNX" : "a network with its weights";
    line(text, "model", file + ": " + kind + ", " + Figures.of(model.bytes(), "byte"));
    line(text, "task", task());
    line(text, "recipe", model.origin().recipe());
    line(text, "network", model.network() + parameters());
    line(text, "input", input(model.input()));
    if (!model.origin().data().isEmpty()) {
      line(text, "data", data(model.origin()));
    }
    model.origin().scores().forEach(score -> line(text, "result", score));
    if (!model.origin().producer().isEmpty()) {
      line(text, "made with", "Bridle " + model.origin().producer());
    }
    return text.toString();
  }

  /** Names and sentences are those of a file that may come from anybody: none moves the cursor. */
  private static void line(StringBuilder text, String name, String value) {
    String shown = value.replaceAll("[\\p{Cntrl}\\p{Cf}]", "\uFFFD");
    text.append(String.format(Locale.ROOT, "%-10s", name)).append(shown).append('\n');
  }

  private String task() {
    return model.task() instanceof Task.Classification classes
        ? "one of " + classes.outputs() + " classes: " + some(classes.classes())
        : "a number: " + some(((Task.Regression) model.task()).targets());
  }

  private String parameters() {
    return model.parameters().isPresent()
        ? ": " + Figures.of(model.parameters().getAsLong(), "parameter")
        : "";
  }

  private static String input(ModelInput input) {
    if (input instanceof InputImages images) {
      int[] shape = images.preparation().shape();
      String colour = shape[0] == 1 ? "grey" : "colour";
      return colour + " images of " + shape[2] + " x " + shape[1] + " pixels";
    }
    if (input instanceof InputWindows windows) {
      return "windows of "
          + Figures.of(windows.preparation().options().window(), "step")
          + " of "
          + some(names(windows.preparation().rules()))
          + "; the answer is "
          + windows.preparation().options().horizon()
          + " later";
    }
    InputColumns columns = (InputColumns) input;
    List<? extends InputRule> rules = columns.reading().inputs();
    return Figures.of(rules.size(), "column")
        + ": "
        + some(
            rules.stream().map(rule -> rule.column() + " (" + type(columns, rule) + ")").toList());
  }

  private static String type(InputColumns columns, InputRule rule) {
    if (columns.vocabulary().isPresent()) {
      return "id";
    }
    return rule instanceof NumberRule ? "number" : "text";
  }

  private static List<String> names(List<? extends InputRule> rules) {
    return rules.stream().map(InputRule::column).toList();
  }

  private static String some(List<String> names) {
    String shown = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    int more = names.size() - MOST_NAMES;
    return more > 0 ? shown + " and " + Figures.count(more) + " more" : shown;
  }

  private static String data(Origin origin) {
    return origin.data()
        + (origin.bytes() > 0 ? ", " + Figures.of(origin.bytes(), "byte") : ", built in")
        + (origin.sha256().isEmpty() ? "" : ", SHA-256 " + origin.sha256());
  }

  /** The document, with a line break at its end. */
  String json() {
    ObjectNode document = MAPPER.createObjectNode();
    Origin origin = model.origin();
    document.put("file", file.toString());
    document.put("format", Models.isOnnx(file) ? "onnx" : "safetensors");
    document.put("bytes", model.bytes());
    task(document);
    document.put("recipe", origin.recipe());
    document.put("network", model.network());
    boolean counted = model.parameters().isPresent();
    document.put("parameters", counted ? (Long) model.parameters().getAsLong() : null);
    input(model.input(), document.putObject("input"));
    if (origin.data().isEmpty()) {
      document.putNull("data");
    } else {
      ObjectNode data = document.putObject("data").put("name", origin.data());
      data.put("bytes", origin.bytes() > 0 ? (Long) origin.bytes() : null);
      data.put("sha256", origin.sha256().isEmpty() ? null : origin.sha256());
    }
    ArrayNode scores = document.putArray("scores");
    origin.scores().forEach(scores::add);
    document.put("bridle", origin.producer().isEmpty() ? null : origin.producer());
    return MAPPER.writeValueAsString(document).replace(System.lineSeparator(), "\n") + "\n";
  }

  private void task(ObjectNode document) {
    boolean classes = model.task() instanceof Task.Classification;
    document.put("task", classes ? "classification" : "regression");
    if (model.task() instanceof Task.Classification c) {
      c.classes().forEach(document.putArray("classes")::add);
      document.putNull("targets");
    } else {
      document.putNull("classes");
      ((Task.Regression) model.task()).targets().forEach(document.putArray("targets")::add);
    }
  }

  private static void input(ModelInput input, ObjectNode node) {
    if (input instanceof InputImages images) {
      int[] shape = images.preparation().shape();
      node.put("kind", "images").put("channels", shape[0]);
      node.put("height", shape[1]).put("width", shape[2]);
    } else if (input instanceof InputWindows windows) {
      node.put("kind", "windows").put("steps", windows.preparation().options().window());
      node.put("horizon", windows.preparation().options().horizon());
      names(windows.preparation().rules()).forEach(node.putArray("columns")::add);
    } else {
      InputColumns columns = (InputColumns) input;
      node.put("kind", "columns");
      ArrayNode array = node.putArray("columns");
      columns
          .reading()
          .inputs()
          .forEach(
              rule ->
                  array.addObject().put("name", rule.column()).put("type", type(columns, rule)));
    }
  }
}
