package dev.bridle.study.store;

import dev.bridle.metric.CalibrationError.Bin;
import dev.bridle.train.History;
import dev.bridle.train.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Small studies whose results are functions of the unit alone, as those of training are. */
final class Studies {
  static final String SHA = "0123456789abcdef".repeat(4);
  static final DataFingerprint DATA = new DataFingerprint("churn.csv", 1200, SHA, "age: number");
  static final Map<String, String> VERSIONS = Map.of("bridle", "0.1.0", "java", "17");

  private Studies() {}

  static StudyPlanRecord plan() {
    return plan("{\"seed\":7,\"recipes\":[\"none\",\"l2(1e-4)\"]}");
  }

  static StudyPlanRecord plan(String text) {
    return new StudyPlanRecord(text, DATA, VERSIONS, 2);
  }

  static StudyPlanRecord planWith(Map<String, String> versions) {
    return new StudyPlanRecord(plan().text(), DATA, versions, 2);
  }

  /** Recipes by replicates, in the order in which a study would add them. */
  static List<UnitKey> units(String phase, int recipes, int replicates) {
    List<UnitKey> units = new ArrayList<>();
    for (int replicate = 0; replicate < replicates; replicate++) {
      for (int recipe = recipes - 1; recipe >= 0; recipe--) {
        units.add(new UnitKey(phase, "l2(" + recipe + ")", replicate));
      }
    }
    return units;
  }

  /** The result of training a unit: the same whenever it is asked for. */
  static UnitResult result(UnitKey key) {
    Random random = new Random(key.toString().hashCode());
    return new UnitResult(
        key,
        outcome(random),
        Map.of(
            "train", Map.of("accuracy", random.nextDouble(), "log-loss", special(random)),
            "score", Map.of("accuracy", random.nextDouble())),
        new History(doubles(random, 30), doubles(random, 10)),
        List.of(new Bin(0.75, random.nextDouble(), 40), new Bin(0.95, random.nextDouble(), 60)),
        random.nextDouble(),
        special(random),
        random.nextDouble(),
        Optional.empty(),
        Optional.empty());
  }

  static UnitResult resultWithWeights(UnitKey key, int bytes) {
    byte[] content = new byte[bytes];
    new Random(key.toString().hashCode()).nextBytes(content);
    UnitResult plain = result(key);
    return new UnitResult(
        key,
        plain.outcome(),
        plain.metrics(),
        plain.history(),
        plain.reliability(),
        plain.zeroFraction(),
        plain.weightNorm(),
        plain.seconds(),
        Optional.of(Bytes.of(content)),
        Optional.empty());
  }

  /** Trains all that is missing, one unit at a time. */
  static void finish(StudyStore store) {
    for (UnitKey unit : store.missing()) {
      store.begin(List.of(unit));
      store.put(result(unit));
    }
  }

  /** What the dump of a study is if nothing ever goes wrong and all units are one population. */
  static String uninterrupted(Path folder, List<UnitKey> units) {
    try (StudyStore store = StudyStore.create(folder, plan(), units)) {
      store.begin(units);
      store.putAll(units.stream().map(Studies::result).toList());
      return store.dump(false);
    }
  }

  private static Outcome outcome(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> new Outcome.Completed(400);
      case 1 -> new Outcome.Stopped(300, 1 + random.nextInt(9));
      default -> new Outcome.Diverged(1 + random.nextInt(300));
    };
  }

  private static double special(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> Double.NaN;
      case 1 -> Double.POSITIVE_INFINITY;
      default -> random.nextDouble();
    };
  }

  private static List<Double> doubles(Random random, int count) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(i % 7 == 6 ? -0.0 : random.nextGaussian());
    }
    return values;
  }
}
