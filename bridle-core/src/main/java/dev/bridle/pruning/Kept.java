package dev.bridle.pruning;

import dev.bridle.layer.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which of some units, or inputs, stay.
 *
 * @param of how many there were
 * @param places of those that stay, ascending
 */
record Kept(int of, List<Integer> places) {
  /** Copies the list. */
  Kept {
    places = List.copyOf(places);
  }

  /** All of them. */
  static Kept all(int of) {
    return without(of, place -> false);
  }

  /** All but those that may go; the first one, if all may. */
  static Kept without(int of, IntPredicate mayGo) {
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < of; place++) {
      if (!mayGo.test(place)) {
        places.add(place);
      }
    }
    return new Kept(of, places.isEmpty() ? List.of(0) : places);
  }

  /** The numbers that stay of a row of that shape if these are its channels. */
  Kept within(Shape shape) {
    List<Integer> numbers = new ArrayList<>();
    places.forEach(channel -> numbers(shape, channel).forEach(numbers::add));
    Collections.sort(numbers);
    return new Kept(shape.size(), numbers);
  }

  /** Where the numbers of a channel are in a row, ascending. */
  static IntStream numbers(Shape shape, int channel) {
    int positions = shape.positions();
    return shape.isSeries()
        ? IntStream.range(0, positions).map(t -> t * shape.channels() + channel)
        : IntStream.range(channel * positions, (channel + 1) * positions);
  }

  /** How many stay. */
  int size() {
    return places.size();
  }

  /** Whether all stay. */
  boolean isAll() {
    return size() == of;
  }

  /** These, out of what {@code earlier} had kept. */
  Kept after(Kept earlier) {
    return new Kept(earlier.of, places.stream().map(earlier.places::get).toList());
  }

  /** The columns that stay of rows {@code [N, of]}. */
  double[] columns(double... rows) {
    double[] kept = new double[rows.length / of * size()];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = rows[i / size() * of + places.get(i % size())];
    }
    return kept;
  }

  /** The columns that stay of rows {@code [N, of]}. */
  float[] columns(float... rows) {
    float[] kept = new float[rows.length / of * size()];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = rows[i / size() * of + places.get(i % size())];
    }
    return kept;
  }

  /** What stays of a vector; if all stay, it may have any length. */
  double[] vector(double... all) {
    return isAll() ? all : rows(1, all);
  }

  /** The rows that stay of {@code [of, width]}. */
  double[] rows(int width, double... all) {
    double[] kept = new double[size() * width];
    for (int i = 0; i < size(); i++) {
      System.arraycopy(all, places.get(i) * width, kept, i * width, width);
    }
    return kept;
  }
}
