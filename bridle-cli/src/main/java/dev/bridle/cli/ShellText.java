package dev.bridle.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Commands as they are typed into a shell. */
final class ShellText {
  private ShellText() {}

  /** The words of a command, quoted where a shell would read more into them than is written. */
  static String of(List<String> words) {
    return words.stream().map(ShellText::quoted).collect(Collectors.joining(" "));
  }

  /**
   * One word; in single quotes a shell reads nothing but their end. Characters that cannot be seen,
   * or turn what stands around them, are spelled as bash, zsh and ksh read them.
   */
  static String quoted(String word) {
    if (word.codePoints().anyMatch(ShellText::isHidden)) {
      StringBuilder spelled = new StringBuilder("$'");
      word.codePoints().forEach(c -> spelled.append(spelled(c)));
      return spelled.append('\'').toString();
    }
    return word.matches("[\\p{Alnum}_./,:=+@-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static String spelled(int c) {
    if (isHidden(c)) {
      return String.format(Locale.ROOT, "\\U%08X", c);
    }
    return (c == '\'' || c == '\\' ? "\\" : "") + Character.toString(c);
  }

  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
