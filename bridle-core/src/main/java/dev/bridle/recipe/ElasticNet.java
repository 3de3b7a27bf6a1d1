package dev.bridle.recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The two ways to write an elastic net: by its two strengths, {@code elastic-net(l1=a, l2=b)}, or
 * by one strength and the share of L2 in it, {@code elastic-net(lambda, alpha=s)}, which means
 * {@code l1 = lambda (1 - s)} and {@code l2 = lambda s}.
 *
 * <p>The share is that of L2; other libraries' {@code alpha} or {@code l1_ratio} is that of L1. See
 * Zou and Hastie, JRSS B 2005.
 */
final class ElasticNet {
  static final String NAME = "elastic-net";

  private static final List<String> STRENGTHS = List.of("l1", "l2");
  private static final List<String> SHARES = List.of("lambda", "alpha");

  private ElasticNet() {}

  /** Checks that exactly one of the two ways is written, and all of it. */
  static void check(Map<String, Value> settings) {
    List<String> written =
        settings.keySet().stream()
            .filter(k -> STRENGTHS.contains(k) || SHARES.contains(k))
            .toList();
    if (!Set.of(Set.copyOf(STRENGTHS), Set.copyOf(SHARES)).contains(Set.copyOf(written))) {
      throw new IllegalArgumentException(
          "elastic-net needs either l1 and l2, or lambda and alpha (l1 = lambda (1 - alpha),"
              + " l2 = lambda alpha); found "
              + (written.isEmpty() ? "neither" : String.join(", ", written)));
    }
  }

  /** The strengths {@code l1} and {@code l2}, whichever way they are written. */
  static Map<String, Double> strengths(Term term, int epoch) {
    Map<String, Double> strengths = new LinkedHashMap<>();
    if (term.settings().containsKey("lambda")) {
      double lambda = term.written("lambda", epoch);
      double alpha = term.written("alpha", epoch);
      strengths.put("l1", lambda * (1 - alpha));
      strengths.put("l2", lambda * alpha);
    } else {
      STRENGTHS.forEach(name -> strengths.put(name, term.written(name, epoch)));
    }
    return strengths;
  }
}
