package dev.bridle.train;

import dev.bridle.layer.Node;
import dev.bridle.penalty.Penalty;
import dev.bridle.population.Population;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;

/**
 * What each penalty of a recipe amounts to on the final weights, apart from the data loss.
 *
 * @param lines one for each penalty and weight
 */
public record Ledger(List<Line> lines) {
  /** Copies the lines. */
  public Ledger {
    lines = List.copyOf(lines);
  }

  /**
   * One penalty on one weight, or on the activations of one layer.
   *
   * @param penalty its name: {@code l2}
   * @param weight the weight's name, {@code dense1.kernel}, or the layer's, {@code dense1}
   * @param value what it adds to the loss
   */
  public record Line(String penalty, String weight, double value) {}

  /** What each penalty on weights amounts to now, for member k at place k of the result. */
  static List<Ledger> of(List<BoundTerm> terms, Population population) {
    return of(terms, population, List.of(), List.of());
  }

  /**
   * The same with those that are layers.
   *
   * @param layers the layers that are terms of the loss
   * @param values of each layer, {@code [K]}
   */
  static List<Ledger> of(
      List<BoundTerm> terms, Population population, List<Node> layers, List<double[]> values) {
    List<List<Line>> lines = new ArrayList<>();
    for (int k = 0; k < population.members(); k++) {
      lines.add(new ArrayList<>());
    }
    for (BoundTerm term : terms) {
      for (Weight weight : term.weights(population)) {
        term.penalty().ifPresent(penalty -> add(lines, term, weight, penalty));
      }
    }
    for (int i = 0; i < layers.size(); i++) {
      String layer = layers.get(i).name().replaceFirst("/.*", "");
      for (int k = 0; k < lines.size(); k++) {
        String penalty = layers.get(i).penalty().orElseThrow();
        lines.get(k).add(new Line(penalty, layer, values.get(i)[k]));
      }
    }
    return lines.stream().map(Ledger::new).toList();
  }

  private static void add(List<List<Line>> lines, BoundTerm term, Weight weight, Penalty penalty) {
    double[] values = Tensors.toDoubles(penalty.value(weight, term.strengths()));
    for (int k = 0; k < values.length; k++) {
      lines.get(k).add(new Line(term.name(), weight.spec().name(), values[k]));
    }
  }

  /** All penalties together. */
  public double total() {
    return lines.stream().mapToDouble(Line::value).sum();
  }

  /** All of one penalty. */
  public double of(String penalty) {
    return lines.stream().filter(l -> l.penalty().equals(penalty)).mapToDouble(Line::value).sum();
  }
}
