package dev.bridle.export;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.bridle.data.Task;
import dev.bridle.export.graph.AnswersOut;
import dev.bridle.export.graph.JavaText;
import dev.bridle.file.FileFormatException;
import dev.bridle.metric.Predictions;
import dev.bridle.study.table.CategoryRule;
import dev.bridle.study.table.Column;
import dev.bridle.study.table.InputRule;
import dev.bridle.study.table.NumberColumn;
import java.io.IOException;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * An ONNX model at work, computed by ONNX Runtime on one thread. Neither libtorch nor any class
 * that needs it is loaded.
 */
public final class OnnxPredictor implements Predictor {
  private final OrtEnvironment environment = OnnxRuntime.environment();
  private final OrtSession session;
  private final Task task;
  private final ModelInput input;
  private final AnswersOut answers;

  private OnnxPredictor(OnnxFile file) throws OrtException {
    ModelTexts texts = new ModelTexts(file.texts());
    this.task = texts.task();
    this.input = texts.input();
    this.answers = texts.answers();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      this.session = environment.createSession(file.bytes(), options);
    }
  }

  /**
   * Opens a model that Bridle wrote.
   *
   * @throws FileFormatException if the file is damaged, another tool's, or does not describe itself
   *     as it should
   */
  public static OnnxPredictor open(Path path) throws IOException {
    return of(OnnxFile.read(path), path.toString());
  }

  /** A model in memory; {@code name} is for messages. */
  static OnnxPredictor of(OnnxFile file, String name) throws FileFormatException {
    try {
      OnnxPredictor predictor = new OnnxPredictor(file);
      predictor.requireItsOwn();
      return predictor;
    } catch (OrtException e) {
      throw new FileFormatException(name + ": ONNX Runtime refuses it: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new FileFormatException(
          name + ": " + e.getMessage() + "; the file does not describe a model", e);
    }
  }

  /** Checks that inputs and outputs are those that the model's texts tell of. */
  private void requireItsOwn() throws OrtException {
    Set<String> wanted = Set.copyOf(input.names());
    Set<String> outputs = new HashSet<>(Set.of(answers.values()));
    if (task instanceof Task.Classification) {
      outputs.add(answers.label());
    }
    Set<String> found = session.getInputNames();
    if (!found.equals(wanted) || !session.getOutputNames().equals(outputs)) {
      session.close();
      throw new IllegalArgumentException(
          "inputs " + found + ": expected " + wanted + beyond(wanted));
    }
  }

  /**
   * ONNX Runtime's strings come through the Java native interface, which changes such characters.
   */
  private static String beyond(Set<String> names) {
    boolean any = names.stream().anyMatch(n -> n.codePoints().anyMatch(c -> c > 0xFFFF));
    return any
        ? "; characters beyond U+FFFF, such as emoji, do not reach ONNX Runtime: rename the columns"
            + " that have them"
        : "";
  }

  @Override
  public Task task() {
    return task;
  }

  @Override
  public ModelInput input() {
    return input;
  }

  /** What its outputs are called. */
  AnswersOut answers() {
    return answers;
  }

  @Override
  public Predictions predict(Rows rows) {
    return answer(rows).predictions();
  }

  /** Probabilities or values, and the labels that the model itself gives. */
  Answer answer(Rows rows) {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      if (input instanceof InputColumns columns) {
        addColumns(columns, rows, inputs);
      } else {
        inputs.put(((InputTensor) input).name(), tensor((InputTensor) input, rows));
      }
      try (OrtSession.Result said = session.run(inputs)) {
        return answer(said);
      }
    } catch (OrtException e) {
      throw failed(e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private Answer answer(OrtSession.Result said) throws OrtException {
    Object values = said.get(answers.values()).orElseThrow().getValue();
    if (task instanceof Task.Classification classes) {
      Predictions predictions = new Predictions(task, flat((float[][]) values));
      return new Answer(predictions, labels(said, classes, predictions));
    }
    double[] flat = Arrays.stream((double[][]) values).flatMapToDouble(Arrays::stream).toArray();
    return new Answer(new Predictions(task, flat), List.of());
  }

  /**
   * The model's own labels; those of its probabilities where a class's name has characters that the
   * runtime's Java API does not bring back whole.
   */
  private List<String> labels(
      OrtSession.Result said, Task.Classification classes, Predictions predictions)
      throws OrtException {
    if (classes.classes().stream().anyMatch(JavaText::isSpecial)) {
      return IntStream.range(0, predictions.size()).mapToObj(predictions::labelName).toList();
    }
    Object labels = said.get(answers.label()).orElseThrow().getValue();
    return labels instanceof long[] numbers
        ? Arrays.stream(numbers).mapToObj(Long::toString).toList()
        : List.of((String[]) labels);
  }

  /**
   * What a model said.
   *
   * @param labels of classes, by row; none for a regression
   */
  record Answer(Predictions predictions, List<String> labels) {}

  private void addColumns(InputColumns columns, Rows rows, Map<String, OnnxTensor> inputs)
      throws OrtException {
    List<Column> found = columns.of(rows);
    for (int i = 0; i < found.size(); i++) {
      InputRule rule = columns.reading().inputs().get(i);
      inputs.put(rule.column(), tensor(rule, found.get(i)));
    }
  }

  private OnnxTensor tensor(InputTensor wanted, Rows rows) throws OrtException {
    double[] numbers = wanted.require(rows).numbers();
    long[] shape =
        LongStream.concat(
                LongStream.of(rows.count()), wanted.shape().stream().mapToLong(size -> size))
            .toArray();
    if (wanted.isDouble()) {
      return OnnxTensor.createTensor(environment, DoubleBuffer.wrap(numbers), shape);
    }
    float[] single = new float[numbers.length];
    for (int i = 0; i < single.length; i++) {
      single[i] = (float) numbers[i];
    }
    return OnnxTensor.createTensor(environment, FloatBuffer.wrap(single), shape);
  }

  private OnnxTensor tensor(InputRule rule, Column column) throws OrtException {
    long[] shape = {column.size(), 1};
    if (rule instanceof CategoryRule) {
      String[] texts = new String[column.size()];
      Arrays.setAll(texts, column::text); // empty where one is missing
      return OnnxTensor.createTensor(environment, texts, shape);
    }
    double[] values = new double[column.size()];
    Arrays.fill(values, Double.NaN);
    if (column instanceof NumberColumn numbers) {
      System.arraycopy(numbers.values(), 0, values, 0, values.length);
    }
    return OnnxTensor.createTensor(environment, DoubleBuffer.wrap(values), shape);
  }

  private static double[] flat(float[][] rows) {
    int width = rows.length == 0 ? 0 : rows[0].length;
    double[] flat = new double[rows.length * width];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = rows[i / width][i % width];
    }
    return flat;
  }

  private static IllegalStateException failed(OrtException e) {
    return new IllegalStateException("ONNX Runtime: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw failed(e);
    }
  }
}
