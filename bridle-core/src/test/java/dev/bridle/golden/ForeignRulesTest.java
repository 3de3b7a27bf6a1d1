package dev.bridle.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.bridle.constraint.MaxNorm;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Where the reference values of other libraries' max-norm differ from ours, on the same weights:
 * theirs shrink a little more, Keras's also what is inside the ball; ours land on the boundary or
 * stay.
 */
final class ForeignRulesTest {
  /** Two libraries' constants are 1e-7 beside the norm. */
  private static final double EPSILON = 1e-7;

  @TestFactory
  Stream<DynamicTest> keras_shrinksUnitsInsideTheBall_oursKeepThem() throws IOException {
    return tests("keras", true);
  }

  @TestFactory
  Stream<DynamicTest> torch_landsJustInsideTheBall_oursOnItsBoundary() throws IOException {
    return tests("torch", false);
  }

  private static Stream<DynamicTest> tests(String semantics, boolean shrinksInside)
      throws IOException {
    if (!Files.isDirectory(GoldenTest.FOLDER)) {
      return Stream.of(GoldenTest.skipped());
    }
    List<GoldenCase> all = cases(semantics);
    assertThat(all).hasSizeGreaterThan(20);
    return all.stream().map(c -> dynamicTest(c.toString(), () -> compare(c, shrinksInside)));
  }

  /** Cases of Euclidean norms that say which axis counts the units. */
  private static List<GoldenCase> cases(String semantics) throws IOException {
    return GoldenCase.readAll(GoldenTest.FOLDER).stream()
        .filter(c -> c.file().equals("max_norm.json") && c.isOf(semantics))
        .filter(c -> c.fields().has("unit_axis") && c.fields().has("expected"))
        .filter(c -> c.fields().number("p", 2) == 2)
        .toList();
  }

  private static void compare(GoldenCase c, boolean shrinksInside) {
    Fields f = c.fields();
    int axis = f.wholes("unit_axis")[0];
    double limit = f.number("max_value");
    GoldenArray before = f.array("w").axisFirst(axis);
    GoldenArray theirs = f.array("expected").axisFirst(axis);
    GoldenArray ours = project(before, limit);
    double[] norms = before.norms();
    for (int unit = 0; unit < norms.length; unit++) {
      double factor = norms[unit] / (norms[unit] + EPSILON); // theirs by ours
      if (norms[unit] > limit) {
        assertThat(ours.norms()[unit]).isCloseTo(limit, within(1e-14 * limit));
        assertThat(theirs.norms()[unit]).isCloseTo(limit * factor, within(1e-12));
        assertThat(theirs.norms()[unit]).isLessThan(ours.norms()[unit]);
      } else {
        assertThat(ours.slice(unit).sameBits(before.slice(unit))).isTrue();
        double expected = shrinksInside && norms[unit] > 0 ? norms[unit] * factor : norms[unit];
        assertThat(theirs.norms()[unit]).isCloseTo(expected, within(1e-12));
      }
    }
  }

  private static GoldenArray project(GoldenArray unitsFirst, double limit) {
    try (Company company = Company.alone(Precision.FLOAT64);
        Scope scope = Scope.open()) {
      Weight weight = Weight.kernel(company.tensor(unitsFirst));
      MaxNormGolden.maxNorm(dev.bridle.constraint.Scope.PER_UNIT, MaxNorm.Bias.FREE)
          .project(weight, company.strengths(Map.of("c", limit)));
      return company.ours(weight.value());
    }
  }
}
