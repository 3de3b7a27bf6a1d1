package dev.bridle.study.store;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads and writes the units of a study, done or not. */
final class UnitRows {
  private UnitRows() {}

  static void insert(Sql sql, UnitKey key) throws SQLException {
    StoredUnit unit = new StoredUnit(1 + Tally.UNITS.rows(sql), key, false, 0);
    sql.run(
        "INSERT INTO unit VALUES (?, ?, ?, ?, ?, 0, 0, ?)",
        unit.id(),
        key.phase(),
        key.recipe(),
        key.replicate(),
        key.salt(),
        checksum(unit).done());
    Tally.UNITS.add(sql);
  }

  /** Writes what can change: whether it is begun, and its deaths. */
  static void update(Sql sql, StoredUnit unit) throws SQLException {
    sql.run(
        "UPDATE unit SET begun = ?, deaths = ?, checksum = ? WHERE id = ?",
        unit.begun() ? 1 : 0,
        unit.deaths(),
        checksum(unit).done(),
        unit.id());
  }

  /** All units in the order of adding. */
  static List<StoredUnit> all(Sql sql) throws SQLException {
    return sql.all(UnitRows::unit, "SELECT * FROM unit ORDER BY id");
  }

  /** The units that a process began and neither finished nor gave back. */
  static List<StoredUnit> begun(Sql sql) throws SQLException {
    return sql.all(UnitRows::unit, "SELECT * FROM unit WHERE begun <> 0 ORDER BY id");
  }

  static Optional<StoredUnit> at(Sql sql, long id) throws SQLException {
    return sql.first(UnitRows::unit, "SELECT * FROM unit WHERE id = ?", id);
  }

  static Optional<StoredUnit> find(Sql sql, UnitKey key) throws SQLException {
    return sql.first(
        UnitRows::unit,
        "SELECT * FROM unit WHERE phase = ? AND recipe = ? AND replicate = ? AND salt = ?",
        key.phase(),
        key.recipe(),
        key.replicate(),
        key.salt());
  }

  /**
   * A unit that must be there.
   *
   * @throws IllegalArgumentException if the study has no such unit
   */
  static StoredUnit require(Sql sql, UnitKey key) throws SQLException {
    Optional<StoredUnit> unit = find(sql, key);
    if (unit.isEmpty()) {
      throw new IllegalArgumentException(
          "unit " + key + ": expected one of the study's " + Tally.UNITS.rows(sql) + " units");
    }
    return unit.get();
  }

  /** The numbers of the units that have a result. */
  static Set<Long> done(Sql sql) throws SQLException {
    return new HashSet<>(sql.all(row -> row.number("unit"), "SELECT unit FROM result"));
  }

  private static StoredUnit unit(Row row) throws SQLException {
    long id = row.number("id");
    return Damage.at("unit " + id, () -> unit(id, row));
  }

  private static StoredUnit unit(long id, Row row) throws SQLException {
    UnitKey key =
        new UnitKey(
            row.text("phase"), row.text("recipe"), row.count("replicate"), row.text("salt"));
    StoredUnit unit = new StoredUnit(id, key, row.number("begun") != 0, row.count("deaths"));
    Damage.requireSame(row.bytes("checksum"), checksum(unit));
    return unit;
  }

  private static RowChecksum checksum(StoredUnit unit) {
    return new RowChecksum()
        .number(unit.id())
        .text(unit.key().phase())
        .text(unit.key().recipe())
        .number(unit.key().replicate())
        .text(unit.key().salt())
        .flag(unit.begun())
        .number(unit.deaths());
  }
}
