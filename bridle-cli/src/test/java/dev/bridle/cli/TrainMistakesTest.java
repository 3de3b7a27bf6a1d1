package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wrong input with the whole of what is said about it. */
final class TrainMistakesTest {
  private static final String NAMES =
      "there is no such file, and no set of that name; expected one of strokes, moons, spirals,"
          + " temperature, friedman, correlated, sine-sequence, words, mnist, fashion-mnist";

  static List<Arguments> mistakes() {
    return List.of(
        mistake(3, "data \"moon\": " + NAMES + "; did you mean moons?", "moon"),
        mistake(3, "data \"Strokes\": " + NAMES + "; did you mean strokes?", "Strokes"),
        mistake(3, "my/data.csv: does not exist, expected a CSV file", "my/data.csv"),
        mistake(
            2,
            "--data = moons: expected no other data beside it, found \"strokes\"",
            "strokes",
            "--data",
            "moons"),
        mistake(
            2,
            "data \"moons\" is built in: --size, --channels and --bad-images are for folders of"
                + " images",
            "moons",
            "--size",
            "8"),
        mistake(
            2,
            "--horizon goes with --window, which says how many rows are looked at",
            ".mvn/x.csv",
            "--horizon",
            "2"),
        mistake(
            3,
            "data \"mnist\" is not downloaded: --data-dir says in which folder there are the four"
                + " files train-images-idx3-ubyte, train-labels-idx1-ubyte,"
                + " t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte, as they are or with .gz, which"
                + " come from the page of Yann LeCun, Corinna Cortes and Christopher Burges on the"
                + " MNIST database",
            "--data",
            "mnist"),
        mistake(
            2,
            "recipe \"dropot(0.3)\", position 1: found \"dropot\", expected one of none,"
                + " activation-noise, activity-l1, activity-l2, adaptive-clip, alpha-dropout,"
                + " batch-norm, box, clip-norm, clip-value, confidence-penalty, contractive,"
                + " coupled-decay, cutout, drop-block, drop-connect, dropout, early-stopping,"
                + " elastic-net, ema, flip, gaussian-dropout, gradient-noise, group-lasso,"
                + " group-norm, input-noise, kl-sparsity, l1, l1-ball, l2, label-noise,"
                + " label-smoothing, layer-norm, max-norm, min-max-norm, mixup, monte-carlo,"
                + " non-negative, orthogonal, prune and 15 more; did you mean dropout?",
            "--recipe=dropot(0.3)"),
        mistake(
            2,
            "recipe \"dropout(1.2)\", position 9: rate = 1.2: expected a number in [0, 1)",
            "--recipe",
            "dropout(1.2)"),
        mistake(
            2,
            "place \"dense9\" of dropout: matches nothing in this network; expected one of input,"
                + " hidden, dense1, dense2",
            "--recipe",
            "dropout(0.3)@dense9"),
        mistake(
            2,
            "recipe \"l2(1) l1(1)\", position 7: found \"l1\", expected \"+\" or the end of the"
                + " text",
            "--recipe",
            "l2(1) l1(1)"),
        mistake(
            2,
            "recipe \"none; l2(1)\", position 5: found \";\", but only one recipe can stand here",
            "--recipe",
            "none; l2(1)"),
        mistake(
            2,
            "network \"dense(8) rleu\", position 10: found \"rleu\", expected one of linear, relu,"
                + " leaky-relu, gelu, selu, tanh, sigmoid, silu; did you mean relu?",
            "--network",
            "dense(8) rleu"),
        mistake(
            6,
            "network \"dense(5)\" ends in dense(5), but the data ask for 10 outputs: write"
                + " dense(10) or leave the last layer out",
            "--network",
            "dense(5)"),
        mistake(
            6,
            "elastic-net corrected = true: expected a linear network (none) with mean squared error"
                + " and one output, for which the factor 1 + l2 is derived; leave it out here",
            "--recipe",
            "elastic-net(l1=1, l2=1, corrected=true)"),
        mistake(
            2,
            "unknown option --recpie; did you mean --recipe? bridle train --help lists them all",
            "--recpie=none"),
        mistake(2, "unknown option --x. bridle train --help lists them all", "--x"),
        mistake(
            2,
            "argument \"moons\": expected options only here; a text with spaces needs quotes"
                + " around it",
            "strokes",
            "moons"),
        mistake(2, "--recipe: expected a value after it", "--recipe"),
        mistake(2, "--recipe: expected a value after it", "--recipe", "--seed", "3"),
        mistake(2, "--seed is written twice", "--seed", "3", "--seed", "4"),
        mistake(2, "--json = 5: expected no value", "--json=5"),
        mistake(2, "--updates = abc: expected a whole number", "--updates", "abc"),
        mistake(2, "--batch = 1.5: expected a whole number", "--batch", "1.5"),
        mistake(
            2, "--updates = 0: expected a whole number from 1 to 1,000,000,000", "--updates", "0"),
        mistake(
            2,
            "updates and epochs are two ways to say how long: write one",
            "--updates",
            "10",
            "--epochs",
            "1"),
        mistake(
            2,
            "epochs = 1000000000: expected at most 1,000,000,000 updates, got 15,000,000,000",
            "--epochs",
            "1000000000"),
        mistake(2, "--seed = 1e99: expected a whole number of at most 18 digits", "--seed", "1e99"),
        mistake(
            2,
            "--learning-rate = fast: expected a number such as 0.01 or 1e-3",
            "--learning-rate",
            "fast"),
        mistake(2, "--learning-rate = -1: expected a finite number > 0", "--learning-rate", "-1"),
        mistake(
            2,
            "optimizer \"adm\", position 1: found \"adm\", expected one of adagrad, adam, adamw,"
                + " amsgrad, momentum, nesterov, rmsprop, sgd; did you mean adam?",
            "--optimizer",
            "adm"),
        mistake(
            2,
            "optimizer \"momentum\", position 1: momentum needs its rate, a finite number > 0",
            "--optimizer",
            "momentum"),
        mistake(
            2,
            "--learning-rate: expected --optimizer with a name only, found \"sgd(0.1)\"; write the"
                + " rate first in its parentheses, as in momentum(0.1, mu=0.9)",
            "--optimizer",
            "sgd(0.1)",
            "--learning-rate",
            "1"),
        mistake(
            2,
            "optimizer \"adam(1), batch 3\", position 8: found \",\", expected the end of the text",
            "--optimizer",
            "adam(1), batch 3"),
        mistake(
            2,
            "plan \"adam(1e-3), updats 12\", position 13: found \"updats\", expected one of batch,"
                + " updates, epochs, schedule, warm-up, initial, loss, unscaled; did you mean updates?",
            "--plan",
            "adam(1e-3), updats 12"),
        mistake(
            2,
            "--plan says all of it: leave out --optimizer, --learning-rate, --batch, --updates,"
                + " --epochs, --schedule, --warm-up, --initial, --loss, or write them into the plan",
            "--plan",
            "adam(1e-3)",
            "--batch",
            "3"),
        mistake(
            2,
            "schedule \"cosin\", position 1: found \"cosin\", expected one of constant, step,"
                + " cosine; did you mean cosine?",
            "--schedule",
            "cosin"),
        mistake(
            2,
            "schedule \"step(2, every=3)\", position 6: step = 2: expected a number in (0, 1]",
            "--schedule",
            "step(2, every=3)"),
        mistake(
            2,
            "initial = glorto: expected one of he, glorot, lecun, orthogonal; did you mean glorot?",
            "--initial",
            "glorto"),
        mistake(
            6,
            "early-stopping metric = auc: not for 10 classes; expected one of loss, accuracy,"
                + " balanced-accuracy, log-loss, brier",
            "--recipe",
            "early-stopping(5, metric=auc)"),
        mistake(
            6,
            "loss huber(1) is for numbers, but the data ask for classes: expected one of"
                + " cross-entropy, binary-cross-entropy",
            "--loss",
            "huber"),
        mistake(
            2,
            "loss \"mse\", position 1: found \"mse\", expected one of cross-entropy,"
                + " binary-cross-entropy, mean-squared-error, mean-absolute-error, huber",
            "--loss",
            "mse"),
        mistake(
            2,
            "--warm-up = -1: expected a whole number from 0 to 1,000,000,000",
            "--warm-up",
            "-1"),
        mistake(
            2, "--replicates = 0: expected a whole number from 1 to 100,000", "--replicates", "0"),
        mistake(
            2,
            "networks in all = 600000: expected a whole number from 1 to 100,000",
            "--recipe",
            "l2(1..2)",
            "--replicates",
            "100000"),
        mistake(2, "--threads = 0: expected a whole number from 1 to 1,024", "--threads", "0"),
        mistake(
            2,
            "--out = best.pt: expected a name that ends in .safetensors or .onnx",
            "--out",
            "best.pt"),
        mistake(
            2,
            "--out saves one network, but \"l2(1..2/3)\" stands for 3 recipes: write one number for"
                + " each strength",
            "--recipe",
            "l2(1..2/3)",
            "--out",
            "x.safetensors"));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("mistakes")
  void mistake_isSaidInOneLine(int code, String message, List<String> args) {
    Run run = Run.of(args.toArray(String[]::new));
    assertThat(run.err()).isEqualTo("bridle: " + message + "\n");
    assertThat(run.code()).isEqualTo(code);
    assertThat(run.out()).isEmpty();
  }

  private static Arguments mistake(int code, String message, String... args) {
    List<String> all = new ArrayList<>(List.of("train"));
    all.addAll(List.of(args));
    return Arguments.of(code, message, all);
  }
}
