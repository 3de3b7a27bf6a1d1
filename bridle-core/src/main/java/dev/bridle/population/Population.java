package dev.bridle.population;

import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/**
 * The state of K networks of one structure: one row for each, trained weights first, statistics
 * last.
 *
 * <p>Averages, best weights, momentum are tensors of the same form, so that what is to be done to
 * all weights of all members is one operator; layers see strided views. Close it when done.
 */
public final class Population implements AutoCloseable {
  /** Under what the norms that a weight's vectors had at the start are remembered. */
  static final String INITIAL_NORM = "initial-norm";

  private final Arena arena = new Arena();
  private final StateLayout layout;
  private final Precision precision;
  private final Tensor state;
  private final Tensor trained;
  private final List<Weight> weights = new ArrayList<>();
  private final Map<String, Tensor> statistics = new HashMap<>();

  private Population(StateLayout layout, Precision precision, int members) {
    this.layout = layout;
    this.precision = precision;
    this.state = arena.zeros(precision, members, layout.total());
    this.trained = arena.keep(state.narrow(1, 0, layout.trained()));
    for (int i = 0; i < layout.statistics().size(); i++) {
      StatisticSpec spec = layout.statistics().get(i);
      Tensor view = arena.keep(state.narrow(1, layout.statisticOffset(i), spec.size()));
      view.fill_(Tensors.constant(spec.initial()));
      statistics.put(spec.name(), view);
    }
    for (int i = 0; i < layout.weights().size(); i++) {
      weights.add(Weight.of(layout.weights().get(i), layout.offset(i), state, arena));
    }
    weights.replaceAll(this::withPartners);
  }

  /** K members whose weights are all 0 and whose statistics have their first values. */
  public static Population zeros(StateLayout layout, Precision precision, int members) {
    return new Population(layout, precision, members);
  }

  /** One member for each replicate key given, with the initial weights of that replicate. */
  public static Population initial(StateLayout layout, Precision precision, List<Key> replicates) {
    Population population = new Population(layout, precision, replicates.size());
    Map<Key, double[]> drawn = new HashMap<>();
    for (int k = 0; k < replicates.size(); k++) {
      double[] row = drawn.computeIfAbsent(replicates.get(k), key -> firstRow(layout, key));
      population.setRow(k, row, 0);
    }
    return population;
  }

  /** Some members, in the order given, as a population of their own; this one stays as it is. */
  public Population select(int... members) {
    Population selected = new Population(layout, precision, members.length);
    for (int i = 0; i < members.length; i++) {
      selected.copyRow(i, this, members[i]);
    }
    return selected;
  }

  /** Everything of all members, {@code [K, P + S]}. */
  public Tensor state() {
    return state;
  }

  /** The trained part, {@code [K, P]}: a view of rows that lie P + S apart. */
  public Tensor trained() {
    return trained;
  }

  /** The weights in the order in which they lie in a row. */
  public List<Weight> weights() {
    return List.copyOf(weights);
  }

  /** The weight of that name: {@code dense1.kernel}. */
  public Weight weight(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "weight \"" + name + "\": expected one of " + weights));
  }

  /** The statistic of that name, {@code [K, n]}. */
  public Tensor statistic(String name) {
    Tensor statistic = statistics.get(name);
    if (statistic == null) {
      throw new IllegalArgumentException(
          "statistic \"" + name + "\": expected one of " + statistics.keySet());
    }
    return statistic;
  }

  /** How many members there are, K. */
  public int members() {
    return (int) state.size(0);
  }

  /** Where everything lies. */
  public StateLayout layout() {
    return layout;
  }

  /** The floating-point format. */
  public Precision precision() {
    return precision;
  }

  /** Everything of member {@code k}, as Java numbers. */
  public double[] row(int k) {
    try (Tensor row = state.select(0, k)) {
      return Tensors.toDoubles(row);
    }
  }

  /** Overwrites the state of member {@code k} from position {@code from} on. */
  public void setRow(int k, double[] values, int from) {
    try (Tensor row = state.select(0, k);
        Tensor part = row.narrow(0, from, values.length)) {
      Tensors.write(part, values);
    }
  }

  /** Overwrites the state of member {@code k} with that of member {@code other} of a population. */
  public void copyRow(int k, Population from, int other) {
    try (Tensor source = from.state.select(0, other);
        Tensor target = state.select(0, k)) {
      target.copy_(source);
    }
  }

  /** The name under which a weight's initial norms are kept, where somebody asks for them. */
  public static String initialNormName(WeightSpec spec) {
    return rememberedName(spec, INITIAL_NORM);
  }

  /** The name under which something that is remembered of a weight is kept. */
  public static String rememberedName(WeightSpec spec, String what) {
    return spec.name() + "." + what;
  }

  @Override
  public void close() {
    arena.close();
  }

  private Optional<Weight> find(String name) {
    return weights.stream().filter(w -> w.spec().name().equals(name)).findFirst();
  }

  private Weight withPartners(Weight weight) {
    Weight known = weight;
    if (weight.spec().role() == Role.KERNEL) {
      known = find(weight.spec().layer() + "." + Role.BIAS).map(weight::withBias).orElse(weight);
    }
    String prefix = rememberedName(weight.spec(), "");
    for (Map.Entry<String, Tensor> statistic : statistics.entrySet()) {
      if (statistic.getKey().startsWith(prefix)) {
        String what = statistic.getKey().substring(prefix.length());
        known = known.withRemembered(what, statistic.getValue());
      }
    }
    return known;
  }

  private static double[] firstRow(StateLayout layout, Key replicate) {
    double[] row = new double[layout.trained()];
    for (int i = 0; i < layout.weights().size(); i++) {
      WeightSpec spec = layout.weights().get(i);
      float[] values = spec.initial().draw(spec, replicate.at("initial").at(spec.name()));
      for (int j = 0; j < values.length; j++) {
        row[layout.offset(i) + j] = values[j];
      }
    }
    for (int i = 0; i < layout.weights().size(); i++) {
      if (layout.weights().get(i).initial() == Initial.KERNEL_NORM) {
        writeNorms(layout, i, row);
      }
    }
    return row;
  }

  /** The norms of the units of a kernel, into a vector of the same layer. */
  private static void writeNorms(StateLayout layout, int vector, double[] row) {
    String name = layout.weights().get(vector).layer() + "." + Role.KERNEL;
    List<String> names = layout.weights().stream().map(WeightSpec::name).toList();
    WeightSpec kernel = layout.weights().get(names.indexOf(name));
    int from = layout.offset(names.indexOf(name));
    for (int unit = 0; unit < layout.weights().get(vector).size(); unit++) {
      double squares = 0;
      for (int j = 0; j < kernel.fanIn(); j++) {
        double w = row[from + unit * kernel.fanIn() + j];
        squares += w * w;
      }
      row[layout.offset(vector) + unit] = Math.sqrt(squares);
    }
  }
}
