package dev.bridle.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A JSON object that is read field by field; what is missing is an error that names it. */
final class Fields {
  private final Map<?, ?> map;

  private Fields(Map<?, ?> map) {
    this.map = map;
  }

  /**
   * The fields of a JSON value.
   *
   * @throws IllegalArgumentException if it is no object
   */
  static Fields of(Object json) {
    if (json instanceof Map<?, ?> map) {
      return new Fields(map);
    }
    throw new IllegalArgumentException("expected a JSON object, found " + json);
  }

  boolean has(String name) {
    return map.containsKey(name);
  }

  String text(String name) {
    if (map.get(name) instanceof String text) {
      return text;
    }
    throw missing(name, "a text");
  }

  double number(String name) {
    if (map.get(name) instanceof Number number) {
      return number.doubleValue();
    }
    throw missing(name, "a number");
  }

  /** The objects of a list. */
  List<Fields> objects(String name) {
    if (map.get(name) instanceof List<?> list) {
      return list.stream().map(Fields::of).toList();
    }
    throw missing(name, "a list");
  }

  private IllegalArgumentException missing(String name, String what) {
    String found = map.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return new IllegalArgumentException(
        "field \"" + name + "\": expected " + what + " in an object with " + found);
  }
}
