package dev.bridle.study.path;

import dev.bridle.declaration.Kind;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.recipe.Recipe;
import dev.bridle.study.result.StudyReport.Estimate;
import dev.bridle.study.run.Refit;
import dev.bridle.study.source.ReplicateSource;
import dev.bridle.train.TrainingResult;
import java.util.Optional;

/**
 * The one-standard-error choice of a path, trained anew on more rows: those that trained the path
 * and those set aside for stopping, under five seeds, of which the one of median score is kept. The
 * strength was chosen on validation scores; rows held out are looked at here, and only here.
 *
 * @param recipe the choice
 * @param network what it became, with the preparation of its rows
 * @param rows how many are held out; 0 where they are too few to hold any out
 * @param test the score on these
 * @param reference the same without the term whose strength was chosen
 */
public record Refitted(
    String recipe,
    TrainedNetwork network,
    int rows,
    Optional<Estimate> test,
    Optional<Estimate> reference) {

  /** Refuses a recipe that needs rows to stop by, for a refit has none left. */
  public static void require(Recipe recipe) {
    recipe.terms().stream()
        .filter(term -> term.declaration().kind() == Kind.STOPPING)
        .findFirst()
        .ifPresent(
            term -> {
              throw new IllegalArgumentException(
                  "recipe \""
                      + recipe
                      + "\": expected one without "
                      + term.name()
                      + ", since the last training uses all rows and has none left to stop by");
            });
  }

  /** Trains the choice of a path; empty if it diverged, or all of the path did. */
  public static Optional<Refitted> of(RegularizationPath path, ReplicateSource source) {
    PathPlan plan = path.plan();
    if (path.marks().isEmpty()) {
      return Optional.empty();
    }
    Refit refit =
        new Refit(plan.architecture(), plan.training(), plan.metric(), plan.seed(), source);
    Recipe choice = plan.sweep().steps().get(path.marks().get().strongest()).recipe();
    Optional<TrainedNetwork> without = refit.train(plan.sweep().without()).map(r -> r.network());
    return refit
        .train(choice)
        .map(TrainingResult::network)
        .map(
            network ->
                new Refitted(
                    choice.toString(),
                    network.withAttachments(refit.preparation()),
                    refit.heldOut(),
                    test(refit, Optional.of(network)),
                    test(refit, without)));
  }

  private static Optional<Estimate> test(Refit refit, Optional<TrainedNetwork> network) {
    return network.filter(n -> refit.hasHeldOut()).map(refit::test);
  }
}
