package dev.bridle.bench;

import dev.bridle.recipe.Recipe;
import dev.bridle.train.Load;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What each regularizer adds to a step. */
@Command(
    name = "regularizers",
    description = {
      "Times each regularizer of the catalogue against the plain step.",
      "",
      "Two trainings take turns on one worker, a window each, so that noise hits both. cost is the"
          + " regularized step over the plain one: the median of the pairs, beside the quartiles."
          + " plain is microseconds for one plain step of one network. The last lines are the"
          + " recipe of verb steps, and the update rule --other against --rule.",
      ""
    })
final class RegularizersCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MeasureOptions options;

  @Option(
      names = "--sizes",
      split = ",",
      paramLabel = "SIZE",
      description = "Of tiny, small, mid, large. Default: small.")
  private List<String> sizes = List.of("small");

  @Option(
      names = "--members",
      split = ",",
      paramLabel = "K",
      description = "Networks trained together. Default: as many as Bridle takes for the size.")
  private List<Integer> members = List.of();

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      description = "The update rule. Default: ${DEFAULT-VALUE}.")
  private String rule = "momentum(0.01)";

  @Option(
      names = "--other",
      paramLabel = "RULE",
      description = "Another update rule, to compare with it. Default: ${DEFAULT-VALUE}.")
  private String other = "adam(1e-3)";

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description = "Of the catalogue. Default: all that act in a step.")
  private List<String> only = List.of();

  @Option(
      names = "--beside",
      description =
          "Adds each to the recipe of verb steps, and times it against that recipe alone; those"
              + " that cannot stand beside it are left out.")
  private boolean beside;

  @Override
  public Integer call() {
    List<Duel> duels = duels();
    double seconds = options.seconds();
    Machine machine = Machine.measure(List.of(1));
    Printing printing = new Printing(spec, options.json(), machine, CostCell.COLUMNS);
    for (Duel duel : duels) {
      CostCell measured = duel.measure(seconds);
      printing.cell(measured.row(), measured.json());
    }
    printing.end();
    return 0;
  }

  /** Everything that is to be measured; wrong options are found before anything is. */
  List<Duel> duels() {
    List<Duel> duels = new ArrayList<>();
    for (Workload workload : sizes.stream().map(Workload::named).toList()) {
      for (int k : members(workload)) {
        Subject plain = subject(workload, rule, Samples.none(k));
        Subject whole = subject(workload, rule, Samples.whole(workload, k));
        for (String name : names()) {
          duels.add(
              beside
                  ? new Duel(
                      name, whole, subject(workload, rule, Samples.beside(workload, name, k)))
                  : new Duel(name, plain, subject(workload, rule, Samples.of(name, k))));
        }
        duels.add(new Duel("all of steps", plain, whole));
        duels.add(new Duel(other, plain, subject(workload, other, Samples.none(k))));
      }
    }
    return duels;
  }

  private List<String> names() {
    List<String> names = only.isEmpty() ? Samples.wanted() : only;
    return names.stream().filter(name -> !beside || Samples.standsBeside(name)).toList();
  }

  private List<Integer> members(Workload workload) {
    return members.isEmpty()
        ? List.of(Load.members((int) workload.parameters()))
        : MeasureOptions.requirePositive("--members", members);
  }

  private Subject subject(Workload workload, String ofRule, List<Recipe> recipes) {
    return new Subject(workload, ofRule, recipes, options.replicates());
  }

  /** One line of the table to come. */
  record Duel(String name, Subject plain, Subject against) {
    CostCell measure(double seconds) {
      return new CostCell(
          plain.workload().name(),
          plain.members(),
          plain.rule(),
          name,
          against.recipes().get(0).toString(),
          new PairTimer(plain, against, seconds).measure());
    }
  }
}
