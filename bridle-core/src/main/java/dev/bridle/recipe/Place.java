package dev.bridle.recipe;

import java.util.List;
import java.util.Locale;

/**
 * What may be written after {@code @}: where a regularizer acts.
 *
 * <p>One of the words {@code input, hidden, output, weights, bias, all}, a kind of layer ({@code
 * dense, conv, recurrent, embedding, residual}), the name of a layer ({@code dense1}), or a pattern
 * of such names in which {@code *} stands for any characters and {@code ?} for one ({@code
 * dense*}). Names of libtorch's modules and parameters ({@code encoder.0.weight_ih_l0}) have dots
 * and underscores too. Whether a place matches anything is known only once there is a network.
 */
public final class Place {
  /** The places that do not name layers. */
  public static final List<String> WORDS =
      List.of("input", "hidden", "output", "weights", "bias", "all");

  /** The places that name all layers of a kind. */
  public static final List<String> KINDS =
      List.of("dense", "conv", "recurrent", "embedding", "residual");

  private static final String EXPECTED =
      "expected one of "
          + String.join(", ", WORDS)
          + ", or the name of a layer such as dense1 or dense*";

  private Place() {}

  /** Returns {@code place}, or throws an error if it cannot name anything. */
  public static String check(String place) {
    if (!place.matches("[A-Za-z0-9_.*?-]+")) {
      throw new IllegalArgumentException("place \"" + place + "\": " + EXPECTED);
    }
    String word = place.toLowerCase(Locale.ROOT);
    if (WORDS.contains(word) && !WORDS.contains(place)) {
      throw new IllegalArgumentException(
          "place \"" + place + "\": " + EXPECTED + "; did you mean " + word + "?");
    }
    return place;
  }

  /**
   * Whether {@code name} matches {@code glob}, all of it: {@code *} stands for any characters, also
   * none, {@code ?} for exactly one, everything else for itself.
   */
  public static boolean globMatches(String glob, String name) {
    int star = -1;
    int retry = 0;
    int g = 0;
    int n = 0;
    while (n < name.length()) {
      if (g < glob.length() && glob.charAt(g) == '*') {
        star = g++;
        retry = n;
      } else if (g < glob.length() && (glob.charAt(g) == '?' || glob.charAt(g) == name.charAt(n))) {
        g++;
        n++;
      } else if (star >= 0) {
        g = star + 1;
        n = ++retry;
      } else {
        return false;
      }
    }
    return glob.substring(g).chars().allMatch(c -> c == '*');
  }
}
