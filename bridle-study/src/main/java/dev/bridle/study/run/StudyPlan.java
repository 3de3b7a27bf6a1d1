package dev.bridle.study.run;

import dev.bridle.architecture.Architecture;
import dev.bridle.metric.Metric;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.study.statistics.Claim;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Everything that is fixed before a study trains anything; a change makes another study.
 *
 * @param fingerprint of the data
 * @param architecture of every arm, its output layer included
 * @param families the baseline first; each with the strengths to try
 * @param training how every arm is trained
 * @param select replicates of the first phase
 * @param confirm replicates of the second phase; 0 for an exploratory study of one phase
 * @param metric the headline metric
 * @param delta the smallest difference that matters; empty for the usual one
 * @param claim which question is answered
 * @param seed where all chance comes from
 */
public record StudyPlan(
    String fingerprint,
    Architecture architecture,
    List<Recipe> families,
    TrainingPlan training,
    int select,
    int confirm,
    Metric metric,
    OptionalDouble delta,
    Claim claim,
    long seed) {

  /** Copies the families and checks the counts. */
  public StudyPlan {
    families = List.copyOf(families);
    if (families.isEmpty() || !families.get(0).equals(Recipe.none())) {
      throw new IllegalArgumentException("families = " + families + ": expected none first");
    }
    if (select < 1 || confirm < 0 || confirm == 1) {
      throw new IllegalArgumentException(
          "select, confirm = "
              + select
              + ", "
              + confirm
              + ": expected at least 1 to select, and 0 (no claim) or at least 2 to confirm");
    }
    if (delta.isPresent() && !(delta.getAsDouble() >= 0 && Double.isFinite(delta.getAsDouble()))) {
      throw new IllegalArgumentException(
          "delta = " + delta.getAsDouble() + ": expected a finite number >= 0");
    }
  }

  /** Whether there is one phase only, so that nothing is claimed. */
  public boolean isExploratory() {
    return confirm == 0;
  }

  /**
   * As texts by name, in a fixed order: what is hashed, and compared when a study is taken up
   * again.
   */
  public Map<String, String> canonical() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("data", fingerprint);
    texts.put("network", architecture.toString());
    texts.put("recipes", String.join("; ", families.stream().map(Recipe::toString).toList()));
    texts.put("plan", training.toString());
    texts.put("select", Integer.toString(select));
    texts.put("confirm", Integer.toString(confirm));
    texts.put("metric", metric.name());
    texts.put("delta", delta.isPresent() ? Double.toString(delta.getAsDouble()) : "usual");
    texts.put("claim", claim.word());
    texts.put("seed", Long.toString(seed));
    return texts;
  }
}
