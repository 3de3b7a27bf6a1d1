package dev.bridle.text;

/**
 * A text that cannot be read, with the place where it goes wrong.
 *
 * <p>The message is one line and fit to be shown to the user as it is: {@code recipe "l3(1e-4)",
 * position 1: found "l3", expected one of l1, l2; did you mean l2?}
 */
public final class TextException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String kind;
  private final String text;
  private final int position;
  private final String reason;

  /**
   * An error in {@code text}.
   *
   * @param kind what the text is: {@code recipe}, {@code network}
   * @param text all of the text
   * @param position the character at which it goes wrong, counted from 1; one more than there are
   *     for the end
   * @param reason what was found and what is allowed
   */
  public TextException(String kind, String text, int position, String reason) {
    super(oneLine(kind + " \"" + text + "\", position " + position + ": " + reason));
    this.kind = kind;
    this.text = text;
    this.position = position;
    this.reason = oneLine(reason);
  }

  /** What the text is: {@code recipe}, {@code network}. */
  public String kind() {
    return kind;
  }

  /** All of the text, as it was written. */
  public String text() {
    return text;
  }

  /** The character at which it goes wrong, counted from 1. */
  public int position() {
    return position;
  }

  /** What was found and what is allowed: the message without the text and the position. */
  public String reason() {
    return reason;
  }

  /** Line breaks become spaces, one for one, so that positions still hold. */
  private static String oneLine(String message) {
    return message.replaceAll("[\\p{Cntrl}\u2028\u2029]", " ");
  }
}
