package dev.bridle.study.store;

import dev.bridle.file.Json;
import dev.bridle.file.JsonNull;
import dev.bridle.metric.CalibrationError.Bin;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A study as one JSON text, in canonical order. Numbers that JSON does not have are the texts
 * {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}.
 */
final class Dump {
  /** Goes up whenever a key changes its meaning. */
  private static final int FORMAT = 1;

  private final boolean times;

  /** Position of each set of versions in the list, by number in the store. */
  private final Map<Long, Integer> positions = new TreeMap<>();

  Dump(boolean times) {
    this.times = times;
  }

  String of(Sql sql) throws SQLException {
    StudyPlanRecord plan = PlanRows.plan(sql);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("bridleStudy", FORMAT);
    document.put("plan", Json.parse(plan.text()));
    document.put("planHash", plan.sha256());
    document.put("data", data(plan.data()));
    if (times) {
      document.put("workers", plan.workers());
    }
    document.put("versions", versions(PlanRows.versions(sql)));
    document.put("units", units(sql));
    document.put("testOpenings", OpeningRows.all(sql).stream().sorted().toList());
    document.put("files", FileRows.all(sql).stream().map(this::file).toList());
    Tally.verify(sql);
    return Json.write(document);
  }

  private static Map<String, Object> data(DataFingerprint data) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", data.name());
    json.put("size", data.size());
    json.put("sha256", data.sha256());
    json.put("columns", data.columns());
    return json;
  }

  /** Sorted, since their numbers tell which were used first. */
  private List<Map<String, String>> versions(Map<Long, Map<String, String>> versions) {
    List<Long> ids = new ArrayList<>(versions.keySet());
    ids.sort(Comparator.comparing(id -> Json.write(PlanRows.versionsOf(id, versions))));
    ids.forEach(id -> positions.put(id, positions.size()));
    return ids.stream().map(id -> PlanRows.versionsOf(id, versions)).toList();
  }

  private List<Map<String, Object>> units(Sql sql) throws SQLException {
    List<StoredUnit> units = new ArrayList<>(UnitRows.all(sql));
    units.sort(Comparator.comparing(StoredUnit::key));
    List<Map<String, Object>> json = new ArrayList<>();
    for (StoredUnit unit : units) {
      json.add(unit(unit, ResultRows.of(sql, unit)));
    }
    return json;
  }

  private Map<String, Object> unit(StoredUnit unit, Optional<StoredResult> stored) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("phase", unit.key().phase());
    json.put("recipe", unit.key().recipe());
    json.put("replicate", unit.key().replicate());
    json.put("salt", unit.key().salt());
    json.put("state", stored.isPresent() ? "done" : unit.isPoisoned() ? "given up" : "missing");
    if (times) {
      json.put("deaths", unit.deaths());
    }
    stored.ifPresent(result -> json.put("result", result(result)));
    return json;
  }

  private Map<String, Object> result(StoredResult stored) {
    UnitResult result = stored.result();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("outcome", Outcomes.name(result.outcome()));
    json.put("updates", result.outcome().updates());
    json.put("bestEpoch", orNull(Outcomes.bestEpoch(result.outcome())));
    json.put("metrics", metrics(result.metrics()));
    json.put("trainCurve", result.history().train().stream().map(Dump::real).toList());
    json.put("validationCurve", result.history().validation().stream().map(Dump::real).toList());
    json.put("reliability", result.reliability().stream().map(Dump::bin).toList());
    json.put("zeroFraction", real(result.zeroFraction()));
    json.put("weightNorm", real(result.weightNorm()));
    json.put("weights", orNull(result.weights().map(Bytes::sha256)));
    json.put("weightsFile", orNull(result.weightsFile().map(Dump::wholeFile)));
    json.put("versions", positions.getOrDefault(stored.versions(), -1));
    if (times) {
      json.put("seconds", result.seconds());
    }
    return json;
  }

  private static Map<String, Object> metrics(Map<String, Map<String, Double>> metrics) {
    Map<String, Object> json = new LinkedHashMap<>();
    metrics.forEach(
        (part, numbers) -> {
          Map<String, Object> byName = new LinkedHashMap<>();
          numbers.forEach((name, value) -> byName.put(name, real(value)));
          json.put(part, byName);
        });
    return json;
  }

  private static Map<String, Object> bin(Bin bin) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("confidence", real(bin.confidence()));
    json.put("accuracy", real(bin.accuracy()));
    json.put("count", bin.count());
    return json;
  }

  /** A report tells its seconds, so its content is no more the same than they are. */
  private Map<String, Object> file(StoredFile file) {
    return times ? wholeFile(file) : Map.of("name", file.name());
  }

  private static Map<String, Object> wholeFile(StoredFile file) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", file.name());
    json.put("sha256", file.sha256());
    json.put("size", file.size());
    return json;
  }

  private static Object real(double value) {
    return Double.isFinite(value) ? (Object) value : Double.toString(value);
  }

  private static Object orNull(Optional<?> value) {
    return value.isPresent() ? value.get() : JsonNull.NULL;
  }
}
