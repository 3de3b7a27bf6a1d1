package dev.bridle.train;

import dev.bridle.population.Population;
import dev.bridle.population.Role;
import dev.bridle.population.StateLayout;
import dev.bridle.population.Weight;
import dev.bridle.population.WeightSpec;
import dev.bridle.tensor.Arena;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts the weights of a population into tiles that stay in a core's cache while penalties, decay,
 * update and projections pass over them: memory is read and written once, not once by each.
 *
 * <p>The biases of a layer go with its first tile, so that a constraint finds them moved. Where a
 * term looks at more than one unit at a time, its layer is not cut. Cutting changes no bit: what is
 * cut are only operations on single numbers and single units.
 */
final class Tiles {
  /**
   * Numbers of a tile, all members and arrays (weights, gradient, what the rule keeps) together: a
   * megabyte in single precision, half of what second-level caches hold today.
   */
  private static final int NUMBERS = 1 << 19;

  private Tiles() {}

  /**
   * The tiles of a population, each a list of weights or of some units of weights.
   *
   * @param arrays how many numbers there are for each weight
   */
  static List<List<Weight>> of(
      Population population, List<BoundTerm> terms, int arrays, Arena arena) {
    int most = NUMBERS / arrays / population.members();
    if (population.layout().trained() <= most) {
      return List.of(population.weights());
    }
    Map<String, List<Weight>> layers = new LinkedHashMap<>();
    for (Weight weight : population.weights()) {
      layers.computeIfAbsent(weight.spec().layer(), name -> new ArrayList<>()).add(weight);
    }
    List<List<Weight>> tiles = new ArrayList<>();
    layers.values().forEach(layer -> tiles.addAll(cut(layer, population, terms, most, arena)));
    return tiles;
  }

  /** Cuts the kernel of a layer; its other weights, small ones, go with the first part. */
  private static List<List<Weight>> cut(
      List<Weight> layer, Population population, List<BoundTerm> terms, int most, Arena arena) {
    Weight kernel = layer.get(0);
    WeightSpec spec = kernel.spec();
    boolean whole =
        spec.role() != Role.KERNEL
            || spec.unitAxis() != 0
            || terms.stream().anyMatch(t -> !t.byUnits() && layer.stream().anyMatch(t::actsOn));
    if (whole) {
      return List.of(layer);
    }
    int units = spec.shape().get(0);
    int each = unitsOfTile(units, spec.fanIn(), most);
    List<List<Weight>> parts = new ArrayList<>();
    for (int from = 0; from < units; from += each) {
      int end = Math.min(from + each, units);
      List<Weight> part = new ArrayList<>();
      part.add(kernel.units(from, end, population.state(), arena));
      part.addAll(from == 0 ? layer.subList(1, layer.size()) : List.of());
      parts.add(part);
    }
    return parts;
  }

  /** So many units that tiles are of equal size and start at cache lines. */
  private static int unitsOfTile(int units, int fanIn, int most) {
    int tiles = units * fanIn / Math.max(1, most) + 1;
    int each = (units + tiles - 1) / tiles;
    int step = StateLayout.ALIGNMENT / greatestCommonDivisor(StateLayout.ALIGNMENT, fanIn);
    return (each + step - 1) / step * step;
  }

  private static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }
}
