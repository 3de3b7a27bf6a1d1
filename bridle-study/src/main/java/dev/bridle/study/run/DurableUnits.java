package dev.bridle.study.run;

import dev.bridle.study.run.Unit.Phase;
import dev.bridle.study.store.StudyStore;
import dev.bridle.study.store.UnitKey;
import dev.bridle.train.History;
import dev.bridle.train.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Keeps units in a study's store: what is finished survives whatever happens to the process. */
public final class DurableUnits implements UnitStore {
  private final StudyStore store;

  /** The units of an open store. */
  public DurableUnits(StudyStore store) {
    this.store = store;
  }

  /** How a unit is called in the store. */
  public static UnitKey key(Unit unit) {
    return new UnitKey(
        unit.phase().name().toLowerCase(Locale.ROOT), unit.recipe(), unit.replicate());
  }

  @Override
  public Map<Unit, UnitResult> results() {
    Map<Unit, UnitResult> results = new HashMap<>();
    for (dev.bridle.study.store.UnitResult stored : store.results()) {
      UnitResult result = read(stored);
      results.put(result.unit(), result);
    }
    return results;
  }

  @Override
  public void add(List<Unit> units) {
    store.addUnits(units.stream().map(DurableUnits::key).toList());
  }

  @Override
  public void begin(List<Unit> units) {
    store.begin(units.stream().map(DurableUnits::key).toList());
  }

  @Override
  public void finish(List<UnitResult> results) {
    store.putAll(results.stream().map(DurableUnits::write).toList());
  }

  private static dev.bridle.study.store.UnitResult write(UnitResult result) {
    return new dev.bridle.study.store.UnitResult(
        key(result.unit()),
        outcome(result),
        Map.of(
            "train", result.train(),
            "validation", result.validation(),
            "score", result.score()),
        new History(result.trainCurve(), result.validationCurve()),
        result.bins(),
        result.zeroFraction(),
        result.weightNorm(),
        result.seconds(),
        Optional.empty(),
        Optional.empty());
  }

  private static Outcome outcome(UnitResult result) {
    return switch (result.outcome()) {
      case "diverged" -> new Outcome.Diverged(result.updates());
      case "stopped" -> new Outcome.Stopped(result.updates(), result.bestEpoch());
      default -> new Outcome.Completed(result.updates());
    };
  }

  private static UnitResult read(dev.bridle.study.store.UnitResult stored) {
    UnitKey key = stored.key();
    Outcome outcome = stored.outcome();
    return new UnitResult(
        new Unit(
            Phase.valueOf(key.phase().toUpperCase(Locale.ROOT)), key.recipe(), key.replicate()),
        outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT),
        outcome.updates(),
        outcome instanceof Outcome.Stopped stopped ? stopped.bestEpoch() : 0,
        stored.metrics().getOrDefault("train", Map.of()),
        stored.metrics().getOrDefault("validation", Map.of()),
        stored.metrics().getOrDefault("score", Map.of()),
        stored.history().train(),
        stored.history().validation(),
        stored.reliability(),
        stored.zeroFraction(),
        stored.weightNorm(),
        stored.seconds());
  }
}
