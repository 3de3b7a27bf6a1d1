package dev.bridle.cli;

import java.util.List;
import java.util.stream.Collectors;

/** Commands as they are typed into a shell. */
final class ShellText {
  private ShellText() {}

  /** The words of a command, quoted where a shell would read more into them than is written. */
  static String of(List<String> words) {
    return words.stream().map(ShellText::quoted).collect(Collectors.joining(" "));
  }

  /** One word; in single quotes a shell reads nothing but their end. */
  static String quoted(String word) {
    return word.matches("[\\p{Alnum}_./,:=+@-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
