package dev.bridle.cli;

import dev.bridle.data.Generator;
import dev.bridle.data.Task;
import dev.bridle.metric.Metric;
import dev.bridle.plan.Budget;
import dev.bridle.train.Outcome;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The results of {@code train} for programs: one document. Fields may be added, not renamed; a
 * number that does not exist, such as the deviation of one number, is null.
 *
 * <p>{@code gap} and {@code versusNone} are counted so that more means a larger gap, and better
 * than none, whichever way the metric goes. Scores are in the metric's own unit, not in percent.
 * {@code findings} are those of a recipe's networks, each with the number of them that have it;
 * {@code diagnostics} of each network are explained at {@link DiagnosticsJson}.
 */
final class TrainJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Results results;
  private final Experiment experiment;
  private final Metric metric;
  private final boolean times;

  /**
   * The document of results.
   *
   * @param times whether to say how long it took; without, equal runs print equal bytes
   */
  TrainJson(Results results, boolean times) {
    this.results = results;
    this.experiment = results.experiment();
    this.metric = experiment.headline();
    this.times = times;
  }

  /**
   * The document, with a line break at its end.
   *
   * @param model where the network was saved, if it was
   */
  String text(Optional<Path> model) {
    ObjectNode document = MAPPER.createObjectNode();
    data(document.putObject("data"));
    document.put("network", experiment.arms().get(0).network().architecture().toString());
    document.put("parameters", experiment.arms().get(0).parameters());
    plan(document.putObject("plan"));
    protocol(document.putObject("protocol"));
    ArrayNode recipes = document.putArray("recipes");
    results.arms().forEach(arm -> recipe(arm, recipes.addObject()));
    document.put("model", model.map(Path::toString).orElse(null));
    ObjectNode versions = document.putObject("versions");
    versions.put("bridle", Version.bridle()).put("java", Version.java());
    return MAPPER.writeValueAsString(document).replace(System.lineSeparator(), "\n") + "\n";
  }

  private void data(ObjectNode data) {
    Task task = experiment.task();
    Generator.Sizes sizes = experiment.sizes();
    boolean classes = task instanceof Task.Classification;
    data.put("name", experiment.data().name());
    data.put("trainingRows", sizes.train());
    data.put("validationRows", sizes.validation());
    data.put("testRows", sizes.test());
    data.put("features", experiment.rows().features());
    data.put("task", classes ? "classification" : "regression");
    data.put("classes", classes ? task.outputs() : null);
  }

  private void plan(ObjectNode plan) {
    Budget budget = experiment.budget();
    plan.put("text", experiment.plan().toString());
    plan.put("batch", budget.batch());
    plan.put("updatesPerEpoch", budget.stepsPerEpoch());
    plan.put("updates", budget.updates());
  }

  private void protocol(ObjectNode protocol) {
    protocol.put("metric", metric.name());
    protocol.put("higherIsBetter", metric.higherIsBetter());
    protocol.put("replicates", experiment.replicates());
    protocol.put("seed", experiment.seed());
  }

  private void recipe(ArmResult arm, ObjectNode node) {
    node.put("recipe", arm.arm().recipe().toString());
    summary(arm.score(Trial::train, metric), node.putObject("train"));
    summary(arm.score(Trial::validation, metric), node.putObject("validation"));
    summary(arm.score(Trial::test, metric), node.putObject("test"));
    summary(arm.over(trial -> trial.gap(metric)), node.putObject("gap"));
    if (arm.arm().isBaseline()) {
      node.putNull("versusNone");
    } else {
      Summary difference = arm.betterThanBaseline(metric);
      ObjectNode versus = node.putObject("versusNone");
      number(versus, "difference", difference.mean());
      number(versus, "deviation", difference.deviation());
    }
    number(node, "logLoss", logLoss(arm));
    number(node, "penalty", arm.over(trial -> trial.ledger().total()).mean());
    ledger(arm, node.putArray("penalties"));
    number(node, "zeroFraction", arm.over(Trial::zeros).mean());
    findings(arm, node.putArray("findings"));
    node.put("trials", arm.trials().size());
    node.put("failed", arm.diverged().size());
    number(node, "seconds", times ? arm.seconds() : Double.NaN);
    ArrayNode replicates = node.putArray("replicates");
    arm.trials().forEach(trial -> replicate(trial, replicates.addObject()));
  }

  /** The mean on new rows; NaN for a regression. */
  private double logLoss(ArmResult arm) {
    boolean classes = experiment.task() instanceof Task.Classification;
    return classes ? arm.score(Trial::test, Metric.LOG_LOSS).mean() : Double.NaN;
  }

  private static void ledger(ArmResult arm, ArrayNode lines) {
    arm.ledger()
        .forEach(
            (names, amount) -> {
              ObjectNode line = lines.addObject();
              line.put("penalty", names.get(0)).put("weight", names.get(1));
              summary(amount, line);
            });
  }

  /** What was found, and in how many networks. */
  private static void findings(ArmResult arm, ArrayNode findings) {
    arm.findings()
        .forEach(
            (finding, networks) -> {
              ObjectNode node = findings.addObject();
              DiagnosticsJson.finding(finding, node);
              node.put("networks", networks);
            });
  }

  private void replicate(Trial trial, ObjectNode node) {
    boolean worth = !trial.diverged();
    node.put("replicate", trial.unit().replicate());
    number(node, "train", worth ? trial.train().get(metric) : Double.NaN);
    number(node, "validation", worth ? trial.validation().get(metric) : Double.NaN);
    number(node, "test", worth ? trial.test().get(metric) : Double.NaN);
    node.put("outcome", outcome(trial.outcome()));
    node.put("updates", trial.outcome().updates());
    Integer best = trial.outcome() instanceof Outcome.Stopped s ? s.bestEpoch() : null;
    node.put("bestEpoch", best);
    DiagnosticsJson.write(trial.diagnostics(), node.putObject("diagnostics"));
  }

  private static String outcome(Outcome outcome) {
    if (outcome instanceof Outcome.Diverged) {
      return "diverged";
    }
    return outcome instanceof Outcome.Stopped ? "stopped" : "completed";
  }

  private static void summary(Summary summary, ObjectNode node) {
    number(node, "mean", summary.mean());
    number(node, "deviation", summary.deviation());
  }

  private static void number(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.putNull(name);
    }
  }
}
