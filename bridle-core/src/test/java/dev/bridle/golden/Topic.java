package dev.bridle.golden;

/** Cases of one file, and how the built things among them are computed. */
interface Topic {
  /** The file they are in: {@code max_norm.json}. */
  String file();

  /** Whether what the case is about is built. */
  boolean isBuilt(GoldenCase c);

  /**
   * Computes a case that is built.
   *
   * @param company the precision, and who else is in the population
   * @param readings where every expected number goes with the computed one
   */
  void compute(GoldenCase c, Company company, Readings readings);
}
