package dev.bridle.model;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Scaling;
import dev.bridle.data.Task;
import dev.bridle.file.FileFormatException;
import dev.bridle.file.Json;
import dev.bridle.file.NamedArray;
import dev.bridle.file.Safetensors;
import dev.bridle.file.TensorFile;
import dev.bridle.layer.Shape;
import dev.bridle.metric.Link;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.population.StateLayout;
import dev.bridle.population.StatisticSpec;
import dev.bridle.population.WeightSpec;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Precision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A trained network as a safetensors file: weights and statistics under their names, the scaling of
 * inputs and targets, and in the metadata the texts from which its layers are made again.
 */
final class NetworkFile {
  private static final String KIND = "bridle.kind";
  private static final String NETWORK = "network/1";
  private static final String LINK = "bridle.link";
  private static final String SHAPE = "bridle.input-shape";

  /** What attachments are called in the file, so that they meet none of the keys above. */
  private static final String ATTACHMENT = "attachment.";

  private NetworkFile() {}

  static void write(TrainedNetwork network, Path file) throws IOException {
    List<NamedArray> arrays = new ArrayList<>();
    StateLayout layout = network.layout();
    for (WeightSpec weight : layout.weights()) {
      long[] shape = weight.shape().stream().mapToLong(Integer::longValue).toArray();
      arrays.add(array(network, weight.name(), shape));
    }
    // what constraints remembered is needed no more
    for (StatisticSpec statistic : network.compiled().layout(List.of()).statistics()) {
      arrays.add(array(network, statistic.name(), statistic.size()));
    }
    Scaling scaling = network.scaling();
    arrays.add(vector("input.mean", scaling.mean()));
    arrays.add(vector("input.deviation", scaling.deviation()));
    arrays.add(vector("target.mean", scaling.targetMean()));
    arrays.add(vector("target.deviation", scaling.targetDeviation()));
    Safetensors.write(file, new TensorFile(metadata(network), arrays));
  }

  private static NamedArray array(TrainedNetwork network, String name, long... shape) {
    double[] values = network.values(name);
    if (network.precision() == Precision.FLOAT64) {
      return NamedArray.of(name, shape, values);
    }
    float[] single = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      single[i] = (float) values[i];
    }
    return NamedArray.of(name, shape, single);
  }

  private static NamedArray vector(String name, float[] values) {
    return NamedArray.of(name, new long[] {values.length}, values);
  }

  private static Map<String, String> metadata(TrainedNetwork network) {
    boolean classes = network.task() instanceof Task.Classification;
    Map<String, String> metadata = new HashMap<>();
    network.attachments().forEach((key, text) -> metadata.put(ATTACHMENT + key, text));
    metadata.put(KIND, NETWORK);
    metadata.put("bridle.architecture", network.compiled().architecture().toString());
    metadata.put(SHAPE, Json.write(network.compiled().input().sizes()));
    metadata.put("bridle.recipe", network.compiled().recipe().toString());
    metadata.put("bridle.task", classes ? "classification" : "regression");
    metadata.put(LINK, network.link().toString());
    metadata.put("bridle.outputs", Json.write(outputNames(network.task())));
    metadata.put("bridle.features", Json.write(network.features()));
    metadata.put("bridle.precision", network.precision().name().toLowerCase(Locale.ROOT));
    metadata.put("bridle.clipped", Boolean.toString(network.scaling().isClipped()));
    return metadata;
  }

  private static List<String> outputNames(Task task) {
    return task instanceof Task.Classification c ? c.classes() : ((Task.Regression) task).targets();
  }

  static TrainedNetwork read(Path file) throws IOException {
    TensorFile content = Safetensors.read(file);
    if (!NETWORK.equals(content.metadata().get(KIND))) {
      throw new FileFormatException(
          file.getFileName()
              + ": expected a network saved by Bridle ("
              + KIND
              + " = "
              + NETWORK
              + ")");
    }
    try {
      return network(content);
    } catch (IllegalArgumentException e) {
      throw new FileFormatException(
          file.getFileName() + ": " + e.getMessage() + "; the file does not describe a network", e);
    }
  }

  private static TrainedNetwork network(TensorFile content) {
    List<String> features = names(content, "bridle.features");
    List<String> outputs = names(content, "bridle.outputs");
    Task task =
        text(content, "bridle.task").equals("classification")
            ? new Task.Classification(outputs)
            : new Task.Regression(outputs);
    CompiledNetwork compiled =
        CompiledNetwork.compile(
            Architecture.parse(text(content, "bridle.architecture")),
            Recipe.parse(text(content, "bridle.recipe")),
            inputShape(content, features.size()),
            task.outputs());
    Precision precision =
        Precision.valueOf(text(content, "bridle.precision").toUpperCase(Locale.ROOT));
    StateLayout layout = compiled.layout(List.of());
    return new TrainedNetwork(
            compiled,
            layout,
            task,
            link(content, task),
            features,
            scaling(content, features.size(), task),
            state(content, layout),
            precision)
        .withAttachments(attachments(content));
  }

  /** Files of before there was a choice do not say it. */
  private static Link link(TensorFile content, Task task) {
    String text = content.metadata().getOrDefault(LINK, Link.of(task).toString());
    return Arrays.stream(Link.values())
        .filter(known -> known.toString().equals(text))
        .filter(known -> (known == Link.IDENTITY) == (task instanceof Task.Regression))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(LINK + " = " + text + ": not for such a task"));
  }

  /** Files of the first version, whose rows were flat, do not say it. */
  private static Shape inputShape(TensorFile content, int features) {
    if (!content.metadata().containsKey(SHAPE)) {
      return Shape.of(features);
    }
    List<Integer> sizes = new ArrayList<>();
    names(content, SHAPE).forEach(size -> sizes.add((int) Double.parseDouble(size)));
    Shape shape = new Shape(sizes);
    if (shape.size() != features) {
      throw new IllegalArgumentException(
          SHAPE + " " + shape + ": expected as many numbers as there are features, " + features);
    }
    return shape;
  }

  private static Map<String, String> attachments(TensorFile content) {
    Map<String, String> attachments = new HashMap<>();
    content
        .metadata()
        .forEach(
            (key, text) -> {
              if (key.startsWith(ATTACHMENT)) {
                attachments.put(key.substring(ATTACHMENT.length()), text);
              }
            });
    return attachments;
  }

  private static double[] state(TensorFile content, StateLayout layout) {
    double[] state = new double[layout.total()];
    for (int i = 0; i < layout.weights().size(); i++) {
      WeightSpec spec = layout.weights().get(i);
      long[] shape = spec.shape().stream().mapToLong(Integer::longValue).toArray();
      copy(content, spec.name(), shape, state, layout.offset(i));
    }
    for (int i = 0; i < layout.statistics().size(); i++) {
      StatisticSpec spec = layout.statistics().get(i);
      copy(content, spec.name(), new long[] {spec.size()}, state, layout.statisticOffset(i));
    }
    return state;
  }

  private static void copy(TensorFile content, String name, long[] shape, double[] to, int at) {
    double[] values = numbers(content, name, shape);
    System.arraycopy(values, 0, to, at, values.length);
  }

  private static double[] numbers(TensorFile content, String name, long... shape) {
    NamedArray array = content.array(name);
    if (!Arrays.equals(array.shape(), shape)) {
      throw new IllegalArgumentException(array + ": expected shape " + Arrays.toString(shape));
    }
    return switch (array.dtype()) {
      case F64 -> array.doubles();
      case F32 -> widen(array.floats());
      default -> throw new IllegalArgumentException(array + ": expected F32 or F64");
    };
  }

  private static double[] widen(float[] single) {
    double[] values = new double[single.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = single[i];
    }
    return values;
  }

  private static Scaling scaling(TensorFile content, int features, Task task) {
    int targets = task instanceof Task.Regression ? task.outputs() : 0;
    return Scaling.of(
        floats(content, "input.mean", features),
        floats(content, "input.deviation", features),
        floats(content, "target.mean", targets),
        floats(content, "target.deviation", targets),
        Boolean.parseBoolean(text(content, "bridle.clipped")));
  }

  private static float[] floats(TensorFile content, String name, int length) {
    double[] values = numbers(content, name, length);
    float[] single = new float[length];
    for (int i = 0; i < length; i++) {
      single[i] = (float) values[i];
    }
    return single;
  }

  private static String text(TensorFile content, String key) {
    String text = content.metadata().get(key);
    if (text == null) {
      throw new IllegalArgumentException("metadata key \"" + key + "\" is missing");
    }
    return text;
  }

  private static List<String> names(TensorFile content, String key) {
    List<String> names = new ArrayList<>();
    try {
      if (Json.parse(text(content, key)) instanceof List<?> list) {
        list.forEach(name -> names.add(String.valueOf(name)));
        return names;
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
    }
    throw new IllegalArgumentException(key + ": expected a list of names");
  }
}
