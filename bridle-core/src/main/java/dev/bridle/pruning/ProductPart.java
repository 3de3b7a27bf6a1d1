package dev.bridle.pruning;

import dev.bridle.architecture.LayerSpec;
import dev.bridle.layer.Shape;
import dev.bridle.model.TrainedNetwork;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A dense layer or a convolution without groups, with the kernel that it computes with: of normed
 * weights \( g v / \|v\| \).
 *
 * <p>A channel that always says c goes into the biases, \( b' = b + c \sum_t w_t \), the sum over
 * the pixels or steps of a channel, or over the taps of a filter. Not so where a convolution sees
 * zeros around its input: at the border fewer taps see c. Where weights are normed, lengths shrink
 * as the directions do, \( g' = g \|v'\| / \|v\| \), so that the weights that stay keep their
 * values.
 */
final class ProductPart implements Part {
  private final String name;
  private final LayerSpec spec;
  private final Shape columns;
  private final Kernel written;
  private final Kernel kernel;

  private ProductPart(TrainedNetwork network, String name, LayerSpec spec, Shape columns) {
    this.name = name;
    this.spec = spec;
    this.columns = columns;
    this.written = new Kernel(network.values(name + ".kernel"), columns);
    this.kernel = isNormed(network) ? normed(network.values(name + ".scale")) : written;
  }

  /**
   * A dense layer.
   *
   * @param input how what comes in is arranged
   */
  static ProductPart dense(TrainedNetwork network, String name, LayerSpec.Dense spec, Shape input) {
    return new ProductPart(network, name, spec, input);
  }

  /** A convolution over that input. */
  static ProductPart convolution(
      TrainedNetwork network, String name, LayerSpec.Convolution spec, Shape input) {
    int height = spec.size();
    int width = input.isSeries() ? 1 : spec.size();
    return new ProductPart(network, name, spec, Shape.of(input.channels(), height, width));
  }

  private boolean isNormed(TrainedNetwork network) {
    return network.compiled().layout(List.of()).weights().stream()
        .anyMatch(weight -> weight.name().equals(name + ".scale"));
  }

  private Kernel normed(double... lengths) {
    double[] factors = lengths.clone();
    for (int unit = 0; unit < factors.length; unit++) {
      double norm = written.norm(unit);
      factors[unit] = norm < Float.MIN_NORMAL ? 0 : lengths[unit] / norm;
    }
    return written.times(factors);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int units() {
    return kernel.rows();
  }

  @Override
  public boolean isConstant(int unit) {
    return kernel.isDeaf(unit);
  }

  @Override
  public boolean isUnheard(int channel) {
    return kernel.isUnheard(channel);
  }

  @Override
  public boolean canMiss(int channel, OptionalDouble said) {
    boolean folds = said.isPresent() && (padding() == 0 || said.getAsDouble() == 0);
    return folds || isUnheard(channel);
  }

  @Override
  public Optional<String> needs() {
    return padding() == 0
        ? Optional.empty()
        : Optional.of(
            name + " behind it sees zeros around its input, beside which a constant is none");
  }

  private int padding() {
    return spec instanceof LayerSpec.Convolution convolution ? convolution.padding() : 0;
  }

  @Override
  public LayerSpec with(int units) {
    if (spec instanceof LayerSpec.Convolution conv) {
      return new LayerSpec.Convolution(
          units, conv.size(), conv.stride(), conv.padding(), conv.groups(), conv.activation());
    }
    return new LayerSpec.Dense(units, ((LayerSpec.Dense) spec).activation());
  }

  @Override
  public double[] cut(String weight, double[] values, Kept inputs, Kept units, double... missed) {
    if (weight.equals(name + ".kernel")) {
      return written.cut(units, inputs);
    }
    if (weight.equals(name + ".bias")) {
      addTo(values, missed);
    }
    if (weight.equals(name + ".scale")) {
      shorten(values, inputs);
    }
    return units.vector(values);
  }

  /** Adds to the biases what will be heard no more. */
  private void addTo(double[] biases, double... missed) {
    for (int unit = 0; unit < biases.length; unit++) {
      int row = unit;
      biases[unit] +=
          IntStream.range(0, missed.length)
              .filter(channel -> missed[channel] != 0)
              .mapToDouble(channel -> missed[channel] * kernel.sum(row, channel))
              .sum();
    }
  }

  private void shorten(double[] lengths, Kept inputs) {
    Shape left = Shape.of(inputs.within(columns).size());
    Kernel part = new Kernel(written.cut(Kept.all(units()), inputs), left);
    for (int unit = 0; unit < lengths.length; unit++) {
      double norm = written.norm(unit);
      lengths[unit] *= norm == 0 ? 1 : part.norm(unit) / norm;
    }
  }
}
