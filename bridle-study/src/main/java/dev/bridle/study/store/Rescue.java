package dev.bridle.study.store;

import dev.bridle.study.store.StoreException.Reason;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what is whole in a damaged store, row by row, and writes it into a new one.
 *
 * <p>Every row is looked up by its number, so that a page that cannot be read costs only the rows
 * that can be reached through it alone. A row counts as whole if its checksum is right.
 */
final class Rescue {
  /** Rows are longer than this, so that a file has no more of them than bytes divided by it. */
  private static final int SHORTEST_ROW = 32;

  private final List<UnitKey> units = new ArrayList<>();
  private final List<StoredResult> results = new ArrayList<>();
  private final List<String> openings = new ArrayList<>();
  private Map<Long, Map<String, String>> versions = Map.of();

  private Rescue() {}

  static Repaired repair(Path from, Path to, Connector connector) {
    StudyFolder damaged = StudyFolder.existing(from);
    damaged.requireStore();
    Inspection.requireContent(damaged.store());
    StudyFolder folder = StudyFolder.made(to);
    try (WriterLock lock = WriterLock.acquire(folder)) {
      Access access = damaged.isFrozen() ? Access.READ_FROZEN : Access.READ;
      try (Database database = Database.open(connector, damaged.store(), access)) {
        return new Rescue().repair(database, damaged, new Creation(folder, connector));
      }
    }
  }

  private Repaired repair(Database database, StudyFolder damaged, Creation creation) {
    // Without this SQLite reads nothing from a file that is shorter than its header says.
    database.alone("PRAGMA writable_schema = ON");
    StudyPlanRecord plan = database.glean(sql -> plan(sql, damaged));
    Repaired repaired = database.glean(sql -> readUnits(sql, damaged));
    List<UnitResult> saved = results.stream().map(StoredResult::result).toList();
    creation.create(Space.of(plan, units) + Space.ofResults(saved), sql -> write(sql, plan));
    return repaired;
  }

  private static StudyPlanRecord plan(Sql sql, StudyFolder damaged) throws SQLException {
    Inspection.requireOurs(sql, damaged.store());
    try {
      return PlanRows.plan(sql);
    } catch (SQLException | Damage e) {
      throw new StoreException(
          Reason.DAMAGED,
          damaged.store()
              + ": damaged at its plan, without which results say nothing; nothing can be saved",
          e);
    }
  }

  private Repaired readUnits(Sql sql, StudyFolder damaged) throws SQLException {
    versions = PlanRows.versions(sql);
    long last = lastUnit(sql, damaged);
    for (long id = 1; id <= last; id++) {
      readUnit(sql, id);
    }
    whole(() -> openings.addAll(OpeningRows.all(sql)));
    long counted = whole(() -> Tally.RESULTS.rows(sql)).orElse((long) results.size());
    return new Repaired(
        units.size(),
        (int) Math.max(0, last - units.size()),
        results.size(),
        (int) Math.max(0, counted - results.size()));
  }

  /** Units are numbered without gaps; where their number is lost, the file's size limits it. */
  private static long lastUnit(Sql sql, StudyFolder damaged) {
    long most = damaged.store().toFile().length() / SHORTEST_ROW;
    Optional<Long> counted = whole(() -> Tally.UNITS.rows(sql));
    Optional<Long> last = whole(() -> sql.number("SELECT coalesce(max(id), 0) AS n FROM unit"));
    if (counted.isEmpty() && last.isEmpty()) {
      return most;
    }
    return Math.min(most, Math.max(counted.orElse(0L), last.orElse(0L)));
  }

  private void readUnit(Sql sql, long id) {
    Optional<StoredUnit> unit = whole(() -> UnitRows.at(sql, id)).flatMap(found -> found);
    if (unit.isPresent()) {
      units.add(unit.get().key());
      whole(() -> ResultRows.of(sql, unit.get()))
          .flatMap(found -> found)
          .filter(stored -> versions.containsKey(stored.versions()))
          .ifPresent(results::add);
    }
  }

  /** What was read, or nothing if it is not whole. */
  private static <T> Optional<T> whole(Damage.Reading<T> reading) {
    try {
      return Optional.of(reading.read());
    } catch (SQLException | Damage e) {
      return Optional.empty();
    }
  }

  private int write(Sql sql, StudyPlanRecord plan) throws SQLException {
    PlanRows.insert(sql, plan);
    Writes.addUnits(sql, units);
    for (StoredResult stored : results) {
      Map<String, String> used = PlanRows.versionsOf(stored.versions(), versions);
      Writes.put(sql, List.of(stored.result()), used);
    }
    for (String purpose : openings) {
      OpeningRows.put(sql, purpose);
    }
    return results.size();
  }
}
