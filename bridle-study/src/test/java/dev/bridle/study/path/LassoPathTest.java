package dev.bridle.study.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Dataset;
import dev.bridle.data.Generator;
import dev.bridle.metric.Metric;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Numbers;
import dev.bridle.recipe.Recipe;
import dev.bridle.study.source.GeneratorSource;
import dev.bridle.tensor.Key;
import dev.bridle.train.Load;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The path of a linear model is that of the lasso.
 *
 * <p>The file's objective is \( \frac1{2n} \|y - Xb\|^2 + \lambda \|b\|_1 \). Ours is a mean of
 * squares of targets in standard deviations: with \( b' = b / s \) it is \( \frac1n \|y/s - Xb'\|^2
 * + l_1 \|b'\|_1 \), \( 2 / s^2 \) times the file's at \( l_1 = 2 \lambda / s \). The mean of y is
 * 0; an l1 that no bias stands up to takes the intercept away.
 */
final class LassoPathTest {
  private static final Path FILE =
      Path.of(System.getProperty("bridle.golden", "../../shared/golden"), "linear_models.json");
  private static final double[] LAMBDAS = {0.02, 0.1, 0.4, 1.1169, 3, 20};
  private static final int SWEEPS = 5000;

  private static double[][] x = {};
  private static double[] y = {};
  private static JsonNode solution;

  @BeforeAll
  static void read() throws Exception {
    if (!Files.exists(FILE)) {
      return;
    }
    for (JsonNode one : JsonMapper.builder().build().readTree(FILE.toFile()).get("cases")) {
      if (one.get("name").asString().equals("lasso_solution")) {
        solution = one;
      }
    }
    y = numbers(solution.get("y"));
    double[] flat = numbers(solution.get("X"));
    int columns = flat.length / y.length;
    x = new double[y.length][];
    for (int i = 0; i < y.length; i++) {
      x[i] = Arrays.copyOfRange(flat, i * columns, (i + 1) * columns);
    }
  }

  @Test
  void path_isThatOfCoordinateDescent_andGoesThroughTheKnownSolution() {
    assumeTrue(solution != null, FILE + " is not there");
    double scale = Math.sqrt(DoubleStream.of(y).map(v -> v * v).average().orElseThrow());
    List<PathPoint> points = path(scale).points();
    for (int i = 0; i < LAMBDAS.length; i++) {
      double[] b = descend(LAMBDAS[i]);
      LayerState layer = points.get(i).layers().get(0);
      double tolerance = 1e-4 * (1 + norm(b));
      assertThat(layer.norm() * scale).isCloseTo(norm(b), within(tolerance));
      assertThat(layer.zeros()).isEqualTo(zeros(b));
      assertThat(points.get(i).alive()).isEqualTo(b.length - zeros(b));
      assertThat(points.get(i).train().orElseThrow().mean())
          .isCloseTo(error(b), within(1e-4 * (1 + error(b))));
    }
    double[] known = numbers(solution.get("coefficients"));
    assertThat(LAMBDAS[3]).isEqualTo(solution.get("lambda").asDouble());
    assertThat(descend(LAMBDAS[3])).containsExactly(known, within(1e-8));
    assertThat(points.get(3).layers().get(0).zeros()).isEqualTo(solution.get("zeros").size());
    assertThat(points.get(5).alive()).isZero();
  }

  private static RegularizationPath path(double scale) {
    String strengths =
        DoubleStream.of(LAMBDAS)
            .mapToObj(lambda -> Numbers.print(2 * lambda / scale))
            .collect(Collectors.joining(", "));
    PathPlan plan =
        new PathPlan(
            Architecture.parse("none").withOutputs(1),
            Sweep.of(Recipe.parse("l1(" + strengths + ") + l1(1e9)@bias")),
            TrainingPlan.parse("momentum(0.1), batch " + y.length + ", updates 3000, unscaled"),
            1,
            Metric.RMSE,
            7);
    Load load = new Load(LAMBDAS.length, 1, 0);
    return PathRunner.run(plan, new GeneratorSource(new Given()), load, updates -> {});
  }

  /** Minimises one coefficient after the other. */
  private static double[] descend(double lambda) {
    double[] b = new double[x[0].length];
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int j = 0; j < b.length; j++) {
        double product = 0;
        double square = 0;
        for (int i = 0; i < y.length; i++) {
          product += x[i][j] * (residual(b, i) + x[i][j] * b[j]);
          square += x[i][j] * x[i][j];
        }
        double pull = lambda * y.length;
        b[j] = Math.signum(product) * Math.max(0, Math.abs(product) - pull) / square;
      }
    }
    return b;
  }

  private static double residual(double[] b, int row) {
    double prediction = 0;
    for (int j = 0; j < b.length; j++) {
      prediction += x[row][j] * b[j];
    }
    return y[row] - prediction;
  }

  private static double error(double[] b) {
    double squares = 0;
    for (int i = 0; i < y.length; i++) {
      squares += residual(b, i) * residual(b, i);
    }
    return Math.sqrt(squares / y.length);
  }

  private static double norm(double[] b) {
    return Math.sqrt(DoubleStream.of(b).map(v -> v * v).sum());
  }

  private static double zeros(double[] b) {
    return DoubleStream.of(b).filter(v -> v == 0).count();
  }

  private static double[] numbers(JsonNode array) {
    JsonNode data = array.get("data");
    double[] numbers = new double[data.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = data.get(i).asDouble();
    }
    return numbers;
  }

  /** The rows of the file, whatever the key. */
  private static final class Given implements Generator {
    @Override
    public String name() {
      return "given";
    }

    @Override
    public String summary() {
      return "rows of a file";
    }

    @Override
    public Sizes sizes() {
      return new Sizes(y.length, 1, y.length);
    }

    @Override
    public Dataset draw(int rows, Key key) {
      int columns = x[0].length;
      float[] inputs = new float[rows * columns];
      float[] values = new float[rows];
      for (int i = 0; i < rows; i++) {
        values[i] = (float) y[i];
        for (int j = 0; j < columns; j++) {
          inputs[i * columns + j] = (float) x[i][j];
        }
      }
      return Dataset.regression(inputs, new int[] {columns}, values, List.of("y"));
    }
  }
}
