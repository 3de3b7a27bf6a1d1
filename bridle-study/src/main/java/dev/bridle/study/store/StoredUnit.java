package dev.bridle.study.store;

/**
 * A unit as the store knows it.
 *
 * @param id its number, in the order of adding, from 1
 * @param key its name
 * @param begun whether a process is training it, or died over it
 * @param deaths how many processes died while they were training it
 */
record StoredUnit(long id, UnitKey key, boolean begun, int deaths) {
  /** How many processes a unit may end before it is given up. */
  static final int MOST_DEATHS = 2;

  /** Whether it is given up: it ended so many processes that it is likely to be the reason. */
  boolean isPoisoned() {
    return deaths >= MOST_DEATHS;
  }

  StoredUnit with(boolean nowBegun, int nowDeaths) {
    return new StoredUnit(id, key, nowBegun, nowDeaths);
  }
}
