package dev.bridle.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Texts that were right once and have been typed over: for what every parser must withstand. */
public final class RandomEdits {
  private static final String LETTERS =
      "abcdehilmnoprstuvxyzADX0123456789.,;:+-*/?@()[]{}=<>%#\"'_ \t\n\\|~^&$!"
          + "\u00e4\u03bb\u2192\u2026\u00a0\u0663\ud83d\ude00\ufeff\u0000";

  private final SplittableRandom random;

  public RandomEdits(long seed) {
    random = new SplittableRandom(seed);
  }

  /** One of the texts, with one to four edits. */
  public String edit(List<String> texts) {
    String text = texts.get(random.nextInt(texts.size()));
    int edits = 1 + random.nextInt(4);
    for (int i = 0; i < edits; i++) {
      text = once(text, texts.get(random.nextInt(texts.size())));
    }
    return text;
  }

  /**
   * Parses many edited texts: what is accepted must print and parse to the same again, what is not
   * must be refused with a {@link TextException} whose position is in the text.
   */
  public void check(List<String> texts, int count, Function<String, Object> parse) {
    int accepted = 0;
    for (int i = 0; i < count; i++) {
      String text = edit(texts);
      Object value;
      try {
        value = parse.apply(text);
      } catch (TextException e) {
        assertThat(e.text()).isEqualTo(text);
        assertThat(e.position()).as(text).isBetween(1, text.length() + 1);
        assertThat(e.getMessage()).as(text).doesNotContain("\n", "null", "Exception");
        continue;
      }
      accepted++;
      assertThat(parse.apply(value.toString())).as(text).isEqualTo(value);
    }
    assertThat(accepted).isBetween(count / 100, count * 9 / 10);
  }

  private String once(String text, String other) {
    int from = random.nextInt(text.length() + 1);
    int to = from + random.nextInt(Math.min(4, text.length() - from) + 1);
    char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
    return switch (random.nextInt(5)) {
      case 0 -> text.substring(0, from) + letter + text.substring(from);
      case 1 -> text.substring(0, from) + text.substring(to);
      case 2 -> text.substring(0, from) + letter + text.substring(to);
      case 3 -> text.substring(0, to) + text.substring(from);
      default -> text.substring(0, from) + other.substring(random.nextInt(other.length() + 1));
    };
  }
}
