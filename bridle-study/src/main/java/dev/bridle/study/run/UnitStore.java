package dev.bridle.study.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the units of a study and their results are kept. */
public interface UnitStore {
  /** The results there are. */
  Map<Unit, UnitResult> results();

  /** Makes known what is to be trained; units that are known already stay as they are. */
  void add(List<Unit> units);

  /** Units are about to be trained. */
  void begin(List<Unit> units);

  /** Units are done: all of them become known at once, or none. */
  void finish(List<UnitResult> results);

  /** Keeps results in memory. */
  static UnitStore inMemory() {
    Map<Unit, UnitResult> results = new HashMap<>();
    return new UnitStore() {
      @Override
      public synchronized Map<Unit, UnitResult> results() {
        return Map.copyOf(results);
      }

      @Override
      public void add(List<Unit> units) {
        // what is missing is found by comparing with the results
      }

      @Override
      public void begin(List<Unit> units) {
        // nothing survives this process, so there is nothing to write down
      }

      @Override
      public synchronized void finish(List<UnitResult> finished) {
        finished.forEach(result -> results.put(result.unit(), result));
      }
    };
  }
}
