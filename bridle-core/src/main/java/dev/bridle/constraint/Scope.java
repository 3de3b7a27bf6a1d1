package dev.bridle.constraint;

import dev.bridle.population.Weight;
import dev.bridle.population.WeightSpec;
import org.bytedeco.pytorch.Tensor;

/** What makes up one vector of a weight; the axes come from the weight's own declaration. */
public enum Scope {
  /** What one unit receives: a row of a dense weight, a filter of a convolution. */
  PER_UNIT,
  /** What one input sends out: a column of a dense weight. */
  PER_INPUT,
  /** All numbers of the weight. */
  WHOLE;

  long[] axes(Weight weight) {
    return switch (this) {
      case PER_UNIT -> weight.incomingAxes();
      case PER_INPUT -> weight.outgoingAxes();
      case WHOLE -> weight.allAxes();
    };
  }

  /** The vectors one below the other, {@code [K, vectors, length]}: a view where it can be one. */
  Tensor vectors(Weight weight) {
    Tensor value = weight.value();
    WeightSpec spec = weight.spec();
    int axis =
        switch (this) {
          case PER_UNIT -> spec.unitAxis();
          case PER_INPUT -> spec.inputAxis();
          case WHOLE -> -1;
        };
    Tensor first = axis < 1 ? value : value.movedim(axis + 1L, 1);
    return first.reshape(value.size(0), vectors(spec), -1);
  }

  /** How many vectors there are. */
  int vectors(WeightSpec spec) {
    return switch (this) {
      case PER_UNIT -> spec.shape().get(spec.unitAxis());
      case PER_INPUT -> spec.inputAxis() < 0 ? 1 : spec.shape().get(spec.inputAxis());
      case WHOLE -> 1;
    };
  }

  /** How many numbers a vector has. */
  int length(Weight weight) {
    return weight.spec().size() / vectors(weight.spec());
  }
}
