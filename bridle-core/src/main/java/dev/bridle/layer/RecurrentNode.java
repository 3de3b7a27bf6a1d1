package dev.bridle.layer;

import dev.bridle.population.Initial;
import dev.bridle.population.Role;
import dev.bridle.population.WeightSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A recurrent layer as a value: a cell that reads a series {@code [T, F]} step by step.
 *
 * <p>Each direction has an input kernel {@code [gates units, F]} and a recurrent kernel {@code
 * [gates units, units]}, in which a row, one gate of one unit, is a unit. Gates lie one behind the
 * other: of an LSTM output, input, forget, candidate; of a GRU reset, update, candidate. One bias
 * is added to the sum of both products; a GRU has a second one inside the reset gate, as PyTorch
 * and Keras.
 *
 * @param name {@code lstm1}
 * @param cell which cell
 * @param input what comes in
 * @param units of each direction, H
 * @param bidirectional whether a second cell reads the series from its end
 * @param sequence whether the states of all steps go out, {@code [T, H]}, or the last, {@code [H]}
 * @param masked whether steps whose numbers are all 0 are padding: the state stays, and a sequence
 *     has zeros there
 * @param dropout the place in the recipe of a term that drops inputs and states, if there is one
 * @param zoneout the place of a term that keeps states, if there is one
 */
public record RecurrentNode(
    String name,
    CellKind cell,
    Shape input,
    int units,
    boolean bidirectional,
    boolean sequence,
    boolean masked,
    OptionalInt dropout,
    OptionalInt zoneout)
    implements Node {

  /** Checks that a series comes in. */
  public RecurrentNode {
    if (!input.isSeries()) {
      throw new IllegalArgumentException(
          cell.text() + " on input " + input + ": expected [time, features]");
    }
  }

  /** A layer without any regularizer inside. */
  public static RecurrentNode of(
      String name,
      CellKind cell,
      Shape input,
      int units,
      boolean bidirectional,
      boolean sequence,
      boolean masked) {
    return new RecurrentNode(
        name,
        cell,
        input,
        units,
        bidirectional,
        sequence,
        masked,
        OptionalInt.empty(),
        OptionalInt.empty());
  }

  /** The same with variational dropout inside. */
  public RecurrentNode withDropout(int term) {
    return new RecurrentNode(
        name, cell, input, units, bidirectional, sequence, masked, OptionalInt.of(term), zoneout);
  }

  /** The same with zoneout inside. */
  public RecurrentNode withZoneout(int term) {
    return new RecurrentNode(
        name, cell, input, units, bidirectional, sequence, masked, dropout, OptionalInt.of(term));
  }

  @Override
  public Shape shape() {
    int states = bidirectional ? 2 * units : units;
    return sequence ? Shape.of(input.size(0), states) : Shape.of(states);
  }

  /** How many time steps there are, T. */
  int steps() {
    return input.size(0);
  }

  /** How many numbers a time step has, F. */
  int features() {
    return input.size(1);
  }

  /** How many rows of pre-activations there are. */
  int rows() {
    return cell.gates() * units;
  }

  /**
   * The weights of a direction.
   *
   * @param input the input kernel, {@code [gates units, F]}
   * @param state the recurrent kernel, {@code [gates units, units]}
   * @param biases the one of the sum or of the input, then that of the state if there is one
   */
  public record Directed(WeightSpec input, WeightSpec state, List<WeightSpec> biases) {}

  /** What each direction declares, the one from the start first. */
  public List<Directed> directions() {
    List<Directed> directions = new ArrayList<>(List.of(directed("")));
    if (bidirectional) {
      directions.add(directed("reverse-"));
    }
    return directions;
  }

  private Directed directed(String prefix) {
    String ofInput = name + "/" + prefix + "input";
    String ofState = name + "/" + prefix + "recurrent";
    Initial bias = cell == CellKind.LSTM ? Initial.FORGET : Initial.ZERO;
    List<WeightSpec> biases = new ArrayList<>();
    biases.add(WeightSpec.vector(ofInput, Role.BIAS, rows(), bias));
    if (cell.apart()) {
      biases.add(WeightSpec.vector(ofState, Role.BIAS, rows(), Initial.ZERO));
    }
    return new Directed(
        WeightSpec.kernel(ofInput, List.of(rows(), features()), Initial.GLOROT),
        WeightSpec.kernel(ofState, List.of(rows(), units), Initial.ORTHOGONAL_BLOCKS),
        biases);
  }

  @Override
  public List<WeightSpec> weights() {
    List<WeightSpec> weights = new ArrayList<>();
    for (Directed directed : directions()) {
      weights.add(directed.input());
      weights.add(directed.state());
      weights.addAll(directed.biases());
    }
    return weights;
  }

  /** All weights are used in each time step. */
  @Override
  public long multiplications() {
    return steps() * Node.super.multiplications();
  }

  /** Gates, states and what the backward pass makes of them, for all time steps. */
  @Override
  public int workspace() {
    return shape().size() + steps() * units * (3 * cell.gates() + 4) * (bidirectional ? 2 : 1);
  }

  /** What goes out is a copy. */
  @Override
  public boolean outputMayBeScaled() {
    return true;
  }

  /** Here, and nowhere else, is decided how a recurrent layer is computed. */
  @Override
  public Layer build(Site site) {
    return new Recurrent(this, site, Inside.of(this, site));
  }
}
