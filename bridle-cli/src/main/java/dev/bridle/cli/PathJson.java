package dev.bridle.cli;

import dev.bridle.study.path.Average;
import dev.bridle.study.path.LayerState;
import dev.bridle.study.path.Marks;
import dev.bridle.study.path.PathPlan;
import dev.bridle.study.path.PathPoint;
import dev.bridle.study.path.Refitted;
import dev.bridle.study.path.RegularizationPath;
import dev.bridle.study.result.StudyReport.Estimate;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A regularization path for programs: one document. Fields may be added, not renamed; what does not
 * exist is null.
 *
 * <pre>
 * data, recipe, network, plan, seed   what was trained, as it is written
 * parameter      term and name of the number that is swept; limit: whether large is weak
 * metric, higherIsBetter
 * replicates     how many draws of data and chance
 * reference      the recipe without the term that is swept, as one of the points; its strength is
 *                null
 * points         the strengths, the weakest first, each with
 *   recipe, strength
 *   validation   mean and standardError over the replicates that did not diverge, on rows that
 *                training does not see; null if all diverged; scores: one by one, null if diverged
 *   train        the same on the training rows, without the scores
 *   layers       name; weights; zeros, how many of them are exactly 0; norm, the Euclidean one:
 *                means over replicates
 *   inputs       total, of the first layer; alive, how many have a weight that is not 0
 *   parameters   how many bridle prune would leave, a mean over replicates
 *   failed       trainings that diverged
 * marks          places in points, from 0: best; oneStandardError, the strongest within one
 *                standard error of it; studyChoice, the weakest, which bridle compare takes;
 *                atBorder, whether the best is first or last; null if all diverged
 * saved          file and recipe of the network that --save wrote; heldOut: rows, score and
 *                reference, each a mean with low and high of its 95 % interval, null if no rows
 *                are held out; null without --save
 * seconds        how long it took
 * </pre>
 */
final class PathJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final RegularizationPath path;
  private final Optional<Refitted> refitted;
  private final Optional<Path> file;
  private final Optional<Double> seconds;

  /**
   * The document.
   *
   * @param refitted the choice, trained once more
   * @param file where that is saved
   * @param seconds how long it took
   */
  PathJson(
      RegularizationPath path,
      Optional<Refitted> refitted,
      Optional<Path> file,
      Optional<Double> seconds) {
    this.path = path;
    this.refitted = refitted;
    this.file = file;
    this.seconds = seconds;
  }

  /** The document, with a line break at its end. */
  String text() {
    PathPlan plan = path.plan();
    ObjectNode document = MAPPER.createObjectNode();
    document.put("data", path.data());
    document.put("recipe", plan.sweep().recipe().toString());
    document.put("network", plan.architecture().toString());
    document.put("plan", plan.training().toString());
    document.put("seed", plan.seed());
    document
        .putObject("parameter")
        .put("term", plan.sweep().recipe().terms().get(plan.sweep().term()).name())
        .put("name", plan.sweep().parameter())
        .put("limit", plan.sweep().limit());
    document.put("metric", plan.metric().name());
    document.put("higherIsBetter", plan.metric().higherIsBetter());
    document.put("replicates", plan.replicates());
    point(path.reference(), document.putObject("reference"));
    ArrayNode points = document.putArray("points");
    path.points().forEach(point -> point(point, points.addObject()));
    marks(document);
    saved(document);
    document.put("seconds", seconds.orElse(null));
    return MAPPER.writeValueAsString(document).replace(System.lineSeparator(), "\n") + "\n";
  }

  private static void point(PathPoint point, ObjectNode node) {
    node.put("recipe", point.recipe());
    node.put("strength", Double.isNaN(point.strength()) ? null : (Double) point.strength());
    average(point.validation(), "validation", node)
        .ifPresent(validation -> scores(point.scores(), validation.putArray("scores")));
    average(point.train(), "train", node);
    ArrayNode layers = node.putArray("layers");
    for (LayerState layer : point.layers()) {
      layers
          .addObject()
          .put("name", layer.layer())
          .put("weights", layer.weights())
          .put("zeros", layer.zeros())
          .put("norm", layer.norm());
    }
    if (point.layers().isEmpty()) {
      node.putNull("inputs");
    } else {
      node.putObject("inputs").put("total", point.inputs()).put("alive", point.alive());
    }
    node.put("parameters", point.layers().isEmpty() ? null : (Double) point.parameters());
    node.put("failed", point.failed());
  }

  private static void scores(List<Double> scores, ArrayNode array) {
    for (double score : scores) {
      if (Double.isFinite(score)) {
        array.add(score);
      } else {
        array.addNull();
      }
    }
  }

  private static Optional<ObjectNode> average(
      Optional<Average> average, String name, ObjectNode node) {
    if (average.isEmpty()) {
      node.putNull(name);
      return Optional.empty();
    }
    ObjectNode one = node.putObject(name);
    one.put("mean", average.get().mean()).put("standardError", average.get().error());
    return Optional.of(one);
  }

  private void saved(ObjectNode document) {
    if (refitted.isEmpty()) {
      document.putNull("saved");
      return;
    }
    Refitted choice = refitted.get();
    ObjectNode node = document.putObject("saved");
    node.put("file", file.map(Path::toString).orElse(null)).put("recipe", choice.recipe());
    ObjectNode heldOut = node.putObject("heldOut").put("rows", choice.rows());
    estimate(choice.test(), "score", heldOut);
    estimate(choice.reference(), "reference", heldOut);
  }

  private static void estimate(Optional<Estimate> estimate, String name, ObjectNode node) {
    if (estimate.isEmpty()) {
      node.putNull(name);
      return;
    }
    node.putObject(name)
        .put("mean", estimate.get().mean())
        .put("low", estimate.get().low().orElse(null))
        .put("high", estimate.get().high().orElse(null));
  }

  private void marks(ObjectNode document) {
    if (path.marks().isEmpty()) {
      document.putNull("marks");
      return;
    }
    Marks marks = path.marks().get();
    document
        .putObject("marks")
        .put("best", marks.best())
        .put("oneStandardError", marks.strongest())
        .put("studyChoice", marks.weakest())
        .put("atBorder", marks.atBorder());
  }
}
