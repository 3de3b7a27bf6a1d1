package dev.bridle.study.store;

import dev.bridle.file.Json;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Collects what a user should be told when a study is opened. */
final class Notes {
  private static final String NOT_TO_THE_BIT =
      "; results are comparable, but not identical to the bit";

  private final List<String> sentences = new ArrayList<>();

  List<String> sentences() {
    return List.copyOf(sentences);
  }

  void addDeath(Owner owner) {
    sentences.add(
        owner + " had this study open and ended without closing it; what it had finished is here");
  }

  void addNetwork(String type) {
    sentences.add(
        "the folder is on a network file system ("
            + type
            + "), where locks may fail: use it from one machine only, or better a local folder");
  }

  void addUnits(Sql sql) throws SQLException {
    Set<Long> done = UnitRows.done(sql);
    for (StoredUnit unit : UnitRows.all(sql)) {
      if (unit.isPoisoned() && !done.contains(unit.id())) {
        sentences.add(
            "unit "
                + unit.key()
                + " is skipped: "
                + unit.deaths()
                + " processes died while they trained it");
      }
    }
  }

  /** Says if results were made with versions that differ, among themselves or from those now. */
  void addVersions(Sql sql, Optional<Map<String, String>> now) throws SQLException {
    List<Map<String, String>> known = PlanRows.allVersions(sql);
    if (now.isPresent() && !known.contains(now.get())) {
      Map<String, String> last = known.get(known.size() - 1);
      sentences.add("versions differ: " + difference(last, now.get()) + NOT_TO_THE_BIT);
    }
    if (known.size() > 1) {
      sentences.add(
          "this study was run with " + known.size() + " sets of versions" + NOT_TO_THE_BIT);
    }
  }

  private static String difference(Map<String, String> before, Map<String, String> now) {
    Map<String, String> names = new TreeMap<>(before);
    names.putAll(now);
    List<String> parts = new ArrayList<>();
    for (String name : names.keySet()) {
      String old = before.getOrDefault(name, "none");
      String current = now.getOrDefault(name, "none");
      if (!old.equals(current)) {
        parts.add(name + " " + plain(old) + " there, " + plain(current) + " here");
      }
    }
    return String.join("; ", parts);
  }

  private static String plain(String version) {
    String json = Json.write(version);
    return json.substring(1, json.length() - 1);
  }
}
