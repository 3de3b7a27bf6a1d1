package dev.bridle.study.store;

import dev.bridle.metric.CalibrationError.Bin;
import dev.bridle.train.History;
import dev.bridle.train.Outcome;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads and writes results: a row each, with their metrics and bins in rows of their own. */
final class ResultRows {
  private ResultRows() {}

  static void insert(Sql sql, StoredUnit unit, StoredResult stored) throws SQLException {
    UnitResult result = stored.result();
    Outcome outcome = result.outcome();
    sql.run(
        "INSERT INTO result VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        unit.id(),
        stored.versions(),
        Outcomes.name(outcome),
        outcome.updates(),
        Outcomes.bestEpoch(outcome),
        result.zeroFraction(),
        result.weightNorm(),
        result.seconds(),
        Curve.toBytes(result.history().train()),
        Curve.toBytes(result.history().validation()),
        result.weights().map(Bytes::toArray),
        result.weightsFile().map(StoredFile::name),
        result.weightsFile().map(StoredFile::sha256),
        result.weightsFile().map(StoredFile::size),
        ResultChecksum.of(stored).done());
    insertMetrics(sql, unit.id(), result.metrics());
    insertBins(sql, unit.id(), result.reliability());
    Tally.RESULTS.add(sql);
  }

  private static void insertMetrics(Sql sql, long unit, Map<String, Map<String, Double>> metrics)
      throws SQLException {
    for (Map.Entry<String, Map<String, Double>> part : metrics.entrySet()) {
      for (Map.Entry<String, Double> metric : part.getValue().entrySet()) {
        sql.run(
            "INSERT INTO metric VALUES (?, ?, ?, ?)",
            unit,
            part.getKey(),
            metric.getKey(),
            metric.getValue());
      }
    }
  }

  private static void insertBins(Sql sql, long unit, List<Bin> bins) throws SQLException {
    for (int i = 0; i < bins.size(); i++) {
      Bin bin = bins.get(i);
      sql.run(
          "INSERT INTO bin VALUES (?, ?, ?, ?, ?)",
          unit,
          i,
          bin.confidence(),
          bin.accuracy(),
          bin.count());
    }
  }

  /** Takes a result out; its metrics and bins go with it. */
  static void delete(Sql sql, StoredUnit unit) throws SQLException {
    if (sql.run("DELETE FROM result WHERE unit = ?", unit.id()) > 0) {
      Tally.RESULTS.remove(sql);
    }
  }

  /** The result of a unit, if it has one. */
  static Optional<StoredResult> of(Sql sql, StoredUnit unit) throws SQLException {
    String where = "the result of unit " + unit.id() + " (" + unit.key() + ")";
    return sql.first(
        row -> Damage.at(where, () -> read(sql, unit, row)),
        "SELECT * FROM result WHERE unit = ?",
        unit.id());
  }

  private static StoredResult read(Sql sql, StoredUnit unit, Row row) throws SQLException {
    UnitResult result =
        new UnitResult(
            unit.key(),
            Outcomes.of(row.text("outcome"), row.count("updates"), row.countOrNone("best_epoch")),
            metrics(sql, unit.id()),
            new History(
                Curve.fromBytes(row.bytes("train_curve")),
                Curve.fromBytes(row.bytes("validation_curve"))),
            sql.all(
                ResultRows::bin, "SELECT * FROM bin WHERE unit = ? ORDER BY position", unit.id()),
            row.real("zero_fraction"),
            row.real("weight_norm"),
            row.real("seconds"),
            row.bytesOrNone("weights").map(Bytes::of),
            weightsFile(row));
    StoredResult stored = new StoredResult(result, row.number("versions"));
    Damage.requireSame(row.bytes("checksum"), ResultChecksum.of(stored));
    return stored;
  }

  private static Map<String, Map<String, Double>> metrics(Sql sql, long unit) throws SQLException {
    Map<String, Map<String, Double>> metrics = new TreeMap<>();
    sql.all(
        row ->
            metrics
                .computeIfAbsent(row.text("part"), part -> new TreeMap<>())
                .put(row.text("name"), row.real("value")),
        "SELECT * FROM metric WHERE unit = ?",
        unit);
    return metrics;
  }

  private static Bin bin(Row row) throws SQLException {
    return new Bin(row.real("confidence"), row.real("accuracy"), row.count("count"));
  }

  private static Optional<StoredFile> weightsFile(Row row) throws SQLException {
    Optional<String> name = row.textOrNone("weights_file");
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new StoredFile(name.get(), row.text("weights_sha256"), row.number("weights_size")));
  }
}
