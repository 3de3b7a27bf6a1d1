package dev.bridle.study.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A finished study.
 *
 * @param data what was studied
 * @param network the network of every arm, its output layer included
 * @param protocol what was fixed before training
 * @param arms the baseline first, then the families in the order of the line-up
 * @param recommended what to use; empty if every arm failed
 * @param sentence the verdict in one or two plain sentences
 * @param notes what a reader should know of the data and the runs, a sentence each
 * @param seconds time spent training, all workers counted together
 * @param planHash SHA-256 of the frozen plan, hexadecimal
 * @param versions of Bridle, Java and libtorch, by name
 * @param examined the refitted networks of the baseline and of the recommended recipe, the baseline
 *     first; none if they were not looked into
 */
public record StudyReport(
    Data data,
    String network,
    Protocol protocol,
    List<ArmReport> arms,
    Optional<Recommendation> recommended,
    String sentence,
    List<String> notes,
    double seconds,
    String planHash,
    Map<String, String> versions,
    List<Examined> examined) {

  /** Copies lists and maps. */
  public StudyReport {
    arms = List.copyOf(arms);
    notes = List.copyOf(notes);
    versions = Map.copyOf(versions);
    examined = List.copyOf(examined);
  }

  /** A study whose refitted networks nobody looked into. */
  public StudyReport(
      Data data,
      String network,
      Protocol protocol,
      List<ArmReport> arms,
      Optional<Recommendation> recommended,
      String sentence,
      List<String> notes,
      double seconds,
      String planHash,
      Map<String, String> versions) {
    this(
        data,
        network,
        protocol,
        arms,
        recommended,
        sentence,
        notes,
        seconds,
        planHash,
        versions,
        List.of());
  }

  /** The same study with refitted networks that were looked into, the baseline first. */
  public StudyReport with(List<Examined> examined) {
    return new StudyReport(
        data,
        network,
        protocol,
        arms,
        recommended,
        sentence,
        notes,
        seconds,
        planHash,
        versions,
        examined);
  }

  /** The same study, whose recommendation names another file for the network, with a note more. */
  public StudyReport withModel(String file, List<String> more) {
    List<String> all = new ArrayList<>(notes);
    all.addAll(more);
    return new StudyReport(
        data,
        network,
        protocol,
        arms,
        recommended.map(r -> r.withModel(file)),
        sentence,
        all,
        seconds,
        planHash,
        versions,
        examined);
  }

  /**
   * What was studied.
   *
   * @param name a file's name, or that of a built-in set
   * @param rows rows in all; of a generator, the rows of one replicate
   * @param features columns that are inputs
   * @param task {@code classification} or {@code regression}
   * @param classes how many classes; empty for a regression
   * @param target the name of the target column
   * @param trainRows rows that train a replicate
   * @param stopRows rows that early stopping looks at
   * @param scoreRows rows that score a replicate
   * @param testRows rows held out for the very end; 0 if there are too few rows to hold any out
   */
  public record Data(
      String name,
      int rows,
      int features,
      String task,
      Optional<Integer> classes,
      String target,
      int trainRows,
      int stopRows,
      int scoreRows,
      int testRows) {}

  /**
   * What was fixed before training.
   *
   * @param claim which question is answered: that of new samples, of new seeds, or of fresh data
   * @param select replicates of the first phase
   * @param confirm replicates of the second phase
   * @param metric the headline metric, {@code accuracy}
   * @param higherIsBetter its direction
   * @param delta the smallest difference that matters
   * @param alpha the level of the whole family of tests
   * @param comparisons how many arms are compared with the baseline
   * @param updates of every training
   * @param plan the training plan as text
   * @param seed the study's seed
   * @param exploratory whether there was one phase only, so that nothing is claimed
   */
  public record Protocol(
      String claim,
      int select,
      int confirm,
      String metric,
      boolean higherIsBetter,
      double delta,
      double alpha,
      int comparisons,
      int updates,
      String plan,
      long seed,
      boolean exploratory) {}

  /**
   * What to use.
   *
   * @param recipe with its strengths
   * @param reason why this one, in a sentence
   * @param model the file of the refitted network, if one was written
   * @param test its score on the held-out rows, if there are any
   * @param baselineTest the baseline's score there
   * @param testsOpened how often the held-out rows have been looked at, this time included
   */
  public record Recommendation(
      String recipe,
      String reason,
      Optional<String> model,
      Optional<Estimate> test,
      Optional<Estimate> baselineTest,
      int testsOpened) {

    private Recommendation withModel(String file) {
      return new Recommendation(recipe, reason, Optional.of(file), test, baselineTest, testsOpened);
    }
  }

  /**
   * A number with its interval.
   *
   * @param mean the estimate
   * @param low lower end of the 95 % interval; empty if there is none
   * @param high upper end
   */
  public record Estimate(double mean, Optional<Double> low, Optional<Double> high) {}
}
