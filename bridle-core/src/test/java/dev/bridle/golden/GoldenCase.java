package dev.bridle.golden;

import dev.bridle.file.Json;
import dev.bridle.tensor.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One case: inputs and the outputs expected of them.
 *
 * @param file the name of its file: {@code max_norm.json}
 * @param head what the file says for all of its cases
 * @param fields what the case itself says
 */
record GoldenCase(String file, Fields head, Fields fields) {
  /** All cases of a folder, by file name, in the order of the files. */
  static List<GoldenCase> readAll(Path folder) throws IOException {
    List<GoldenCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        Fields head = Fields.of(Json.parse(Files.readString(file)));
        String name = file.getFileName().toString();
        head.parts("cases").forEach(fields -> cases.add(new GoldenCase(name, head, fields)));
      }
    }
    return cases;
  }

  String name() {
    return fields.text("name");
  }

  /** Whose rule the expected values follow: {@code bridle} is what binds. */
  boolean isOf(String semantics) {
    return fields.text("semantics").equals(semantics);
  }

  /** How far off a result may be, in units of 1 + |expected|; a case's own word goes first. */
  double tolerance(Precision precision) {
    String key = "tolerance_" + precision.name().toLowerCase(Locale.ROOT);
    return fields.number(key, head.number(key));
  }

  @Override
  public String toString() {
    return file + " " + name();
  }
}
