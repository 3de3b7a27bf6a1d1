package dev.bridle.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a step costs, at every size, population and number of workers asked for. */
@Command(
    name = "steps",
    description = {
      "Times the training step through the public training path.",
      "",
      "us is microseconds for one step of one network, all workers counted together: the median of"
          + " nine windows, beside the fastest and the slowest. flops is what its floating-point"
          + " operations take at the speed of large matrix products measured in the same run;"
          + " traffic is what its weights take if each touch goes to memory, at the speed of large"
          + " copies, which a population that stays in a cache undercuts. A ratio is us over the"
          + " column before it.",
      ""
    })
final class StepsCommand implements Callable<Integer> {
  private static final List<Integer> USUAL_MEMBERS = List.of(1, 4, 8, 16, 64);

  @Spec private CommandSpec spec;
  @Mixin private MeasureOptions options;

  @Option(
      names = "--sizes",
      split = ",",
      paramLabel = "SIZE",
      description = "Of tiny, small, mid, large, cnn, lstm. Default: all.")
  private List<String> sizes = Workload.names();

  @Option(
      names = "--members",
      split = ",",
      paramLabel = "K",
      description =
          "Networks trained together by each worker. Default: 1,4,8,16,64; for mid up to 16, for"
              + " large and cnn up to 8.")
  private List<Integer> members = List.of();

  @Option(
      names = "--workers",
      split = ",",
      paramLabel = "N",
      description = "Threads that train at once. Default: 1,2.")
  private List<Integer> workers = List.of(1, 2);

  @Option(
      names = "--rules",
      split = ";",
      paramLabel = "RULE",
      description = "Update rules, parted by ;. Default: momentum(0.01);adam(1e-3).")
  private List<String> rules = List.of("momentum(0.01)", "adam(1e-3)");

  @Option(
      names = "--kinds",
      split = ",",
      paramLabel = "KIND",
      description =
          "Of plain and regularized (dropout, decay and max-norm, with strengths of its own for"
              + " each network). Default: both.")
  private List<String> kinds = List.of(Kind.PLAIN.word(), Kind.REGULARIZED.word());

  @Override
  public Integer call() {
    List<Cell> cells = cells();
    double seconds = options.seconds();
    Machine machine = Machine.measure(MeasureOptions.requirePositive("--workers", workers));
    Printing printing = new Printing(spec, options.json(), machine, StepCell.COLUMNS);
    for (Cell cell : cells) {
      StepCell measured = cell.measure(machine, seconds);
      printing.cell(measured.row(), measured.json());
    }
    printing.end();
    return 0;
  }

  /** Everything that is to be measured; wrong options are found before anything is. */
  List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (Workload workload : sizes.stream().map(Workload::named).toList()) {
      for (String rule : rules) {
        for (Kind kind : kinds.stream().map(Kind::of).toList()) {
          for (int count : workers) {
            for (int k : members(workload)) {
              Subject subject =
                  new Subject(workload, rule, kind.recipes(workload, k), options.replicates());
              cells.add(new Cell(subject, kind, count));
            }
          }
        }
      }
    }
    return cells;
  }

  private List<Integer> members(Workload workload) {
    return members.isEmpty()
        ? USUAL_MEMBERS.stream().filter(k -> k <= workload.most()).toList()
        : MeasureOptions.requirePositive("--members", members);
  }

  /** One line of the table to come. */
  record Cell(Subject subject, Kind kind, int workers) {
    StepCell measure(Machine machine, double seconds) {
      Limits limits = machine.limits(workers);
      return new StepCell(
          subject.workload().name(),
          subject.members(),
          workers,
          subject.rule(),
          kind,
          new StepTimer(subject, workers, seconds).microseconds(),
          limits.flopMicroseconds(subject.workload()),
          limits.trafficMicroseconds(subject.workload()));
    }
  }
}
