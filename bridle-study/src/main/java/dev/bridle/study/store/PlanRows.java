package dev.bridle.study.store;

import dev.bridle.file.Json;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads and writes the plan, and the sets of versions that results were made with. */
final class PlanRows {
  private PlanRows() {}

  static void insert(Sql sql, StudyPlanRecord plan) throws SQLException {
    long versions = versionsId(sql, plan.versions());
    DataFingerprint data = plan.data();
    sql.run(
        "INSERT INTO study VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        plan.text(),
        plan.sha256(),
        data.name(),
        data.size(),
        data.sha256(),
        data.columns(),
        plan.workers(),
        versions,
        checksum(plan, versions).done());
  }

  static StudyPlanRecord plan(Sql sql) throws SQLException {
    Map<Long, Map<String, String>> versions = versions(sql);
    return sql.first(
            row -> Damage.at("the plan", () -> plan(row, versions)),
            "SELECT * FROM study WHERE id = 1")
        .orElseThrow(() -> new Damage("the plan: it is missing"));
  }

  private static StudyPlanRecord plan(Row row, Map<Long, Map<String, String>> versions)
      throws SQLException {
    long id = row.number("versions");
    DataFingerprint data =
        new DataFingerprint(
            row.text("data_name"),
            row.number("data_size"),
            row.text("data_sha256"),
            row.text("data_columns"));
    StudyPlanRecord plan =
        new StudyPlanRecord(row.text("plan"), data, versionsOf(id, versions), row.count("workers"));
    Damage.requireSame(row.bytes("checksum"), checksum(plan, id));
    if (!plan.sha256().equals(row.text("plan_sha256"))) {
      throw new Damage("its SHA-256 is another");
    }
    return plan;
  }

  private static RowChecksum checksum(StudyPlanRecord plan, long versions) {
    return new RowChecksum()
        .text(plan.text())
        .text(plan.data().name())
        .number(plan.data().size())
        .text(plan.data().sha256())
        .text(plan.data().columns())
        .number(plan.workers())
        .number(versions);
  }

  /** The number of a set of versions, which is written down if it is new. */
  static long versionsId(Sql sql, Map<String, String> versions) throws SQLException {
    String names = Json.write(new TreeMap<>(versions));
    Optional<Long> known =
        sql.first(row -> row.number("id"), "SELECT id FROM versions WHERE names = ?", names);
    if (known.isPresent()) {
      return known.get();
    }
    long id = 1 + Tally.VERSIONS.rows(sql);
    sql.run("INSERT INTO versions VALUES (?, ?, ?)", id, names, checksum(id, names).done());
    Tally.VERSIONS.add(sql);
    return id;
  }

  /** All sets of versions by number, in the order of their first use. */
  static Map<Long, Map<String, String>> versions(Sql sql) throws SQLException {
    Map<Long, Map<String, String>> versions = new LinkedHashMap<>();
    for (Map.Entry<Long, Map<String, String>> entry :
        sql.all(PlanRows::versions, "SELECT * FROM versions ORDER BY id")) {
      versions.put(entry.getKey(), entry.getValue());
    }
    return versions;
  }

  static Map<String, String> versionsOf(long id, Map<Long, Map<String, String>> versions) {
    return Optional.ofNullable(versions.get(id))
        .orElseThrow(() -> new Damage("versions " + id + ": they are missing"));
  }

  private static Map.Entry<Long, Map<String, String>> versions(Row row) throws SQLException {
    long id = row.number("id");
    return Damage.at("versions " + id, () -> Map.entry(id, names(id, row)));
  }

  private static Map<String, String> names(long id, Row row) throws SQLException {
    String names = row.text("names");
    Damage.requireSame(row.bytes("checksum"), checksum(id, names));
    Map<String, String> versions = new TreeMap<>();
    ((Map<?, ?>) Json.parse(names))
        .forEach((name, version) -> versions.put(String.valueOf(name), String.valueOf(version)));
    return versions;
  }

  private static RowChecksum checksum(long id, String names) {
    return new RowChecksum().number(id).text(names);
  }

  /** All sets of versions, in the order of their first use. */
  static List<Map<String, String>> allVersions(Sql sql) throws SQLException {
    return List.copyOf(versions(sql).values());
  }
}
