package dev.bridle.study.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** About how many bytes on disk something needs, counted in whole pages of the write-ahead log. */
final class Space {
  private static final long PAGE = 4096;

  /** A page and its header in the log. */
  private static final long FRAME = PAGE + 24;

  /** Pages of tables and indexes that any change touches. */
  private static final long TOUCHED = 12;

  private static final long EMPTY_STORE = 24 * PAGE;
  private static final long ROW = 64;

  private Space() {}

  static long of(StudyPlanRecord plan, List<UnitKey> units) {
    long bytes = length(plan.text()) + length(plan.data().columns());
    return EMPTY_STORE + pages(bytes) + ofUnits(units);
  }

  /** Each key stands in the table and in its index. */
  static long ofUnits(List<UnitKey> units) {
    long bytes = 0;
    for (UnitKey unit : units) {
      bytes += ROW + 2 * length(unit.phase() + unit.recipe() + unit.salt());
    }
    return pages(bytes);
  }

  static long ofResults(List<UnitResult> results) {
    return pages(results.stream().mapToLong(Space::bytes).sum());
  }

  static long ofSmallChange() {
    return pages(0);
  }

  private static long bytes(UnitResult result) {
    long curves = (long) result.history().train().size() + result.history().validation().size();
    long numbers = 0;
    for (Map<String, Double> part : result.metrics().values()) {
      numbers += part.size();
    }
    return ROW * (4 + numbers + result.reliability().size())
        + Double.BYTES * curves
        + result.weights().map(Bytes::size).orElse(0);
  }

  private static long pages(long bytes) {
    return (TOUCHED + bytes / PAGE) * FRAME;
  }

  private static long length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
