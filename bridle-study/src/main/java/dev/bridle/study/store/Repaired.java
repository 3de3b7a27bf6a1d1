package dev.bridle.study.store;

/**
 * What could be saved of a damaged study.
 *
 * @param units how many units are in the new one
 * @param unitsLost how many are not; {@link StudyStore#addUnits} with the plan's units brings them
 *     back as missing
 * @param results how many results are in the new one
 * @param resultsLost how many are not; their units are missing and will be trained again
 */
public record Repaired(int units, int unitsLost, int results, int resultsLost) {
  /** Whether nothing is lost. */
  public boolean isComplete() {
    return unitsLost == 0 && resultsLost == 0;
  }
}
