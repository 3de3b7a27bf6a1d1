package dev.bridle.cli;

import dev.bridle.study.diagnosis.ColumnProfile;
import dev.bridle.study.diagnosis.Correlations;
import dev.bridle.study.diagnosis.Diagnosis;
import dev.bridle.study.diagnosis.Duplicates;
import dev.bridle.study.diagnosis.LabelNoise;
import dev.bridle.study.diagnosis.Overview;
import dev.bridle.study.diagnosis.Relation;
import dev.bridle.study.table.Moments;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A diagnosis for programs: one document, described in {@code docs/diagnose.md}. Fields may be
 * added, not renamed; what does not exist is null.
 */
final class DiagnosisJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Diagnosis diagnosis;
  private final String name;
  private final Optional<Double> seconds;

  /** The document, with how long it took, or without. */
  DiagnosisJson(Diagnosis diagnosis, String name, Optional<Double> seconds) {
    this.diagnosis = diagnosis;
    this.name = name;
    this.seconds = seconds;
  }

  /** The document, with a line break at its end. */
  String text() {
    ObjectNode document = MAPPER.createObjectNode();
    data(document.putObject("data"));
    missing(document.putObject("missing"));
    document.put("zeros", diagnosis.overview().zeros());
    classes(document);
    duplicates(document.putObject("duplicates"));
    relevance(document);
    correlations(document.putObject("correlations"));
    labelNoise(document);
    targetNoise(document);
    ArrayNode columns = document.putArray("columns");
    diagnosis.columns().forEach(column -> column(column, columns.addObject()));
    ArrayNode notes = document.putArray("notes");
    diagnosis
        .notes()
        .forEach(
            note ->
                notes
                    .addObject()
                    .put("level", note.level().name().toLowerCase(Locale.ROOT))
                    .put("text", note.text()));
    ArrayNode suggestions = document.putArray("suggestions");
    diagnosis
        .suggestions()
        .forEach(
            s ->
                suggestions
                    .addObject()
                    .put("recipe", s.recipe())
                    .put("family", s.family())
                    .put("strength", s.strength())
                    .put("reason", s.reason())
                    .put("source", s.source()));
    document.put("seconds", seconds.orElse(null));
    return MAPPER.writeValueAsString(document).replace(System.lineSeparator(), "\n") + "\n";
  }

  private void data(ObjectNode node) {
    Overview overview = diagnosis.overview();
    node.put("name", name);
    node.put("rows", overview.rows());
    node.put("rowsInAll", overview.rowsInAll());
    node.put("pairedRows", diagnosis.pairedRows());
    node.put("columns", overview.columns());
    node.put("numbers", overview.numbers());
    node.put("categories", overview.categories());
    node.put("leftOut", overview.leftOut());
    node.put("features", overview.features());
    node.put("featuresPerRow", overview.featuresPerRow());
    boolean none = overview.task().equals("none");
    node.put("task", none ? null : overview.task());
    node.put("target", none ? null : overview.target());
  }

  private void missing(ObjectNode node) {
    node.put("cells", diagnosis.overview().missing());
    node.put("rows", diagnosis.overview().rowsWithMissing());
  }

  private void classes(ObjectNode document) {
    if (diagnosis.classes().isEmpty()) {
      document.putNull("classes");
      return;
    }
    ObjectNode node = document.putObject("classes");
    ArrayNode rows = node.putArray("rows");
    List<String> names = diagnosis.classes().get().classes();
    for (int k = 0; k < names.size(); k++) {
      rows.addObject()
          .put("class", names.get(k))
          .put("rows", diagnosis.classes().get().rows().get(k));
    }
    double ratio = diagnosis.classes().get().ratio();
    node.put("ratio", Double.isFinite(ratio) ? (Double) ratio : null);
  }

  private void duplicates(ObjectNode node) {
    Duplicates duplicates = diagnosis.duplicates();
    node.put("repeated", duplicates.repeated());
    node.put("sameInputs", duplicates.sameInputs());
    node.put("conflicting", duplicates.conflicting());
    node.put("unlearnable", duplicates.unlearnable());
    node.put("acrossSplit", duplicates.across());
  }

  private void relevance(ObjectNode document) {
    if (diagnosis.relevance().isEmpty()) {
      document.putNull("relevance");
      return;
    }
    ObjectNode node = document.putObject("relevance");
    node.put("tested", diagnosis.relevance().get().tested());
    node.put("related", diagnosis.relevance().get().related());
    ArrayNode names = node.putArray("strongest");
    diagnosis.relevance().get().strongest().forEach(names::add);
  }

  private void correlations(ObjectNode node) {
    Correlations correlations = diagnosis.correlations();
    node.put("columns", correlations.columns().size());
    node.put("available", correlations.available());
    node.put("threshold", correlations.threshold());
    node.put("inBlocks", correlations.inBlocks());
    ArrayNode blocks = node.putArray("blocks");
    for (Correlations.Block block : correlations.blocks()) {
      ObjectNode one = blocks.addObject();
      one.put("mean", block.mean());
      ArrayNode names = one.putArray("columns");
      block.columns().forEach(names::add);
    }
  }

  private void labelNoise(ObjectNode document) {
    if (diagnosis.labelNoise().isEmpty()) {
      document.putNull("labelNoise");
      return;
    }
    LabelNoise noise = diagnosis.labelNoise().get();
    ObjectNode node = document.putObject("labelNoise");
    node.put("share", noise.share());
    node.put("certain", noise.certain());
    node.put("error", noise.error());
    node.put("guessing", noise.guessing());
    node.put("neighbours", noise.neighbours());
    ArrayNode confusions = node.putArray("confusions");
    noise
        .confusions()
        .forEach(
            c ->
                confusions
                    .addObject()
                    .put("given", c.given())
                    .put("likely", c.likely())
                    .put("share", c.share()));
    ArrayNode suspects = node.putArray("suspects");
    noise
        .suspects()
        .forEach(
            s ->
                suspects
                    .addObject()
                    .put("line", s.line())
                    .put("given", s.given())
                    .put("likely", s.likely())
                    .put("votes", s.votes()));
  }

  private void targetNoise(ObjectNode document) {
    if (diagnosis.targetNoise().isEmpty()) {
      document.putNull("targetNoise");
      return;
    }
    document
        .putObject("targetNoise")
        .put("atMost", diagnosis.targetNoise().get().atMost())
        .put("neighbours", diagnosis.targetNoise().get().neighbours())
        .put("linear", diagnosis.targetNoise().get().linear());
  }

  private static void column(ColumnProfile column, ObjectNode node) {
    node.put("name", column.name());
    node.put("type", column.type());
    node.put("missing", column.missing());
    node.put("distinct", column.distinct());
    node.put("zeros", column.zeros());
    node.put("mean", column.moments().map(Moments::mean).orElse(null));
    node.put("median", column.moments().map(Moments::median).orElse(null));
    node.put("deviation", column.moments().map(Moments::deviation).orElse(null));
    node.put("relation", column.relation().map(Relation::share).orElse(null));
    node.put("p", column.relation().map(Relation::p).orElse(null));
    node.put("leftOut", column.leftOut().isEmpty() ? null : column.leftOut());
    node.put("identifier", column.identifier());
    node.put("leak", column.leak());
  }
}
