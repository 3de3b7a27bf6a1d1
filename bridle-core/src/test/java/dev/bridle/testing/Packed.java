package dev.bridle.testing;

import dev.bridle.population.Population;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Tensors;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** The numbers of all weights one behind the other, without the padding between them. */
public final class Packed {
  private Packed() {}

  /** Overwrites the weights of member {@code k}, the first of them with the first numbers. */
  public static void set(Population population, int k, double... numbers) {
    write(population, population.state(), k, numbers);
  }

  /** Overwrites the parts of other rows {@code [K, P]} that belong to weights. */
  public static void write(Population population, Tensor rows, int k, double... numbers) {
    int at = 0;
    for (Weight weight : population.weights()) {
      Tensor part = weight.partOf(rows).select(0, k);
      double[] own = Arrays.copyOfRange(numbers, at, at + weight.spec().size());
      part.copy_(Given.tensor(Tensors.shape(part), own));
      at += own.length;
    }
  }

  /** The parts of rows {@code [K, P]} that belong to weights, {@code [K, parameters]}. */
  public static Tensor of(Population population, Tensor rows) {
    if (population.weights().isEmpty()) {
      return rows.narrow(1, 0, 0).clone();
    }
    List<Tensor> parts =
        population.weights().stream()
            .map(w -> w.partOf(rows).reshape(population.members(), -1))
            .toList();
    return Tensors.concatenate(1, parts.toArray(Tensor[]::new)).clone();
  }
}
