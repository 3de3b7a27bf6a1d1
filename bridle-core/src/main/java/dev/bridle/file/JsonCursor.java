package dev.bridle.file;

/** A place in a JSON text: looks at the next character, moves past it, and says where it stands. */
final class JsonCursor {
  /** What stands after the last character. As a character of the text it is refused everywhere. */
  private static final char END = '\0';

  private final String text;
  private int at;

  JsonCursor(String text) {
    this.text = text;
  }

  /** How many characters lie before it. */
  int position() {
    return at;
  }

  /** The characters from an earlier position up to here. */
  String since(int start) {
    return text.substring(start, at);
  }

  boolean atEnd() {
    return at >= text.length();
  }

  char peek() {
    return atEnd() ? END : text.charAt(at);
  }

  boolean atDigit() {
    return peek() >= '0' && peek() <= '9'; // Character.isDigit knows other scripts, JSON does not
  }

  /** Moves past one character that is not the end. */
  char next() {
    return text.charAt(at++);
  }

  /** Moves past the next character if it is the given one. */
  boolean skip(char c) {
    boolean found = !atEnd() && peek() == c;
    at += found ? 1 : 0;
    return found;
  }

  /** Moves past a word if it is the next. */
  boolean skip(String word) {
    boolean found = text.startsWith(word, at);
    at += found ? word.length() : 0;
    return found;
  }

  /** Moves past space and then past the next character, if it is the given one. */
  boolean skipAfterSpace(char c) {
    skipSpace();
    return skip(c);
  }

  void skipSpace() {
    while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
      at++;
    }
  }

  /** Something else stands here than what must. */
  IllegalArgumentException expected(String what) {
    String found = atEnd() ? "the end" : Text.quoted(Character.toString(text.codePointAt(at)));
    return error(at, "expected " + what + ", found " + found);
  }

  /** Something is wrong that began at an earlier position. */
  IllegalArgumentException error(int position, String problem) {
    String before = text.substring(0, position);
    long line = 1 + before.chars().filter(c -> c == '\n').count();
    int column = before.length() - before.lastIndexOf('\n');
    return new IllegalArgumentException("line " + line + ", column " + column + ": " + problem);
  }
}
