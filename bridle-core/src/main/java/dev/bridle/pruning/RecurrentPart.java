package dev.bridle.pruning;

import dev.bridle.architecture.LayerSpec;
import dev.bridle.layer.CellKind;
import dev.bridle.layer.Shape;
import dev.bridle.model.TrainedNetwork;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A recurrent layer that reads in one direction. Its kernels are {@code [gates units, F]} and
 * {@code [gates units, units]}, gate by gate, the candidate last.
 *
 * <p>A unit whose candidate hears nothing and has no bias stays at the 0 it starts with, whatever
 * its gates say: \( \tanh 0 = 0 \) is what they let in. What it hears of itself does not count. A
 * channel that always says c goes into the biases of all gates. Where steps of zeros are padding,
 * only a channel of zeros may go: without another, other steps might be taken for padding.
 */
final class RecurrentPart implements Part {
  private final String name;
  private final LayerSpec.Recurrent spec;
  private final boolean masked;
  private final int gates;
  private final Kernel fromInput;
  private final Kernel fromState;
  private final double[] biases; // what is added to the candidate, all of it

  /**
   * A recurrent layer.
   *
   * @param features of a time step
   * @param masked whether steps of zeros are padding
   */
  RecurrentPart(
      TrainedNetwork network, String name, LayerSpec.Recurrent spec, int features, boolean masked) {
    this.name = name;
    this.spec = spec;
    this.masked = masked;
    this.fromInput = new Kernel(network.values(name + "/input.kernel"), Shape.of(features));
    this.fromState = new Kernel(network.values(name + "/recurrent.kernel"), Shape.of(spec.units()));
    this.gates = fromInput.rows() / spec.units();
    this.biases = network.values(name + "/input.bias");
    if (CellKind.of(spec.kind()) == CellKind.GRU) {
      addMagnitudes(network.values(name + "/recurrent.bias"));
    }
  }

  /** Two biases that cancel each other are not none: a gate stands between them. */
  private void addMagnitudes(double... others) {
    for (int row = 0; row < biases.length; row++) {
      biases[row] = Math.abs(biases[row]) + Math.abs(others[row]);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int units() {
    return spec.units();
  }

  @Override
  public boolean isConstant(int unit) {
    int candidate = (gates - 1) * units() + unit;
    return biases[candidate] == 0
        && fromInput.isDeaf(candidate)
        && others(unit).allMatch(other -> fromState.isZero(candidate, other));
  }

  @Override
  public boolean isUnheard(int channel) {
    return fromInput.isUnheard(channel);
  }

  @Override
  public boolean canMiss(int channel, OptionalDouble said) {
    return masked
        ? said.isPresent() && said.getAsDouble() == 0
        : said.isPresent() || isUnheard(channel);
  }

  @Override
  public Optional<String> needs() {
    return masked
        ? Optional.of(name + " behind it takes steps of zeros for padding")
        : Optional.empty();
  }

  @Override
  public boolean isUnheardInside(int unit) {
    return IntStream.range(0, fromState.rows())
        .filter(row -> row % units() != unit)
        .allMatch(row -> fromState.isZero(row, unit));
  }

  private IntStream others(int unit) {
    return IntStream.range(0, units()).filter(other -> other != unit);
  }

  @Override
  public LayerSpec with(int units) {
    return new LayerSpec.Recurrent(
        spec.kind(), units, spec.sequence(), spec.bidirectional(), spec.masked());
  }

  @Override
  public double[] cut(String weight, double[] values, Kept inputs, Kept units, double... missed) {
    Kept rows = units.within(Shape.of(gates, units()));
    if (weight.equals(name + "/input.kernel")) {
      return fromInput.cut(rows, inputs);
    }
    if (weight.equals(name + "/recurrent.kernel")) {
      return fromState.cut(rows, units);
    }
    if (weight.equals(name + "/input.bias")) {
      addTo(values, missed);
    }
    boolean own = weight.equals(name + "/input.bias") || weight.equals(name + "/recurrent.bias");
    return own ? rows.vector(values) : units.vector(values);
  }

  private void addTo(double[] inputBiases, double... missed) {
    for (int row = 0; row < inputBiases.length; row++) {
      for (int channel = 0; channel < missed.length; channel++) {
        inputBiases[row] += missed[channel] * fromInput.sum(row, channel);
      }
    }
  }
}
