package dev.bridle.export;

import dev.bridle.study.table.ColumnMismatch;
import java.util.List;

/** One tensor of numbers under one name: images, or windows of a time series. */
public sealed interface InputTensor extends ModelInput permits InputImages, InputWindows {
  /** The name of the input. */
  String name();

  /** Its axes behind that of the rows. */
  List<Integer> shape();

  /** Whether its numbers are in double precision. */
  boolean isDouble();

  /** What {@link #inputs(Rows)} makes of the numbers of rows, {@code [N, shape]} row-major. */
  float[] inputs(double... rows);

  /** A number as it may well come at a place of a row, by u in [0, 1). */
  double usual(int place, double u);

  /** Numbers as they hardly come at a place of a row, as many at each. */
  List<Double> extremes(int place);

  /** How many numbers a row has. */
  default int width() {
    return shape().stream().reduce(1, Math::multiplyExact);
  }

  @Override
  default List<String> names() {
    return List.of(name());
  }

  /** The rows as rows of numbers, if they are rows for this model. */
  default Rows.OfNumbers require(Rows rows) {
    if (rows instanceof Rows.OfNumbers numbers && numbers.width() == width()) {
      return numbers;
    }
    throw new ColumnMismatch(
        rows.source() + ": expected rows of the model's input " + name() + ", " + shape());
  }

  @Override
  default float[] inputs(Rows rows) {
    return inputs(require(rows).numbers());
  }
}
