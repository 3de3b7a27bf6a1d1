package dev.bridle.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one JSON text from left to right; {@link Json} says what is accepted. */
final class JsonReader {
  private final JsonCursor cursor;
  private int depth;

  JsonReader(String text) {
    this.cursor = new JsonCursor(text);
  }

  Object document() {
    Object value = value();
    cursor.skipSpace();
    if (!cursor.atEnd()) {
      throw cursor.expected("the end of the text");
    }
    return value;
  }

  private Object value() {
    cursor.skipSpace();
    return switch (cursor.peek()) {
      case '{' -> object();
      case '[' -> list();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", JsonNull.NULL);
      default -> number();
    };
  }

  private Map<String, Object> object() {
    enter();
    Map<String, Object> members = new LinkedHashMap<>();
    if (!cursor.skipAfterSpace('}')) {
      do {
        readMember(members);
      } while (goesOn('}'));
    }
    depth--;
    return Collections.unmodifiableMap(members);
  }

  private void readMember(Map<String, Object> members) {
    cursor.skipSpace();
    int start = cursor.position();
    if (cursor.peek() != '"') {
      throw cursor.expected("a key in double quotes");
    }
    String key = string();
    if (members.containsKey(key)) {
      throw cursor.error(start, "expected different keys, found " + Text.quoted(key) + " twice");
    }
    if (!cursor.skipAfterSpace(':')) {
      throw cursor.expected("':'");
    }
    members.put(key, value());
  }

  private List<Object> list() {
    enter();
    List<Object> items = new ArrayList<>();
    if (!cursor.skipAfterSpace(']')) {
      do {
        items.add(value());
      } while (goesOn(']'));
    }
    depth--;
    return Collections.unmodifiableList(items);
  }

  private void enter() {
    depth++;
    if (depth > Json.MAX_DEPTH) {
      throw cursor.error(
          cursor.position(),
          "expected at most " + Json.MAX_DEPTH + " objects and lists in each other");
    }
    cursor.next();
  }

  /** Whether a comma follows; otherwise the closing bracket must. */
  private boolean goesOn(char closing) {
    if (cursor.skipAfterSpace(',')) {
      return true;
    }
    if (cursor.skip(closing)) {
      return false;
    }
    throw cursor.expected("',' or '" + closing + "'");
  }

  private String string() {
    int start = cursor.position();
    cursor.next();
    StringBuilder out = new StringBuilder();
    while (!cursor.skip('"')) {
      if (cursor.peek() < ' ') {
        throw cursor.expected(cursor.atEnd() ? "a closing quote" : "an escape");
      }
      char c = cursor.next();
      out.append(c == '\\' ? escaped() : c);
    }
    String string = out.toString();
    if (Text.loneSurrogate(string) >= 0) {
      throw cursor.error(start, "expected no lone surrogate in " + Text.quoted(string));
    }
    return string;
  }

  private char escaped() {
    int which = "\"\\/bfnrt".indexOf(cursor.peek());
    if (which >= 0) {
      cursor.next();
      return "\"\\/\b\f\n\r\t".charAt(which);
    }
    if (!cursor.skip('u')) {
      throw cursor.expected("one of \" \\ / b f n r t u");
    }
    return codeUnit();
  }

  private char codeUnit() {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      if (!HexFormat.isHexDigit(cursor.peek())) {
        throw cursor.expected("four hexadecimal digits");
      }
      unit = unit << 4 | HexFormat.fromHexDigit(cursor.next());
    }
    return (char) unit;
  }

  private Object word(String word, Object value) {
    if (!cursor.skip(word)) {
      throw cursor.expected("a value");
    }
    return value;
  }

  private Object number() {
    int start = cursor.position();
    if (!cursor.skip('-') && !cursor.atDigit()) {
      throw cursor.expected("a value");
    }
    if (!cursor.skip('0')) {
      skipDigits();
    }
    int whole = cursor.position();
    if (cursor.skip('.')) {
      skipDigits();
    }
    if (cursor.skip('e') || cursor.skip('E')) {
      boolean unused = cursor.skip('+') || cursor.skip('-');
      skipDigits();
    }
    if (cursor.position() > whole) {
      return realNumber(start);
    }
    return wholeNumber(start);
  }

  private Long wholeNumber(int start) {
    String digits = cursor.since(start);
    try {
      return Long.valueOf(digits);
    } catch (NumberFormatException e) {
      throw cursor.error(start, "expected a number of 64 bits, found " + Text.cut(digits));
    }
  }

  private Double realNumber(int start) {
    String digits = cursor.since(start);
    double number = Double.parseDouble(digits);
    if (Double.isInfinite(number)) {
      throw cursor.error(
          start, "expected a number in the range of a double, found " + Text.cut(digits));
    }
    return number;
  }

  private void skipDigits() {
    if (!cursor.atDigit()) {
      throw cursor.expected("a digit");
    }
    while (cursor.atDigit()) {
      cursor.next();
    }
  }
}
