package dev.bridle.cli;

import dev.bridle.model.TrainedNetwork;
import dev.bridle.pruning.Agreement;
import dev.bridle.pruning.Compacted;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code prune} has left out, for people, and for programs as one document; in that, fields
 * may be added, not renamed.
 */
final class PruneText {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final int MOST_NAMES = 12;

  private final Compacted pair;
  private final Agreement agreement;
  private final Optional<String> data;
  private final boolean times;

  /**
   * A report.
   *
   * @param data what outputs were compared on, unless rows were drawn
   * @param times whether to say how long a prediction takes
   */
  PruneText(Compacted pair, Agreement agreement, Optional<String> data, boolean times) {
    this.pair = pair;
    this.agreement = agreement;
    this.data = data;
    this.times = times;
  }

  /** The document, with a line break at its end. */
  String json(Optional<Path> model) {
    ObjectNode document = MAPPER.createObjectNode();
    network(pair.before(), agreement.secondsBefore(), document.putObject("before"));
    network(pair.after(), agreement.secondsAfter(), document.putObject("after"));
    ArrayNode layers = document.putArray("layers");
    for (Compacted.Units units : pair.layers()) {
      ObjectNode layer = layers.addObject().put("layer", units.layer());
      layer.put("before", units.before()).put("after", units.after());
      layer.put("keptBy", units.keptBy().isEmpty() ? null : units.keptBy());
    }
    ArrayNode unused = document.putArray("unusedInputs");
    pair.unused().forEach(unused::add);
    document.put("rows", agreement.rows()).put("data", data.orElse(null));
    document.put("largestDifference", agreement.difference());
    document.put("model", model.map(Path::toString).orElse(null));
    document.putObject("versions").put("bridle", Version.bridle()).put("java", Version.java());
    return MAPPER.writeValueAsString(document).replace(System.lineSeparator(), "\n") + "\n";
  }

  private void network(TrainedNetwork network, double seconds, ObjectNode node) {
    node.put("network", network.compiled().architecture().toString());
    node.put("inputs", network.features().size());
    node.put("parameters", Compacted.parameters(network));
    node.put("bytes", Compacted.bytes(network));
    node.put("secondsPerRow", times ? (Double) seconds : null);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("before    ").append(pair.before().compiled().architecture()).append('\n');
    text.append("after     ").append(pair.after().compiled().architecture()).append("\n\n");
    text.append(table()).append('\n').append(sentence()).append('\n');
    for (Compacted.Units units : pair.layers()) {
      if (!units.keptBy().isEmpty()) {
        boolean all = units.before() == units.after();
        String kept = all ? " keeps all its units, since " : " keeps units that say little, since ";
        text.append(Figures.wrapped(units.layer() + kept + units.keptBy() + ".", ""));
      }
    }
    if (!pair.unused().isEmpty()) {
      text.append(Figures.wrapped(unused(), ""));
    }
    return text.toString();
  }

  private Table table() {
    TrainedNetwork before = pair.before();
    TrainedNetwork after = pair.after();
    Table table = new Table(List.of("", "before", "after"));
    add(table, "parameters", Compacted.parameters(before), Compacted.parameters(after));
    add(table, "bytes", Compacted.bytes(before), Compacted.bytes(after));
    if (times) {
      String slow = Figures.tenths(1e6 * agreement.secondsBefore());
      String fast = Figures.tenths(1e6 * agreement.secondsAfter());
      table.add(List.of("microseconds for a row", slow, fast));
    }
    add(table, "inputs", before.features().size(), after.features().size());
    for (Compacted.Units units : pair.layers()) {
      add(table, "units of " + units.layer(), units.before(), units.after());
    }
    return table;
  }

  private static void add(Table table, String what, long before, long after) {
    table.add(List.of(what, Figures.count(before), Figures.count(after)));
  }

  private String sentence() {
    if (!pair.isSmaller()) {
      return "Nothing can go: no unit hears or says nothing but zeros. group-lasso,"
          + " prune(by=unit-norm) and strong l1 make such units.";
    }
    double left = (double) Compacted.parameters(pair.after()) / Compacted.parameters(pair.before());
    return String.format(
        Locale.ROOT,
        "%.1f %% of the parameters are gone. Outputs differ by at most %.1e of the largest, over"
            + " %s%s.",
        100 * (1 - left),
        agreement.difference(),
        Figures.of(agreement.rows(), "row"),
        data.map(name -> " of " + name).orElse(" drawn at random"));
  }

  private String unused() {
    List<String> names = pair.unused();
    boolean gone = pair.after().features().size() < pair.before().features().size();
    return Figures.of(names.size(), "input")
        + (names.size() == 1 ? " changes nothing" : " change nothing")
        + (gone ? " and " + (names.size() == 1 ? "is" : "are") + " left out: " : ": ")
        + String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())))
        + (names.size() > MOST_NAMES ? ", ..." : "")
        + (gone ? "." : ". Columns keep their places, so that data are prepared as before.");
  }
}
