package dev.bridle.bench;

import dev.bridle.file.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one JSON document that a run of the bench prints under {@code --json}, on one line. */
final class Document {
  /** The field that says which verb wrote it. */
  static final String VERB = "bench";

  /** The field of the measurements. */
  static final String CELLS = "cells";

  private Document() {}

  /** What {@code verb} measured on {@code machine}. */
  static String of(String verb, Machine machine, List<Map<String, Object>> cells) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(VERB, verb);
    map.put("machine", machine.json());
    map.put(CELLS, cells);
    return Json.write(map);
  }
}
