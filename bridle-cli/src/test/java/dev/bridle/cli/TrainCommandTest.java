package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TrainCommandTest {
  private static final String[] SMALL = {
    "train", "temperature", "--network", "dense(4) tanh", "--updates", "20", "--no-times"
  };

  @Test
  void strokes_withinFewUpdates_isLearnt() {
    Run run = Run.of("train", "--recipe", "dropout(0.3) + max-norm(3)", "--updates", "60");
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .isEqualTo(
            """
            data      strokes: 500 rows to train on, 125 for validation, 2,000 for testing; 256 inputs, 10 classes
            network   dense(128) relu, dense(128) relu, dense(10): 50,698 parameters
            plan      adam(0.001), batch 32, 60 updates = 4 epochs
            max-norm  dense1: 128 units x 256 weights, dense2: 128 units x 128 weights, dense3: 10 units x 128 weights
            training  2 recipes x 1 replicate, on %s, about 310 MB beside the Java heap
            """
                .formatted(
                    Figures.of(Math.min(2, Runtime.getRuntime().availableProcessors()), "thread")));
    String[] lines = run.out().split("\n", -1);
    assertThat(lines[5]).isEmpty();
    assertThat(lines[6]).matches("inside the networks +none +dropout\\(0.3\\) \\+ max-norm\\(3\\)");
    assertThat(lines[0]).isEqualTo("strokes: accuracy in %, seed 7");
    assertThat(lines[2]).matches("recipe +train  validation  test +gap  better by  seconds");
    assertThat(lines[3]).matches("none( +[\\d.]+){3} +-?[\\d.]+ +\\d+\\.\\d");
    assertThat(lines[4])
        .matches(
            "dropout\\(0.3\\) \\+ max-norm\\(3\\)( +[\\d.]+){3} +-?[\\d.]+ +[-+][\\d.]+ +\\d+\\.\\d");
    assertThat(Double.parseDouble(lines[3].split(" +")[3])).isGreaterThan(60); // 10 % is chance
  }

  @Test
  void none_standsAlone() {
    Run run = Run.of(SMALL);
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .matches(
            """
        temperature: accuracy in %, seed 7

        recipe +train  validation  test +gap
        none( +-?[\\d.]+){4}

        inside the networks +none
        dead units +0\\.0 %
        norm after the last epoch +[\\d.]+
        test under noise 0\\.1 +[\\d.]+
        test under noise 0\\.5 +[\\d.]+
        gradient by the inputs +[\\d.]+
        """);
  }

  @Test
  void recipeThatDoesNothing_isToldSo() {
    Run run = Run.of(with("--recipe", "l2(1e-9)"));
    assertThat(run.out())
        .contains("share of l2(1e-9) in the gradient")
        .contains("warning  l2(1e-9): it is ")
        .contains("does nothing to speak of.");
    assertThat(Run.of(with("--recipe", "l2(0.1)")).out()).doesNotContain("warning");
  }

  @Test
  void findingOnSeveralWeights_isToldOnce() {
    Run run = Run.of(with("--recipe", "max-norm(50)"));
    assertThat(run.out().replaceAll("\\s+", " "))
        .containsOnlyOnce("no unit had reached its limit")
        .contains("max-norm(50) on dense1.kernel: ")
        .contains(" Likewise on dense2.kernel.");
  }

  @Test
  void severalStrengths_haveARowEach() {
    Run run = Run.of(with("--recipe", "l2(0, 0.1) + dropout(0.1)"));
    assertThat(run.out().lines().skip(3).map(line -> line.split("  ")[0]))
        .containsExactly("none", "l2(0) + dropout(0.1)", "l2(0.1) + dropout(0.1)");
  }

  @Test
  void absenceValue_isExactlyAsGoodAsNone() {
    String[] lines = Run.of(with("--recipe", "max-norm(inf)")).out().split("\n");
    assertThat(lines[4].replace("max-norm(inf)", "").replaceAll(" +\\+0\\.0$", "").strip())
        .isEqualTo(lines[3].replace("none", "").strip());
  }

  @Test
  void replicates_haveMeanAndDeviation() {
    Run run = Run.of(with("--recipe", "l2(0.01)", "--replicates", "3"));
    assertThat(run.out())
        .matches(
            """
        temperature: accuracy in %, mean ± standard deviation of 3 replicates, seed 7

        recipe +train +validation +test +gap +better by +penalty
        none( +-?[\\d.]+ ± [\\d.]+){4}
        l2\\(0.01\\)( +-?[\\d.]+ ± [\\d.]+){4} +[-+][\\d.]+ ± [\\d.]+ +[\\d.]+ ± [\\d.]+

        penalty in the loss +amount
        l2 on dense1.kernel +[\\d.]+ ± [\\d.]+
        l2 on dense2.kernel +[\\d.]+ ± [\\d.]+

        inside the networks +none +l2\\(0.01\\)
        share of l2\\(0.01\\) in the gradient +[\\d.]+ ± [\\d.]+ %
        dead units( +0\\.0 ± 0\\.0 %){2}
        norm after the last epoch( +[\\d.]+ ± [\\d.]+){2}
        test under noise 0\\.1( +[\\d.]+ ± [\\d.]+){2}
        test under noise 0\\.5( +[\\d.]+ ± [\\d.]+){2}
        gradient by the inputs( +[\\d.]+ ± [\\d.]+){2}
        """);
  }

  @Test
  void equalRuns_printEqualBytes_whateverThreadsLanguageAndTimeZone() {
    String[] args = with("--recipe", "dropout(0.1, 0.2) + l2(0.001)", "--replicates", "3");
    Run first = Run.of(args);
    assertThat(first.code()).isZero();
    assertThat(Run.of(args).out()).isEqualTo(first.out());
    assertThat(Run.of(with(args, "--threads", "1")).out()).isEqualTo(first.out());
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String language : new String[] {"tr-TR", "de-DE", "ar-EG-u-nu-arab"}) {
        Locale.setDefault(Locale.forLanguageTag(language));
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
        Run other = Run.of(args);
        assertThat(other.out()).isEqualTo(first.out());
        assertThat(other.err()).isEqualTo(first.err());
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void seed_isWhatChanceDependsOn() {
    String seven = Run.of(SMALL).out();
    assertThat(Run.of(with("--seed", "7")).out()).isEqualTo(seven);
    assertThat(Run.of(with("--seed", "-8")).out())
        .startsWith("temperature: accuracy in %, seed -8\n")
        .doesNotEndWith(seven.substring(seven.indexOf("none")));
  }

  @Test
  void plan_pieceByPieceOrAsOneText_isTheSame() {
    Run pieces =
        Run.of(
            "train",
            "moons",
            "--network",
            "none",
            "--no-times",
            "--optimizer",
            "momentum",
            "--learning-rate",
            "0.1",
            "--batch",
            "20",
            "--epochs",
            "4");
    Run text =
        Run.of(
            "train",
            "moons",
            "--network",
            "none",
            "--no-times",
            "--plan",
            "momentum(0.1), batch 20, epochs 4");
    assertThat(pieces.err()).contains("plan      momentum(0.1), batch 20, 12 updates = 4 epochs\n");
    assertThat(text).isEqualTo(pieces);
  }

  @Test
  void plan_leftOpen_isAdam() {
    assertThat(Run.of(with("--optimizer", "adam")).err()).contains("plan      adam(0.001), ");
    assertThat(Run.of(with("--learning-rate", "0.01")).err()).contains("plan      adam(0.01), ");
  }

  @Test
  void plan_manner_isOptionsOrItems_andSaid() {
    Run pieces =
        Run.of(
            with("--schedule", "step(0.5, every=2)", "--warm-up", "4", "--initial", "orthogonal"));
    assertThat(pieces.code()).isZero();
    assertThat(pieces.err())
        .contains(" epochs, schedule step(0.5, every=2), warm-up 4, initial orthogonal\n");
    String plan =
        "adam(1e-3), updates 20, warm-up 4, initial orthogonal, schedule step(0.5, every=2)";
    Run text =
        Run.of("train", "temperature", "--network", "dense(4) tanh", "--no-times", "--plan", plan);
    assertThat(text).isEqualTo(pieces);
    assertThat(Run.of(with("--schedule", "constant"))).isEqualTo(Run.of(SMALL));
  }

  @Test
  void plan_unscaled_isSaid() {
    Run run =
        Run.of("train", "moons", "--network", "none", "--plan", "sgd(0.1), updates 2, unscaled");
    assertThat(run.err())
        .contains("plan      sgd(0.1), batch 32, 2 updates = 2 epochs, inputs as they are\n");
  }

  @Test
  void units_areThoseOfTheScope() {
    assertThat(Run.of(with("--recipe", "max-norm(1, scope=per-input)@dense1 + l2(1)")).err())
        .contains("\nmax-norm  dense1: 1 input x 4 weights\n")
        .doesNotContain("\nl2");
    assertThat(Run.of(with("--recipe", "max-norm(1, scope=whole)@output")).err())
        .contains("\nmax-norm  dense2: 8 weights as one\n");
    assertThat(Run.of(with("--recipe", "max-norm(1)@bias")).err())
        .contains("\nmax-norm  dense1.bias: 4 units x 1 weight, dense2.bias: 2 units x 1 weight\n");
  }

  @Test
  void regression_showsErrorsInTheTargetsUnit() {
    Run run = Run.of("train", "friedman", "--updates", "50", "--recipe", "l1(0.01)", "--no-times");
    assertThat(run.out())
        .matches(
            """
        friedman: rmse, seed 7

        recipe +train  validation +test +gap  better by  penalty   zeros
        none( +\\d\\.\\d{3}){3} +-?\\d\\.\\d{3} +0\\.0 %
        l1\\(0.01\\)( +\\d\\.\\d{3}){3} +-?\\d\\.\\d{3} +[-+]\\d\\.\\d{3} +[\\d.]+  [\\d.]+ %

        penalty in the loss +amount
        l1 on dense1.kernel +[\\d.]+
        l1 on dense2.kernel +[\\d.]+
        l1 on dense3.kernel +[\\d.]+

        inside the networks +none +l1\\(0.01\\)
        share of l1\\(0.01\\) in the gradient +[\\d.]+ %
        dead units( +\\d\\.\\d %){2}
        norm after the last epoch( +[\\d.]+){2}
        test under noise 0\\.1( +\\d\\.\\d{3}){2}
        test under noise 0\\.5( +\\d\\.\\d{3}){2}
        gradient by the inputs( +[\\d.]+){2}
        """);
  }

  @Test
  void earlyStopping_saysWhereItEnded() {
    Run run =
        Run.of(
            "train",
            "moons",
            "--network",
            "dense(16) relu",
            "--no-times",
            "--learning-rate",
            "0.3",
            "--epochs",
            "60",
            "--recipe",
            "early-stopping(2)");
    assertThat(run.out())
        .containsPattern(
            "\nearly-stopping\\(2\\): ended after \\d+ of 60 updates, with the weights of epoch \\d+\n\n");
  }

  @Test
  void earlyStopping_byAMetric_saysWhereItEnded() {
    Run run =
        Run.of(with("--learning-rate", "0.3", "--recipe", "early-stopping(2, metric=accuracy)"));
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .containsPattern("\nearly-stopping\\(2, metric=accuracy\\): ended after \\d+ of 20 ");
  }

  @Test
  void divergedNetwork_isSaidAndCountsInNoMean() {
    Run run = Run.of(with("--optimizer", "sgd", "--learning-rate", "1e38", "--replicates", "2"));
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.out())
        .matches(
            """
        temperature: accuracy in %, mean ± standard deviation of 2 replicates, seed 7

        recipe  train  validation  test  gap
        none        -           -     -    -

        none: all 2 networks diverged, at update \\d+, \\d+
        """);
    assertThat(run.err())
        .endsWith(
            "\nbridle: all networks diverged: a smaller learning rate or strength may help\n");
  }

  @Test
  void quiet_leavesResultsAndErrors() {
    assertThat(Run.of(with("--quiet")).err()).isEmpty();
    assertThat(Run.of(with("-q")).out()).isEqualTo(Run.of(SMALL).out());
    assertThat(Run.of("-q", "train", "x").err()).startsWith("bridle: data \"x\": ");
  }

  static String[] with(String... more) {
    return with(SMALL, more);
  }

  private static String[] with(String[] args, String... more) {
    return Stream.of(args, more).flatMap(Arrays::stream).toArray(String[]::new);
  }
}
