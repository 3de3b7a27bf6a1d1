package dev.bridle.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The regularised step at four sizes, beside the floating-point bound measured in the same run.
 *
 * <pre>{@code
 * Bench [--sizes tiny,small,mid,large] [--members 1,4,8,16,64] [--workers 2] [--plain]
 *       [--rule "momentum(0.01)"] [--seconds 2] [--json]
 * }</pre>
 */
public final class Bench {
  private Bench() {}

  /** One cell of the table. */
  private record Cell(
      String size, int members, int workers, boolean regularized, double us, double bound) {
    String json() {
      return String.format(
          Locale.ROOT,
          "{\"size\": \"%s\", \"members\": %d, \"workers\": %d, \"regularized\": %b, "
              + "\"microseconds\": %.2f, \"bound\": %.2f, \"ratio\": %.2f}",
          size,
          members,
          workers,
          regularized,
          us,
          bound,
          us / bound);
    }

    String row() {
      return String.format(
          Locale.ROOT,
          "%-6s %7d %7d %11s %12.1f %10.1f %7.2f",
          size,
          members,
          workers,
          regularized ? "yes" : "no",
          us,
          bound,
          us / bound);
    }
  }

  /** Measures and prints, a line a cell. */
  public static void main(String[] args) {
    List<String> options = Arrays.asList(args);
    boolean json = options.contains("--json");
    PrintStream out = System.out;
    double seconds = Double.parseDouble(option(options, "--seconds", "2"));
    String rule = option(options, "--rule", "momentum(0.01)");
    boolean regularized = !options.contains("--plain");
    List<String> lines = new ArrayList<>();
    for (int workers : numbers(option(options, "--workers", "2"))) {
      double flops = Limit.flopsPerSecond(workers);
      if (!json) {
        out.printf(Locale.ROOT, "%d workers: %.0f GFLOP/s%n", workers, flops / 1e9);
        out.println("size   members workers regularized us/model-step   bound us   ratio");
      }
      for (Workload workload : chosen(option(options, "--sizes", "tiny,small,mid,large"))) {
        for (int members : numbers(option(options, "--members", "1,4,8,16,64"))) {
          StepTimer timer = new StepTimer(workload, members, regularized, rule, seconds);
          double us = timer.microseconds(workers);
          double bound = workload.flops() / flops * 1e6;
          Cell cell = new Cell(workload.name(), members, workers, regularized, us, bound);
          lines.add(cell.json());
          if (!json) {
            out.println(cell.row());
          }
        }
      }
    }
    if (json) {
      out.println("[" + String.join(",\n ", lines) + "]");
    }
  }

  private static List<Workload> chosen(String names) {
    List<String> wanted = Arrays.asList(names.split(","));
    return Workload.ALL.stream().filter(w -> wanted.contains(w.name())).toList();
  }

  private static int[] numbers(String list) {
    return Arrays.stream(list.split(",")).mapToInt(Integer::parseInt).toArray();
  }

  private static String option(List<String> options, String name, String fallback) {
    int at = options.indexOf(name);
    return at < 0 || at + 1 >= options.size() ? fallback : options.get(at + 1);
  }
}
