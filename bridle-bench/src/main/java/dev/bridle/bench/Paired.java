package dev.bridle.bench;

/**
 * Two things measured in turns.
 *
 * @param first microseconds of the first, over its windows
 * @param ratio of the second to the first, over the pairs: median and quartiles
 */
record Paired(Spread first, Spread ratio) {
  /**
   * Pairs each measurement of the second with that of the first just before it.
   *
   * @throws IllegalArgumentException if there are not as many of each
   */
  static Paired of(double[] first, double[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          second.length
              + " measurements: expected "
              + first.length
              + ", one for each of the first");
    }
    double[] ratios = new double[first.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = second[i] / first[i];
    }
    return new Paired(Spread.range(first), Spread.quartiles(ratios));
  }
}
