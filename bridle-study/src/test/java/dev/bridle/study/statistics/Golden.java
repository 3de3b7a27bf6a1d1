package dev.bridle.study.statistics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reference numbers from the test resources; each file or its script says where they come from. */
final class Golden {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Golden() {}

  static JsonNode file(String name) {
    try (InputStream in = Objects.requireNonNull(Golden.class.getResourceAsStream(name), name)) {
      return MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of one section of golden.json. */
  static Stream<JsonNode> rows(String section) {
    return elements(file("golden.json").get(section));
  }

  static Stream<JsonNode> elements(JsonNode array) {
    return array.valueStream();
  }

  /** A number written as such or, to keep all digits, as text. */
  static double number(JsonNode row, String name) {
    JsonNode value = row.get(name);
    return value.isString() ? Double.parseDouble(value.stringValue()) : value.doubleValue();
  }

  static List<Double> numbers(JsonNode array) {
    return elements(array).map(JsonNode::doubleValue).toList();
  }

  static PairedDifferences differences(JsonNode row) {
    return new PairedDifferences(numbers(row.get("values")));
  }
}
