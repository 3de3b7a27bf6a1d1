package dev.bridle.study.store;

import java.util.Comparator;

/**
 * The name of one unit of a study's work: one recipe trained on one draw of chance.
 *
 * <p>Keys are ordered by phase, recipe, replicate and salt, texts by their UTF-16 units: the
 * canonical order of results.
 *
 * @param phase {@code select}, {@code confirm} or what else the study calls its parts
 * @param recipe with its strengths, as text
 * @param replicate which draw of chance, from 0
 * @param salt separates two arms of one recipe; empty almost always
 */
public record UnitKey(String phase, String recipe, int replicate, String salt)
    implements Comparable<UnitKey> {
  private static final Comparator<UnitKey> CANONICAL =
      Comparator.comparing(UnitKey::phase)
          .thenComparing(UnitKey::recipe)
          .thenComparingInt(UnitKey::replicate)
          .thenComparing(UnitKey::salt);

  /** Checks the texts and the number. */
  public UnitKey {
    Require.line("phase", phase);
    Require.line("recipe", recipe);
    Require.notNegative("replicate", replicate);
    Require.text("salt", salt);
  }

  /** A unit without salt. */
  public UnitKey(String phase, String recipe, int replicate) {
    this(phase, recipe, replicate, "");
  }

  @Override
  public int compareTo(UnitKey other) {
    return CANONICAL.compare(this, other);
  }

  /** For messages: {@code select, dropout(0.5), replicate 3}. */
  @Override
  public String toString() {
    String end = salt.isEmpty() ? "" : ", salt " + salt;
    return phase + ", " + recipe + ", replicate " + replicate + end;
  }
}
