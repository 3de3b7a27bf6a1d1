package dev.bridle.pruning;

import dev.bridle.architecture.LayerSpec;
import java.util.Optional;

/**
 * A layer that stays as it is, and with it all that comes in.
 *
 * @param name {@code residual1}
 * @param spec as written
 * @param units the channels that go out
 * @param reason why: "residual1 keeps all its units, since ..."
 */
record WholePart(String name, LayerSpec spec, int units, String reason) implements Part {
  @Override
  public Optional<String> whole() {
    return Optional.of(reason);
  }

  @Override
  public boolean isConstant(int unit) {
    return false;
  }

  @Override
  public LayerSpec with(int kept) {
    return spec;
  }

  @Override
  public double[] cut(String weight, double[] values, Kept inputs, Kept kept, double... missed) {
    return values;
  }
}
