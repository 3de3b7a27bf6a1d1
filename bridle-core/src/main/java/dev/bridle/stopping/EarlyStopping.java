package dev.bridle.stopping;

import dev.bridle.data.Task;
import dev.bridle.declaration.Choice;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Parameter.Unit;
import dev.bridle.declaration.Range;
import dev.bridle.declaration.Settings;
import dev.bridle.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Early stopping: training ends when the validation loss has got no better for longer than is
 * borne, and the best weights are the result at <em>any</em> end, running statistics included.
 *
 * <p>What is borne is a number of epochs, {@code early-stopping(10)}, or a limit of one of
 * Prechelt's three rules, {@code early-stopping(gl(5))}, {@code early-stopping(pq(0.75), strip=5)},
 * {@code early-stopping(up(3), strip=5)}; see {@link Patience}. An epoch is better if its loss is
 * below the best by more than {@code min-delta}; {@code smooth} takes the mean of the last so many
 * epochs (of those there are, at the start) for the loss of each.
 *
 * <p>With {@code metric=accuracy} and the like, a metric on the validation part is judged in place
 * of the loss. Its direction comes from the metric: one of which more is better is turned into 1
 * minus itself, so that everything here is about something that falls, Prechelt's percentages are
 * those of the share of wrong answers, and {@code min-delta} counts in the metric's own unit.
 *
 * <p>Keras restores the best weights only if asked to and only if it stopped, and its direction is
 * guessed from the name of the metric; Deeplearning4j has kept the model of least accuracy, and DJL
 * stopped because accuracy rose. The loss is that of the validation part, without penalties, at the
 * end of each epoch; Prechelt looks only at the ends of strips of five epochs, here only {@code pq}
 * and {@code up} do. The training loss is the mean over an epoch's batches as they were trained on.
 * An infinite patience never stops, and still restores the best. Each member has its own verdict.
 * Prechelt 1998; Morgan and Bourlard, NeurIPS 1989.
 *
 * @param patience what is counted
 * @param metric what is judged; empty for the loss
 */
public record EarlyStopping(Patience patience, Optional<Metric> metric) implements StoppingRule {
  private static final String PATIENCE = "patience";
  private static final String MIN_DELTA = "min-delta";
  private static final String STRIP = "strip";
  private static final String SMOOTH = "smooth";
  private static final String METRIC = "metric";
  private static final String LOSS = "loss";
  private static final double USUAL_STRIP = 5;

  /** Not the calibration error: a network that knows nothing has none. */
  private static final List<Metric> METRICS =
      List.of(
          Metric.ACCURACY,
          Metric.BALANCED_ACCURACY,
          Metric.AUC,
          Metric.LOG_LOSS,
          Metric.BRIER,
          Metric.RMSE,
          Metric.MAE,
          Metric.R2);

  private static final Range COUNT = new Range(1, true, Double.POSITIVE_INFINITY, true);

  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "early-stopping",
          Kind.STOPPING,
          "Stops when the validation loss no longer falls, and goes back to the best weights.",
          "stop after patience epochs without validation loss < best - min-delta, or by Prechelt's"
              + " gl, pq, up; result: best weights",
          List.of(
              Parameter.number(
                      PATIENCE,
                      "epochs without improvement that are borne; gl(a): percent above the best,"
                          + " pq(a): that over progress, up(s): strips with rising loss",
                      COUNT)
                  .wholeNumbers()
                  .countedIn(new Unit("gl", Range.above(0), false))
                  .countedIn(new Unit("pq", Range.above(0), false))
                  .countedIn(new Unit("up", Range.atLeast(1), true)),
              Parameter.number(MIN_DELTA, "smallest fall of the loss that counts", Range.atLeast(0))
                  .withFallback(0),
              Parameter.number(STRIP, "epochs of one strip, for pq and up", COUNT)
                  .wholeNumbers()
                  .withFallback(USUAL_STRIP),
              Parameter.number(SMOOTH, "epochs whose losses are averaged", Range.atLeast(1))
                  .wholeNumbers()
                  .withFallback(1)),
          List.of(
              new Choice(
                  METRIC,
                  "what is judged on the validation rows; its direction is known",
                  Stream.concat(Stream.of(LOSS), METRICS.stream().map(Metric::name)).toList())),
          "",
          Places.NONE,
          "Morgan and Bourlard, NeurIPS 1989; Prechelt, Neural Networks 11, 1998");

  /** By the loss. */
  public EarlyStopping(Patience patience) {
    this(patience, Optional.empty());
  }

  /** As written in a recipe. */
  public static EarlyStopping of(Settings settings) {
    String judged = settings.word(METRIC);
    return new EarlyStopping(
        Patience.of(settings.scale(PATIENCE)),
        METRICS.stream().filter(metric -> metric.name().equals(judged)).findFirst());
  }

  @Override
  public void requireFits(Task task) {
    List<Metric> possible = METRICS.stream().filter(Metric.of(task)::contains).toList();
    if (metric.isPresent() && !possible.contains(metric.get())) {
      throw new IllegalArgumentException(
          "early-stopping metric = "
              + metric.get().name()
              + ": not for "
              + (task instanceof Task.Regression ? "numbers" : task.outputs() + " classes")
              + "; expected one of loss, "
              + possible.stream().map(Metric::name).collect(Collectors.joining(", ")));
    }
  }

  @Override
  public Verdict judge(Losses losses, Map<String, Double> numbers) {
    double smooth = numbers.getOrDefault(SMOOTH, 1.0);
    List<Double> validation = averaged(losses.validation(), (int) smooth);
    int best = best(validation, numbers.getOrDefault(MIN_DELTA, 0.0));
    double limit = numbers.getOrDefault(PATIENCE, Double.POSITIVE_INFINITY);
    double strip = numbers.getOrDefault(STRIP, USUAL_STRIP);
    Losses looked = new Losses(losses.training(), validation);
    return new Verdict(patience.isOver(looked, best, limit, strip), best);
  }

  private static int best(List<Double> losses, double minDelta) {
    int best = 0;
    for (int epoch = 1; epoch < losses.size(); epoch++) {
      if (losses.get(epoch) < losses.get(best) - minDelta) {
        best = epoch;
      }
    }
    return best;
  }

  /** For each epoch the mean of the last so many; any number is better than none. */
  private static List<Double> averaged(List<Double> losses, int epochs) {
    List<Double> means = new ArrayList<>();
    for (int end = 1; end <= losses.size(); end++) {
      int from = Math.max(0, end - epochs);
      double sum = 0;
      for (double loss : losses.subList(from, end)) {
        sum += loss;
      }
      double mean = sum / (end - from);
      means.add(Double.isNaN(mean) ? Double.POSITIVE_INFINITY : mean);
    }
    return means;
  }
}
