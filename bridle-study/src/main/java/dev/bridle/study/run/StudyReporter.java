package dev.bridle.study.run;

import dev.bridle.model.TrainedNetwork;
import dev.bridle.recipe.Recipe;
import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.Examined;
import dev.bridle.study.result.StudyReport;
import dev.bridle.study.result.StudyReport.Estimate;
import dev.bridle.study.result.StudyReport.Recommendation;
import dev.bridle.study.run.Study.Findings;
import dev.bridle.study.run.Unit.Phase;
import dev.bridle.study.source.ReplicateSource;
import dev.bridle.train.TrainingResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes the report of a finished study: judged arms, recommendation, refitted model. */
public final class StudyReporter {
  private final StudyPlan plan;
  private final ReplicateSource source;
  private final Findings findings;
  private final List<String> notes;
  private final Map<String, String> versions;

  /**
   * A reporter.
   *
   * @param notes what a reader should know of the data
   * @param versions of Bridle, Java and libtorch
   */
  public StudyReporter(
      StudyPlan plan,
      ReplicateSource source,
      Findings findings,
      List<String> notes,
      Map<String, String> versions) {
    this.plan = plan;
    this.source = source;
    this.findings = findings;
    this.notes = notes;
    this.versions = versions;
  }

  /**
   * The report, after the recommended recipe has been refitted and tried on the held-out rows.
   *
   * @param model the name of the file that the network will have
   * @param testsOpened how often the held-out rows have been looked at, this time included
   * @param refitted is given the network, if there is one
   */
  public StudyReport reportWithModel(
      String model, int testsOpened, Consumer<TrainedNetwork> refitted) {
    Assembler assembler = new Assembler(plan, source, findings);
    List<ArmReport> arms = assembler.arms();
    Optional<Advice.Recommended> advice = new Advice(findings.comparison(), arms).recommended();
    List<Examined> examined = new ArrayList<>();
    Optional<Recommendation> recommendation =
        advice.isPresent()
            ? Optional.of(refitted(advice.get(), model, testsOpened, examined, refitted))
            : Optional.empty();
    StudyReport.Data data = assembler.data();
    StudyReport.Protocol protocol = assembler.protocol();
    return new StudyReport(
        data,
        plan.architecture().toString(),
        protocol,
        arms,
        recommendation,
        new Sentences(data, protocol, arms).verdict(advice),
        allNotes(data, arms),
        findings.results().values().stream().mapToDouble(UnitResult::seconds).sum(),
        hash(plan.canonical()),
        versions,
        examined);
  }

  /** The recommendation after the refit; adds the refitted networks to {@code examined}. */
  private Recommendation refitted(
      Advice.Recommended advice,
      String model,
      int testsOpened,
      List<Examined> examined,
      Consumer<TrainedNetwork> refitted) {
    Refit refit = Refit.of(plan, source);
    Recipe recipe = Recipe.parse(advice.arm().chosen());
    boolean none = recipe.equals(Recipe.none());
    Optional<TrainingResult> trained = refit.train(recipe, epochs(recipe));
    Optional<TrainingResult> baseline = none ? trained : refit.train(Recipe.none());
    baseline.ifPresent(r -> examined.add(examined(Recipe.none(), r)));
    trained.filter(r -> !none).ifPresent(r -> examined.add(examined(recipe, r)));
    Optional<TrainedNetwork> network = trained.map(TrainingResult::network);
    network.map(n -> n.withAttachments(refit.preparation())).ifPresent(refitted);
    Optional<Estimate> test = test(refit, trained);
    return new Recommendation(
        recipe.toString(),
        advice.reason(),
        network.map(n -> model),
        test,
        none ? test : test(refit, baseline),
        test.isPresent() ? testsOpened : 0);
  }

  /** At which epochs the confirming trainings of a recipe ended. */
  private int[] epochs(Recipe recipe) {
    return findings.results().values().stream()
        .filter(r -> r.unit().phase() == Phase.CONFIRM && !r.diverged())
        .filter(r -> r.unit().recipe().equals(recipe.toString()))
        .mapToInt(UnitResult::bestEpoch)
        .toArray();
  }

  private static Optional<Estimate> test(Refit refit, Optional<TrainingResult> trained) {
    return trained.filter(r -> refit.hasHeldOut()).map(r -> refit.test(r.network()));
  }

  private static Examined examined(Recipe recipe, TrainingResult result) {
    List<Double> losses = result.history().train();
    return new Examined(
        recipe.toString(),
        recipe.equals(Recipe.none()),
        losses.get(losses.size() - 1),
        result.ledger(),
        result.diagnostics());
  }

  private List<String> allNotes(StudyReport.Data data, List<ArmReport> arms) {
    List<String> all = new ArrayList<>(notes);
    findings
        .selected()
        .forEach(
            (family, selected) -> {
              if (selected.atBorder() && family.expand().size() > 2) {
                all.add(
                    "the best strength of "
                        + family
                        + " is at the end of its grid, "
                        + selected.best().name()
                        + ": a wider grid may do better");
              }
            });
    if (data.testRows() == 0) {
      all.add("fewer than 500 rows: none are held out, and the scores are nested estimates only");
    }
    arms.stream()
        .filter(a -> a.failed() > 0)
        .forEach(
            a ->
                all.add(
                    a.failed()
                        + " of "
                        + a.trials()
                        + " trainings of "
                        + a.family()
                        + " diverged"));
    return all;
  }

  /** SHA-256 of the plan's texts. */
  public static String hash(Map<String, String> canonical) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      canonical.forEach(
          (key, text) -> digest.update((key + "=" + text + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
