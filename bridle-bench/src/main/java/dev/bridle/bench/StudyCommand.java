package dev.bridle.bench;

import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a whole study takes. */
@Command(
    name = "study",
    description = {
      "Times a study of a CSV file: 12 recipes on 30 replicates, unless options say otherwise.",
      "",
      "seconds is everything from reading the file to the choice among the recipes; us is that"
          + " time over the steps of all networks; flops is what the floating-point operations of"
          + " a step take at the speed measured in the same run.",
      ""
    })
final class StudyCommand implements Callable<Integer> {
  /** Eleven recipes of the one form that the peers measure, and none. */
  private static final String RECIPES =
      "none; dropout(0.2, 0.3, 0.4, 0.5, 0.6) + coupled-decay(1e-4) + max-norm(3);"
          + " dropout(0.5) + coupled-decay(1e-5, 1e-3) + max-norm(3);"
          + " dropout(0.5) + coupled-decay(1e-4) + max-norm(1, 1.5, 2, 4)";

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description = "A CSV file whose last column is the class, such as optdigits.tes.")
  private Path file = Path.of("");

  @Option(
      names = "--hidden",
      split = ",",
      paramLabel = "UNITS",
      description = "Units of each of the two hidden layers, a study each. Default: 64,256.")
  private List<Integer> hidden = List.of(64, 256);

  @Option(
      names = "--recipes",
      paramLabel = "RECIPES",
      description =
          "Recipes parted by ;, none first. Default: none and eleven of dropout, coupled-decay and"
              + " max-norm.")
  private String recipes = RECIPES;

  @Option(
      names = "--replicates",
      paramLabel = "N",
      description = "Of each recipe. Default: ${DEFAULT-VALUE}.")
  private int replicates = 30;

  @Option(
      names = "--plan",
      paramLabel = "PLAN",
      description = "How each network is trained. Default: ${DEFAULT-VALUE}.")
  private String plan = "momentum(0.01), batch 32, unscaled";

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Threads that train. Default: ${DEFAULT-VALUE}.")
  private int workers = 2;

  @Option(names = "--json", description = "Print one JSON document instead of the table.")
  private boolean json;

  @Override
  public Integer call() {
    MeasureOptions.requirePositive("--hidden", hidden);
    MeasureOptions.requirePositive("--replicates", List.of(replicates));
    MeasureOptions.requirePositive("--workers", List.of(workers));
    StudyRun run =
        new StudyRun(file, Recipe.parseAll(recipes), replicates, TrainingPlan.parse(plan));
    Machine machine = Machine.measure(List.of(workers));
    Printing printing = new Printing(spec, json, machine, StudyCell.COLUMNS);
    for (int units : hidden) {
      StudyCell measured = run.measure(units, machine.limits(workers));
      printing.cell(measured.row(), measured.json());
    }
    printing.end();
    return 0;
  }
}
