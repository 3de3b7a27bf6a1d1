package dev.bridle.model;

import dev.bridle.data.Dataset;
import dev.bridle.data.Scaling;
import dev.bridle.data.Task;
import dev.bridle.dropout.MonteCarlo;
import dev.bridle.layer.Node;
import dev.bridle.layer.Pass;
import dev.bridle.layer.ResidualNode;
import dev.bridle.layer.Site;
import dev.bridle.metric.Link;
import dev.bridle.metric.Predictions;
import dev.bridle.metric.Samples;
import dev.bridle.metric.Scores;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.network.Network;
import dev.bridle.network.Sampler;
import dev.bridle.population.Population;
import dev.bridle.population.StateLayout;
import dev.bridle.population.Strengths;
import dev.bridle.recipe.Term;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.NativeLibrary;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.Tensor;

/**
 * A network that has been trained, with everything needed to use it: its layers, weights, the
 * scaling of its inputs, the names of features and classes. Immutable, held in Java memory; nothing
 * to close.
 */
public final class TrainedNetwork {
  private final CompiledNetwork compiled;
  private final StateLayout layout;
  private final Task task;
  private final Link link;
  private final List<String> features;
  private final Scaling scaling;
  private final double[] state;
  private final Precision precision;
  private final Map<String, String> attachments;

  /** A network that was trained by the usual loss of its task. */
  public TrainedNetwork(
      CompiledNetwork compiled,
      StateLayout layout,
      Task task,
      List<String> features,
      Scaling scaling,
      double[] state,
      Precision precision) {
    this(compiled, layout, task, Link.of(task), features, scaling, state, precision);
  }

  /**
   * A trained network.
   *
   * @param compiled its layers
   * @param layout where its weights and statistics lie in {@code state}
   * @param task what it answers
   * @param link what makes its answers of its outputs
   * @param features names of its inputs, {@code [F]}
   * @param scaling what is done to raw inputs, and undone to outputs
   * @param state all its numbers; handed over
   * @param precision in which it computes
   */
  public TrainedNetwork(
      CompiledNetwork compiled,
      StateLayout layout,
      Task task,
      Link link,
      List<String> features,
      Scaling scaling,
      double[] state,
      Precision precision) {
    this(compiled, layout, task, link, features, scaling, state, precision, Map.of());
  }

  private TrainedNetwork(
      CompiledNetwork compiled,
      StateLayout layout,
      Task task,
      Link link,
      List<String> features,
      Scaling scaling,
      double[] state,
      Precision precision,
      Map<String, String> attachments) {
    this.compiled = compiled;
    this.layout = layout;
    this.task = task;
    this.link = link;
    this.features = List.copyOf(features);
    this.scaling = scaling;
    this.state = state;
    this.precision = precision;
    this.attachments = Map.copyOf(attachments);
  }

  /** The same network with texts that are saved with it, such as how raw columns are prepared. */
  public TrainedNetwork withAttachments(Map<String, String> texts) {
    return new TrainedNetwork(
        compiled, layout, task, link, features, scaling, state, precision, texts);
  }

  /** The texts that are saved with it. */
  public Map<String, String> attachments() {
    return attachments;
  }

  /**
   * What it says about raw rows.
   *
   * @param inputs {@code [N, F]}, row-major, as they come, not scaled
   */
  public Predictions predict(float... inputs) {
    rows(inputs);
    OptionalInt passes = passes();
    return passes.isPresent()
        ? spread(passes.getAsInt(), inputs).mean()
        : link.predictions(task, ofScaled(scaling.inputs(inputs)), scaling);
  }

  /** How many rows these are. */
  private int rows(float... inputs) {
    int f = compiled.inputs();
    if (inputs.length % f != 0) {
      throw new IllegalArgumentException(
          "inputs: " + inputs.length + " numbers, expected a multiple of " + f);
    }
    return inputs.length / f;
  }

  /** How many masks its recipe asks for with each prediction, if it does. */
  public OptionalInt passes() {
    return compiled.recipe().terms().stream()
        .filter(term -> term.name().equals(MonteCarlo.DECLARATION.name()))
        .mapToInt(term -> (int) term.number(MonteCarlo.PASSES))
        .findFirst();
  }

  /**
   * What it says about raw rows with masks and noise live.
   *
   * @param mean over all passes, of probabilities or numbers
   * @param deviation how far the passes are apart: their standard deviation, for each output
   */
  public record Spread(Predictions mean, Predictions deviation) {}

  /**
   * Monte-Carlo dropout: predictions under so many masks, whatever the recipe says of {@code
   * monte-carlo}; deviations are 0 where it has neither dropout nor noise.
   *
   * @param passes how many, at least 1
   * @param inputs {@code [N, F]}, row-major, as they come, not scaled
   */
  public Spread spread(int passes, float... inputs) {
    return spread(Sampling.of(passes), inputs);
  }

  /** The same with masks of one's own, for rows that come a piece at a time. */
  public Spread spread(Sampling sampling, float... inputs) {
    int f = compiled.inputs();
    int rows = rows(inputs);
    int passes = sampling.passes();
    Samples samples = new Samples(task, link, scaling, rows * compiled.outputs(), passes);
    float[] scaled = scaling.inputs(inputs);
    return atWork(
        (population, arena) -> {
          Sampler sampler =
              new Sampler(compiled, population, sampling.seed(), strengths(arena), arena);
          int from = 0;
          while (from < rows) {
            long place = sampling.first() + from;
            int to = Math.min(from + Sampler.room(place), rows);
            int at = from * compiled.outputs();
            float[] piece = Arrays.copyOfRange(scaled, from * f, to * f);
            Tensor x = Tensors.of(precision, piece, 1, to - from, f);
            sampler.each(
                x, place, passes, (pass, outputs) -> samples.add(at, Tensors.toDoubles(outputs)));
            from = to;
          }
          return new Spread(samples.mean(), samples.deviation());
        });
  }

  /** How good its predictions are for rows whose truth is known. */
  public Scores evaluate(Dataset rows) {
    if (!rows.task().equals(task)) {
      throw new IllegalArgumentException("task " + rows.task() + ": expected " + task);
    }
    return Scores.of(predict(rows.inputs()), rows);
  }

  /**
   * What its output layer says, {@code [N, O]} row-major, before that is made into probabilities or
   * scaled back; without masks, whatever the recipe says.
   *
   * @param inputs {@code [N, F]}, row-major, as they come, not scaled
   */
  public double[] outputs(float... inputs) {
    rows(inputs);
    return ofScaled(scaling.inputs(inputs));
  }

  /**
   * What each layer hands on of one row, with its activation and all that stands behind it, by the
   * layer's name: {@code dense1}.
   *
   * @param row {@code [F]}, as it comes, not scaled
   */
  public Map<String, double[]> activations(float... row) {
    if (row.length != compiled.inputs()) {
      throw new IllegalArgumentException(
          "row: " + row.length + " numbers, expected " + compiled.inputs());
    }
    List<Node> nodes = compiled.nodes().stream().flatMap(ResidualNode::forEvaluation).toList();
    return atWork(
        (population, arena) -> {
          Map<String, double[]> said = new LinkedHashMap<>();
          Tensor x = Tensors.of(precision, scaling.inputs(row), 1, 1, row.length);
          network(population, arena)
              .evaluate(
                  x,
                  (i, output) ->
                      said.put(nodes.get(i).name().split("/", 2)[0], Tensors.toDoubles(output)));
          return said;
        });
  }

  private double[] ofScaled(float[] scaled) {
    int f = compiled.inputs();
    int rows = scaled.length / f;
    int width = compiled.outputs();
    double[] outputs = new double[rows * width];
    return atWork(
        (population, arena) -> {
          Network network = network(population, arena);
          for (int from = 0; from < rows; from += Network.EVALUATION_ROWS) {
            int to = Math.min(from + Network.EVALUATION_ROWS, rows);
            float[] piece = Arrays.copyOfRange(scaled, from * f, to * f);
            double[] part = outputs(network, piece, to - from);
            System.arraycopy(part, 0, outputs, from * width, part.length);
          }
          return outputs;
        });
  }

  /** What somebody makes of this network while it is a population of one. */
  private <R> R atWork(BiFunction<Population, Arena, R> task) {
    NativeLibrary.useOneThread();
    try (Scope scope = Scope.open();
        Population population = Population.zeros(layout, precision, 1);
        Arena arena = new Arena()) {
      population.setRow(0, state, 0);
      return task.apply(population, arena);
    }
  }

  private double[] outputs(Network network, float[] piece, int rows) {
    try (Scope scope = Scope.open()) {
      Tensor x = Tensors.of(precision, piece, 1, rows, compiled.inputs());
      return Tensors.toDoubles(network.forward(x, Pass.EVALUATION));
    }
  }

  /**
   * By how much it is outside the set of each constraint of its recipe, as a share of the limit: 0
   * inside, no more than a rounding after a training. Constraints as written; a number is missing
   * where the limit counts from the start of the training, which a file does not keep.
   */
  public Map<String, OptionalDouble> violations() {
    return atWork((population, arena) -> new Violations(this, population).all(strengths(arena)));
  }

  private Network network(Population population, Arena arena) {
    return Network.forEvaluation(compiled, Site.forEvaluation(population, strengths(arena), arena));
  }

  private List<Strengths> strengths(Arena arena) {
    return compiled.recipe().terms().stream().map(term -> strengths(term, arena)).toList();
  }

  private Strengths strengths(Term term, Arena arena) {
    return new Strengths(
        term.numbers().entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey(), e -> PerMember.of(e.getValue()))),
        precision,
        arena);
  }

  /** Writes it to a safetensors file, beside the target and then moved into place. */
  public void save(Path file) throws IOException {
    NetworkFile.write(this, file);
  }

  /**
   * Reads one from a file that {@link #save} wrote.
   *
   * @throws dev.bridle.file.FileFormatException if the file is damaged, or another tool's
   */
  public static TrainedNetwork load(Path file) throws IOException {
    return NetworkFile.read(file);
  }

  /** Its layers. */
  public CompiledNetwork compiled() {
    return compiled;
  }

  /** What it answers. */
  public Task task() {
    return task;
  }

  /** What makes its answers of its outputs. */
  public Link link() {
    return link;
  }

  /** The names of its inputs, {@code [F]}. */
  public List<String> features() {
    return features;
  }

  /** What is done to raw inputs, and undone to outputs. */
  public Scaling scaling() {
    return scaling;
  }

  /** In which it computes. */
  public Precision precision() {
    return precision;
  }

  /** The numbers of a weight or statistic by name, {@code dense1.kernel}, row-major. */
  public double[] values(String name) {
    for (int i = 0; i < layout.weights().size(); i++) {
      if (layout.weights().get(i).name().equals(name)) {
        int from = layout.offset(i);
        return Arrays.copyOfRange(state, from, from + layout.weights().get(i).size());
      }
    }
    for (int i = 0; i < layout.statistics().size(); i++) {
      if (layout.statistics().get(i).name().equals(name)) {
        int from = layout.statisticOffset(i);
        return Arrays.copyOfRange(state, from, from + layout.statistics().get(i).size());
      }
    }
    throw new IllegalArgumentException(
        "weight \"" + name + "\": expected one of " + layout.weights());
  }

  StateLayout layout() {
    return layout;
  }
}
