package dev.bridle.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.bridle.tensor.NativeLibrary;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * The reference values: every case that follows our rules, in double and in single precision, alone
 * and as one of three. Prints one line at the end, with the names of what is not built, and fails
 * if there is any.
 *
 * <p>The folder is {@code -Dbridle.golden=DIR}; where there is none, the test counts as skipped.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GoldenTest {
  /** Where the reference values are. */
  static final Path FOLDER = Path.of(System.getProperty("bridle.golden", "../../shared/golden"));

  private static final List<Topic> TOPICS =
      List.of(
          new ActivationGolden(),
          new ActivityGolden(),
          new ClippingGolden(),
          new ConvolutionGolden(),
          new DropConnectGolden(),
          new DropoutGolden(),
          new GroupLassoGolden(),
          new GroupNormGolden(),
          new AlphaDropoutGolden(),
          new GaussianDropoutGolden(),
          new LayerNormGolden(),
          new LinearModelGolden(),
          new LossGolden(),
          new MaxNormGolden(),
          new NonNegativeGolden(),
          new NormRangeGolden(),
          new NormalizationGolden(),
          new OrthogonalGolden(),
          new PenaltyGolden(),
          new ProximalGolden(),
          new RecurrentGolden(),
          new SmoothKernelGolden(),
          new SpatialDropoutGolden(),
          new TemperatureGolden(),
          new TrajectoryGolden());

  private final List<String> passed = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();
  private final List<String> notBuilt = new ArrayList<>();

  @TestFactory
  List<DynamicTest> cases() throws IOException {
    if (!Files.isDirectory(FOLDER)) {
      return List.of(skipped());
    }
    List<DynamicTest> tests = new ArrayList<>();
    List<Topic> met = new ArrayList<>();
    for (GoldenCase c : GoldenCase.readAll(FOLDER)) {
      Optional<Topic> topic = TOPICS.stream().filter(t -> covers(t, c)).findFirst();
      if (topic.isPresent()) {
        met.add(topic.get());
        tests.add(dynamicTest(c.toString(), () -> run(topic.get(), c)));
      } else if (c.isOf("bridle")) {
        notBuilt.add(c.name());
      }
    }
    assertThat(met).as("topics that found their cases").containsAll(TOPICS);
    return tests;
  }

  /** In place of the cases where there are none: a test, since only tests are seen as skipped. */
  static DynamicTest skipped() {
    String why = "no reference values in " + FOLDER + ": name a folder by -Dbridle.golden=DIR";
    return dynamicTest("reference values", () -> assumeTrue(false, why));
  }

  @AfterAll
  void report() {
    if (passed.size() + failed.size() + notBuilt.size() > 0) {
      System.out.println(
          "golden: "
              + passed.size()
              + " passed, "
              + (failed.isEmpty() ? "" : failed.size() + " failed, ")
              + notBuilt.size()
              + " not built: "
              + String.join(", ", notBuilt));
    }
    assertThat(notBuilt).as("cases whose subject is not built").isEmpty();
  }

  private static boolean covers(Topic topic, GoldenCase c) {
    return c.isOf("bridle") && topic.file().equals(c.file()) && topic.isBuilt(c);
  }

  private void run(Topic topic, GoldenCase c) {
    failed.add(c.name());
    NativeLibrary.useOneThread();
    for (Precision precision : List.of(Precision.FLOAT64, Precision.FLOAT32)) {
      Readings alone = compute(topic, c, Company.alone(precision));
      assertThat(alone.isEmpty()).as("nothing was compared").isFalse();
      assertThat(alone.mismatches(c, precision)).isEmpty();
      Readings together = compute(topic, c, Company.ofThree(precision));
      assertThat(together.differences(alone))
          .as("fields of %s, %s, with other bits as one of three", c, precision)
          .isEmpty();
    }
    failed.remove(c.name());
    passed.add(c.name());
  }

  private static Readings compute(Topic topic, GoldenCase c, Company company) {
    Readings readings = new Readings();
    try (company;
        Scope scope = Scope.open()) {
      topic.compute(c, company, readings);
    }
    return readings;
  }
}
