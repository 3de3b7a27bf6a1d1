package dev.bridle.study.store;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What changes a study: each method is the inside of one transaction. */
final class Writes {
  private Writes() {}

  /** Adds the units that are not there yet; returns how many those were. */
  static int addUnits(Sql sql, List<UnitKey> keys) throws SQLException {
    requireDifferent(keys);
    int added = 0;
    for (UnitKey key : keys) {
      if (UnitRows.find(sql, key).isEmpty()) {
        UnitRows.insert(sql, key);
        added++;
      }
    }
    return added;
  }

  private static void requireDifferent(List<UnitKey> keys) {
    Set<UnitKey> seen = new HashSet<>();
    for (UnitKey key : keys) {
      if (!seen.add(key)) {
        throw new IllegalArgumentException(
            "unit " + key + ": expected once, found twice; a salt tells two arms apart");
      }
    }
  }

  static int begin(Sql sql, List<UnitKey> keys) throws SQLException {
    for (UnitKey key : keys) {
      StoredUnit unit = UnitRows.require(sql, key);
      if (unit.isPoisoned() || ResultRows.of(sql, unit).isPresent()) {
        String state = unit.isPoisoned() ? "it is given up" : "it has a result";
        throw new IllegalArgumentException(
            "unit " + key + ": expected one that is missing, " + state);
      }
      UnitRows.update(sql, unit.with(true, unit.deaths()));
    }
    return keys.size();
  }

  /**
   * Settles what was begun and not finished.
   *
   * @param died whether it was so because the process died; otherwise it does not count
   */
  static int settle(Sql sql, boolean died) throws SQLException {
    sql.run("DELETE FROM unit WHERE id < 1"); // none, but fails at once if nothing can be written
    List<StoredUnit> begun = UnitRows.begun(sql);
    for (StoredUnit unit : begun) {
      UnitRows.update(sql, unit.with(false, unit.deaths() + (died ? 1 : 0)));
    }
    return begun.size();
  }

  /** Forgets the deaths of units that are given up; returns how many those were. */
  static int retry(Sql sql) throws SQLException {
    int retried = 0;
    for (StoredUnit unit : UnitRows.all(sql)) {
      if (unit.isPoisoned()) {
        UnitRows.update(sql, unit.with(unit.begun(), 0));
        retried++;
      }
    }
    return retried;
  }

  /** Stores results made with some versions; one that is there already must be the same. */
  static int put(Sql sql, List<UnitResult> results, Map<String, String> versions)
      throws SQLException {
    for (UnitResult result : results) {
      StoredUnit unit = UnitRows.require(sql, result.key());
      Optional<StoredResult> there = ResultRows.of(sql, unit);
      if (there.isPresent()) {
        requireSame(there.get().result(), result);
      } else {
        long id = PlanRows.versionsId(sql, versions);
        ResultRows.insert(sql, unit, new StoredResult(result, id));
        UnitRows.update(sql, unit.with(false, unit.deaths()));
      }
    }
    return results.size();
  }

  private static void requireSame(UnitResult there, UnitResult here) {
    if (!there.sameApartFromTime(here)) {
      throw new IllegalArgumentException(
          "unit " + here.key() + ": expected the result it has already, found another");
    }
  }

  static int discard(Sql sql, List<UnitKey> keys) throws SQLException {
    for (UnitKey key : keys) {
      ResultRows.delete(sql, UnitRows.require(sql, key));
    }
    return keys.size();
  }
}
