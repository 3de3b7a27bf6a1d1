package dev.bridle.study.table;

/**
 * Something about the data that its user should know, though the data can be used.
 *
 * @param level how much it matters
 * @param text one sentence or two, which may hold text from the file
 */
public record Note(Level level, String text) {

  /** How much a note matters. */
  public enum Level {
    /** Said for the record: what was left out or decided. */
    INFO,
    /** Likely to spoil the result. */
    WARNING
  }

  /** A note for the record. */
  public static Note info(String text) {
    return new Note(Level.INFO, text);
  }

  /** A note about something that is likely to spoil the result. */
  public static Note warning(String text) {
    return new Note(Level.WARNING, text);
  }
}
