package dev.bridle.cli;

import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.Examined;
import dev.bridle.study.result.FaredAdvice;
import dev.bridle.study.result.FinishedStudy;
import dev.bridle.study.result.StudyReport;
import dev.bridle.study.result.StudyReport.Estimate;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The results of {@code compare} for programs: one document. Fields may be added, not renamed; what
 * does not exist is null.
 *
 * <p>{@code examined} are the refitted networks of the baseline and of the recommended recipe: what
 * their penalties amount to, and their diagnostics, explained at {@link DiagnosticsJson}.
 */
final class CompareJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final StudyReport report;
  private final List<FaredAdvice> advice;
  private final boolean times;

  /** The document of a study, with or without how long it took. */
  CompareJson(FinishedStudy study, boolean times) {
    this.report = study.report();
    this.advice = study.advice();
    this.times = times;
  }

  /** The document, with a line break at its end. */
  String text() {
    ObjectNode document = MAPPER.createObjectNode();
    data(document.putObject("data"));
    document.put("network", report.network());
    protocol(document.putObject("protocol"));
    ArrayNode recipes = document.putArray("recipes");
    report.arms().forEach(arm -> arm(arm, recipes.addObject()));
    if (report.recommended().isPresent()) {
      recommended(report.recommended().get(), document.putObject("recommended"));
    } else {
      document.putNull("recommended");
    }
    ArrayNode examined = document.putArray("examined");
    report.examined().forEach(one -> examined(one, examined.addObject()));
    document.put("sentence", report.sentence());
    ArrayNode fared = document.putArray("advice");
    advice.forEach(one -> advice(one, fared.addObject()));
    ArrayNode notes = document.putArray("notes");
    report.notes().forEach(notes::add);
    seconds(document, report.seconds());
    document.put("planHash", report.planHash());
    ObjectNode versions = document.putObject("versions");
    new java.util.TreeMap<>(report.versions()).forEach(versions::put);
    return MAPPER.writeValueAsString(document).replace(System.lineSeparator(), "\n") + "\n";
  }

  private void data(ObjectNode node) {
    StudyReport.Data data = report.data();
    node.put("name", data.name());
    node.put("rows", data.rows());
    node.put("features", data.features());
    node.put("task", data.task());
    node.put("classes", data.classes().orElse(null));
    node.put("target", data.target());
    node.put("trainRows", data.trainRows());
    node.put("stopRows", data.stopRows());
    node.put("scoreRows", data.scoreRows());
    node.put("testRows", data.testRows());
  }

  private void protocol(ObjectNode node) {
    StudyReport.Protocol protocol = report.protocol();
    node.put("claim", protocol.claim());
    node.put("select", protocol.select());
    node.put("confirm", protocol.confirm());
    node.put("metric", protocol.metric());
    node.put("higherIsBetter", protocol.higherIsBetter());
    node.put("delta", protocol.delta());
    node.put("alpha", protocol.alpha());
    node.put("comparisons", protocol.comparisons());
    node.put("updates", protocol.updates());
    node.put("plan", protocol.plan());
    node.put("seed", protocol.seed());
    node.put("exploratory", protocol.exploratory());
  }

  private void arm(ArmReport arm, ObjectNode node) {
    node.put("recipe", arm.name());
    node.put("family", arm.family());
    node.put("chosen", arm.chosen());
    estimate(arm.score(), node, "score");
    node.putObject("train").put("mean", arm.trainScore().orElse(null));
    node.put("gap", arm.gap().orElse(null));
    node.put("logLoss", arm.logLoss().orElse(null));
    node.put("calibrationError", arm.calibrationError().orElse(null));
    versus(arm, node.putObject("versusNone"));
    bestEpoch(arm, node.putObject("validationLoss"));
    node.put("trials", arm.trials());
    node.put("failed", arm.failed());
    node.put("zeroFraction", arm.zeroFraction().orElse(null));
    node.put("weightNorm", arm.weightNorm().orElse(null));
    seconds(node, arm.seconds());
    ArrayNode strengths = node.putArray("strengths");
    arm.strengths()
        .forEach(
            s ->
                strengths
                    .addObject()
                    .put("recipe", s.recipe())
                    .put("strength", s.strength().orElse(null))
                    .put("mean", s.mean().orElse(null))
                    .put("train", s.train().orElse(null))
                    .put("chosen", s.chosen()));
    ArrayNode scores = node.putArray("scores");
    arm.scores().forEach(s -> scores.add(s.orElse(null)));
  }

  /**
   * The loss of the stopping rows, median over the replicates: after the last update, which is what
   * is scored, and beside it where it was lowest.
   */
  private static void bestEpoch(ArmReport arm, ObjectNode node) {
    List<Double> losses = arm.curves().map(c -> c.validation().median()).orElse(List.of());
    int best = 0;
    for (int epoch = 1; epoch < losses.size(); epoch++) {
      best = losses.get(epoch) < losses.get(best) ? epoch : best;
    }
    boolean some = !losses.isEmpty();
    node.put("last", some ? losses.get(losses.size() - 1) : null);
    node.put("best", some ? losses.get(best) : null);
    node.put("bestEpoch", some ? (Integer) (best + 1) : null);
  }

  private static void versus(ArmReport arm, ObjectNode node) {
    Optional<ArmReport.Versus> versus = arm.versus();
    node.put("difference", versus.map(ArmReport.Versus::difference).orElse(null));
    node.put("low", versus.flatMap(ArmReport.Versus::low).orElse(null));
    node.put("high", versus.flatMap(ArmReport.Versus::high).orElse(null));
    node.put("p", versus.map(ArmReport.Versus::p).orElse(null));
    node.put("adjustedP", versus.map(ArmReport.Versus::adjustedP).orElse(null));
    node.put("verdict", arm.verdict());
    node.put("outlook", arm.outlook().isEmpty() ? null : arm.outlook());
  }

  private static void recommended(StudyReport.Recommendation r, ObjectNode node) {
    node.put("recipe", r.recipe());
    node.put("reason", r.reason());
    node.put("model", r.model().orElse(null));
    score(r.test(), node, "test");
    score(r.baselineTest(), node, "baselineTest");
    node.put("testsOpened", r.testsOpened());
  }

  private static void examined(Examined examined, ObjectNode node) {
    node.put("recipe", examined.recipe());
    node.put("baseline", examined.baseline());
    ArrayNode penalties = node.putArray("penalties");
    examined
        .ledger()
        .lines()
        .forEach(
            line ->
                penalties
                    .addObject()
                    .put("penalty", line.penalty())
                    .put("weight", line.weight())
                    .put("value", line.value()));
    DiagnosticsJson.write(examined.diagnostics(), node.putObject("diagnostics"));
  }

  private static void advice(FaredAdvice advice, ObjectNode node) {
    node.put("suggestion", advice.suggestion());
    node.put("family", advice.family());
    node.put("verdict", advice.verdict().orElse(null));
    node.put("difference", advice.difference().orElse(null));
  }

  private static void estimate(Optional<Estimate> estimate, ObjectNode node, String name) {
    ObjectNode inner = node.putObject(name);
    inner.put("mean", estimate.map(Estimate::mean).orElse(null));
    inner.put("low", estimate.flatMap(Estimate::low).orElse(null));
    inner.put("high", estimate.flatMap(Estimate::high).orElse(null));
  }

  private static void score(Optional<Estimate> estimate, ObjectNode node, String name) {
    if (estimate.isEmpty()) {
      node.putNull(name);
      return;
    }
    node.putObject(name)
        .put("score", estimate.get().mean())
        .put("low", estimate.get().low().orElse(null))
        .put("high", estimate.get().high().orElse(null));
  }

  private void seconds(ObjectNode node, double seconds) {
    node.put("seconds", times ? (Double) seconds : null);
  }
}
