package dev.bridle.export;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Task;
import dev.bridle.export.graph.AnswersOut;
import dev.bridle.file.Json;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.study.table.Entries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What an ONNX model says about itself: task, classes, features, how inputs are prepared, recipe,
 * data. Texts under keys, since that is what the format's metadata are.
 */
final class ModelTexts {
  /** What attachments of a network are called, so that they meet none of the other keys. */
  private static final String ATTACHMENT = "attachment.";

  /** Models of before these were written down do not have them. */
  private static final String SCORES = "bridle.scores";

  private static final String PARAMETERS = "bridle.parameters";

  private final Map<String, String> texts;

  ModelTexts(Map<String, String> texts) {
    this.texts = Map.copyOf(texts);
  }

  static ModelTexts of(TrainedNetwork network, Origin origin, AnswersOut answers) {
    Map<String, String> texts = new HashMap<>();
    network
        .attachments()
        .forEach(
            (key, text) -> {
              if (!Origin.isPart(key)) { // said below
                texts.put(ATTACHMENT + key, text);
              }
            });
    boolean classes = network.task() instanceof Task.Classification;
    texts.put("bridle.architecture", network.compiled().architecture().toString());
    texts.put("bridle.recipe", origin.recipe());
    texts.put("bridle.task", classes ? "classification" : "regression");
    texts.put("bridle.outputs", Json.write(outputNames(network.task())));
    texts.put("bridle.features", Json.write(network.features()));
    texts.put("bridle.answer.label", answers.label());
    texts.put("bridle.answer.values", answers.values());
    texts.put("bridle.data.name", origin.data());
    texts.put("bridle.data.bytes", Long.toString(origin.bytes()));
    texts.put("bridle.data.sha256", origin.sha256());
    texts.put(SCORES, Json.write(origin.scores()));
    texts.put(PARAMETERS, Long.toString(parameters(network)));
    return new ModelTexts(texts);
  }

  /** How many weights a network has. */
  static long parameters(TrainedNetwork network) {
    return network.compiled().layout(List.of()).parameters();
  }

  private static List<String> outputNames(Task task) {
    return task instanceof Task.Classification c ? c.classes() : ((Task.Regression) task).targets();
  }

  /** All of them, by key. */
  Map<String, String> all() {
    return texts;
  }

  /** What the model answers. */
  Task task() {
    List<String> outputs = names("bridle.outputs");
    return switch (text("bridle.task")) {
      case "classification" -> new Task.Classification(outputs);
      case "regression" -> new Task.Regression(outputs);
      default ->
          throw new IllegalArgumentException(
              "bridle.task = " + text("bridle.task") + ": expected classification or regression");
    };
  }

  /** What it takes. */
  ModelInput input() {
    Map<String, String> attached = new HashMap<>();
    texts.forEach(
        (key, text) -> {
          if (key.startsWith(ATTACHMENT)) {
            attached.put(key.substring(ATTACHMENT.length()), text);
          }
        });
    return ModelInput.of(attached, names("bridle.features"), Architecture.parse(architecture()));
  }

  /** The network that it was made of, as text. */
  String architecture() {
    return text("bridle.architecture");
  }

  /** How many weights that network has, if it says so. */
  OptionalLong parameters() {
    return texts.containsKey(PARAMETERS)
        ? OptionalLong.of((long) new Entries(texts).number(PARAMETERS))
        : OptionalLong.empty();
  }

  /**
   * Where it comes from.
   *
   * @param producer the version of Bridle that wrote it
   */
  Origin origin(String producer) {
    return new Origin(
        producer,
        text("bridle.recipe"),
        text("bridle.data.name"),
        (long) new Entries(texts).number("bridle.data.bytes"),
        text("bridle.data.sha256"),
        texts.containsKey(SCORES) ? names(SCORES) : List.of());
  }

  /** What its outputs are called. */
  AnswersOut answers() {
    return new AnswersOut(text("bridle.answer.label"), text("bridle.answer.values"));
  }

  private String text(String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("metadata key \"" + key + "\" is missing");
    }
    return text;
  }

  private List<String> names(String key) {
    if (Json.parse(text(key)) instanceof List<?> list) {
      List<String> names = new ArrayList<>();
      list.forEach(name -> names.add(String.valueOf(name)));
      return names;
    }
    throw new IllegalArgumentException(key + ": expected a list of names");
  }
}
