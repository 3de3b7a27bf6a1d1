package dev.bridle.file;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes one value as JSON; {@link Json} says how. */
final class JsonWriter {
  private final StringBuilder out = new StringBuilder();

  String document(Object value) {
    write(value, 0);
    return out.toString();
  }

  private void write(Object value, int depth) {
    if (value instanceof Map<?, ?> map) {
      writeObject(map, deeper(depth));
    } else if (value instanceof List<?> list) {
      writeList(list, deeper(depth));
    } else if (value instanceof String string) {
      writeString(string);
    } else if (value instanceof Double number) {
      writeReal(number);
    } else if (value instanceof Long
        || value instanceof Integer
        || value instanceof Boolean
        || value instanceof JsonNull) {
      out.append(value);
    } else {
      throw new IllegalArgumentException(
          value.getClass().getName()
              + ": expected a Map, List, String, Long, Integer, Double, Boolean or JsonNull");
    }
  }

  private void writeObject(Map<?, ?> map, int depth) {
    char before = '{';
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(before);
      before = ',';
      if (!(entry.getKey() instanceof String key)) {
        throw new IllegalArgumentException("key " + entry.getKey() + ": expected a String");
      }
      writeString(key);
      out.append(':');
      write(entry.getValue(), depth);
    }
    out.append(map.isEmpty() ? "{}" : "}");
  }

  private void writeList(List<?> list, int depth) {
    char before = '[';
    for (Object item : list) {
      out.append(before);
      before = ',';
      write(item, depth);
    }
    out.append(list.isEmpty() ? "[]" : "]");
  }

  private void writeReal(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(number + ": expected a finite number, JSON has no other");
    }
    out.append(number);
  }

  private void writeString(String string) {
    Text.requireEncodable("text", string);
    out.append('"');
    string.chars().forEach(c -> writeUnit((char) c));
    out.append('"');
  }

  private void writeUnit(char c) {
    switch (c) {
      case '"', '\\' -> out.append('\\').append(c);
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c < ' ') {
          out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        } else {
          out.append(c);
        }
      }
    }
  }

  private static int deeper(int depth) {
    if (depth == Json.MAX_DEPTH) {
      throw new IllegalArgumentException(
          "expected at most " + Json.MAX_DEPTH + " objects and lists in each other");
    }
    return depth + 1;
  }
}
