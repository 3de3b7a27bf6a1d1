package dev.bridle.golden;

import java.util.List;
import java.util.Map;

/** One object of a reference file, read by key; a key that is not there is an error. */
final class Fields {
  private final Map<?, ?> map;

  private Fields(Map<?, ?> map) {
    this.map = map;
  }

  static Fields of(Object json) {
    if (json instanceof Map<?, ?> map) {
      return new Fields(map);
    }
    throw new IllegalArgumentException(json + ": expected an object");
  }

  boolean has(String key) {
    return map.containsKey(key);
  }

  double number(String key) {
    return ((Number) get(key)).doubleValue();
  }

  /** The number of that key, or another where there is none. */
  double number(String key, double fallback) {
    return has(key) ? number(key) : fallback;
  }

  String text(String key) {
    return (String) get(key);
  }

  boolean isText(String key) {
    return get(key) instanceof String;
  }

  GoldenArray array(String key) {
    return GoldenArray.parse(get(key));
  }

  List<GoldenArray> arrays(String key) {
    return ((List<?>) get(key)).stream().map(GoldenArray::parse).toList();
  }

  boolean flag(String key) {
    return (Boolean) get(key);
  }

  /** Small whole numbers: indices, axes, labels. */
  int[] wholes(String key) {
    double[] data = array(key).data();
    int[] wholes = new int[data.length];
    for (int i = 0; i < wholes.length; i++) {
      wholes[i] = (int) data[i];
    }
    return wholes;
  }

  Fields part(String key) {
    return of(get(key));
  }

  List<Fields> parts(String key) {
    return ((List<?>) get(key)).stream().map(Fields::of).toList();
  }

  List<String> keys() {
    return map.keySet().stream().map(String::valueOf).toList();
  }

  private Object get(String key) {
    Object value = map.get(key);
    if (value == null) {
      throw new IllegalArgumentException("key \"" + key + "\": expected one of " + map.keySet());
    }
    return value;
  }
}
