package dev.bridle.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One measurement of the step.
 *
 * @param size of network and batch: {@code tiny}
 * @param members networks trained together by each worker
 * @param workers threads that train at once
 * @param rule the update rule
 * @param kind whether the step is restrained
 * @param micros microseconds for one step of one network: median, fastest and slowest window
 * @param flopBound the least that its floating-point operations take on this machine
 * @param trafficBound what its weights take if they come from memory each time
 */
record StepCell(
    String size,
    int members,
    int workers,
    String rule,
    Kind kind,
    Spread micros,
    double flopBound,
    double trafficBound) {

  static final Columns COLUMNS =
      Columns.of("size", 6)
          .and("K", 3)
          .and("workers", 7)
          .and("rule", 14)
          .and("kind", 11)
          .and("us", 7)
          .and("fastest", 7)
          .and("slowest", 7)
          .and("flops", 7)
          .and("ratio", 6)
          .and("traffic", 7)
          .and("ratio", 6);

  /** The line of a table with {@link #COLUMNS}. */
  String row() {
    return COLUMNS.line(
        List.of(
            size,
            Integer.toString(members),
            Integer.toString(workers),
            rule,
            kind.word(),
            Figures.micros(micros.median()),
            Figures.micros(micros.low()),
            Figures.micros(micros.high()),
            Figures.micros(flopBound),
            Figures.times(micros.median() / flopBound),
            Figures.micros(trafficBound),
            Figures.times(micros.median() / trafficBound)));
  }

  Map<String, Object> json() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("size", size);
    map.put("members", members);
    map.put("workers", workers);
    map.put("rule", rule);
    map.put("kind", kind.word());
    map.put("microseconds", Figures.rounded(micros.median()));
    map.put("fastest", Figures.rounded(micros.low()));
    map.put("slowest", Figures.rounded(micros.high()));
    map.put("flopBound", Figures.rounded(flopBound));
    map.put("flopRatio", Figures.rounded(micros.median() / flopBound));
    map.put("trafficBound", Figures.rounded(trafficBound));
    map.put("trafficRatio", Figures.rounded(micros.median() / trafficBound));
    return map;
  }

  /** What {@link #json} wrote. */
  static StepCell of(Fields fields) {
    return new StepCell(
        fields.text("size"),
        (int) fields.number("members"),
        (int) fields.number("workers"),
        fields.text("rule"),
        Kind.of(fields.text("kind")),
        new Spread(
            fields.number("microseconds"), fields.number("fastest"), fields.number("slowest")),
        fields.number("flopBound"),
        fields.number("trafficBound"));
  }
}
