package dev.bridle.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One study, from its file to its findings.
 *
 * @param hidden units of each of the two hidden layers
 * @param workers threads that trained
 * @param trainings how many networks were trained
 * @param plainSteps steps of networks without a regularizer, all networks together
 * @param regularizedSteps steps of all other networks
 * @param seconds everything: reading, preparing, training, scoring, choosing
 * @param score what the networks reached on rows they did not see, on average
 * @param flopBound microseconds that the floating-point operations of a step take on this machine
 */
record StudyCell(
    int hidden,
    int workers,
    int trainings,
    long plainSteps,
    long regularizedSteps,
    double seconds,
    double score,
    double flopBound) {

  static final Columns COLUMNS =
      Columns.of("hidden", 8)
          .and("workers", 7)
          .and("trainings", 9)
          .and("model-steps", 11)
          .and("seconds", 7)
          .and("us", 7)
          .and("flops", 7)
          .and("ratio", 6)
          .and("mean score", 10);

  /** Steps of all networks together. */
  long steps() {
    return plainSteps + regularizedSteps;
  }

  /** Microseconds for each of them, everything else included. */
  double micros() {
    return seconds * 1e6 / steps();
  }

  /** The line of a table with {@link #COLUMNS}. */
  String row() {
    return COLUMNS.line(
        List.of(
            hidden + "," + hidden,
            Integer.toString(workers),
            Integer.toString(trainings),
            Long.toString(steps()),
            Figures.micros(seconds),
            Figures.micros(micros()),
            Figures.micros(flopBound),
            Figures.times(micros() / flopBound),
            Double.toString(Figures.rounded(score))));
  }

  Map<String, Object> json() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("hidden", hidden);
    map.put("workers", workers);
    map.put("trainings", trainings);
    map.put("plainSteps", plainSteps);
    map.put("regularizedSteps", regularizedSteps);
    map.put("modelSteps", steps());
    map.put("seconds", Figures.rounded(seconds));
    map.put("microseconds", Figures.rounded(micros()));
    map.put("score", Figures.rounded(score));
    map.put("flopBound", Figures.rounded(flopBound));
    return map;
  }

  /** What {@link #json} wrote. */
  static StudyCell of(Fields fields) {
    return new StudyCell(
        (int) fields.number("hidden"),
        (int) fields.number("workers"),
        (int) fields.number("trainings"),
        (long) fields.number("plainSteps"),
        (long) fields.number("regularizedSteps"),
        fields.number("seconds"),
        fields.number("score"),
        fields.number("flopBound"));
  }
}
