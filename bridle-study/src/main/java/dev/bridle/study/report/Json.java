package dev.bridle.study.report;

import tools.jackson.databind.json.JsonMapper;

/** JSON that may stand inside a script element: nothing in it can end the element or the line. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /**
   * The value as JSON. In JSON these characters can only be part of a text, where their escapes
   * mean the same.
   */
  static String of(Object value) {
    return MAPPER
        .writeValueAsString(value)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
