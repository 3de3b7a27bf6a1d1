package dev.bridle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the numbers of a run come from: they mean nothing beside those of another machine.
 *
 * @param processor its name, or the kind of machine where it does not tell
 * @param cores how many of them Java sees
 * @param java its version
 * @param limits what was measured, one for each number of workers
 */
record Machine(String processor, int cores, String java, List<Limits> limits) {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  /** Copies the limits. */
  Machine {
    limits = List.copyOf(limits);
  }

  /** This machine, measured with each of these numbers of workers. */
  static Machine measure(List<Integer> workers) {
    return new Machine(
        findProcessor(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version", "?"),
        workers.stream().distinct().map(Limits::measure).toList());
  }

  private static String findProcessor() {
    String kind = System.getProperty("os.arch", "?");
    if (!Files.isReadable(PROCESSORS)) {
      return kind;
    }
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(kind);
    } catch (IOException e) {
      return kind; // a fact less; the measurements stand without it
    }
  }

  /** What was measured with so many workers. */
  Limits limits(int workers) {
    return limits.stream()
        .filter(limit -> limit.workers() == workers)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "workers = " + workers + ": expected one of those measured, " + limits));
  }

  Map<String, Object> json() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("processor", processor);
    map.put("cores", cores);
    map.put("java", java);
    map.put("limits", limits.stream().map(Limits::json).toList());
    return map;
  }

  @Override
  public String toString() {
    String measured = limits.stream().map(Limits::toString).collect(Collectors.joining("; "));
    return processor + ", " + cores + " cores, Java " + java + "; " + measured;
  }
}
