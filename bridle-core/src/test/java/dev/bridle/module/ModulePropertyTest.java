package dev.bridle.module;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.recipe.Recipe;
import dev.bridle.testing.Draw;
import dev.bridle.testing.OneThread;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random shapes, numbers and limits: where each unit's numbers lie is computed by the test. */
@ExtendWith(OneThread.class)
final class ModulePropertyTest {
  private static final int RUNS = 60;

  /** A weight, and the unit to which each of its numbers belongs. */
  private record Case(Module module, int units, int before, int behind) {
    static Case draw(SplittableRandom random) {
      int in = random.nextInt(1, 6);
      int out = random.nextInt(1, 6);
      int height = random.nextInt(1, 4);
      int width = random.nextInt(1, 4);
      return switch (random.nextInt(3)) {
        case 0 -> new Case(new LinearImpl(in, out), out, 1, in);
        case 1 -> new Case(Layers.conv2d(in, out, height, width, 1), out, 1, in * height * width);
        default -> new Case(Layers.transposed(in, out, height, width, 1), out, in, height * width);
      };
    }

    int size() {
      return units * before * behind;
    }

    int unit(int i) {
      return i / behind % units;
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void project_unitsInsideKeepTheirBits_othersEndOnTheSphereInTheirDirection(boolean inDouble) {
    double rounding = inDouble ? 1e-14 : 1e-6;
    SplittableRandom random = new SplittableRandom(20);
    for (int run = 0; run < RUNS; run++) {
      Case c = Case.draw(random);
      if (inDouble) {
        Layers.inDouble(c.module);
      }
      Layers.set(c.module, "weight", Draw.of(run).normals(c.size()));
      double[] before = Layers.get(c.module, "weight");
      double limit = random.nextDouble(0.1, 3);
      try (ModuleRestraint restraint =
          ModuleRestraint.of(c.module, Recipe.parse("max-norm(" + limit + ")"))) {
        restraint.project();
        assertThat(restraint.violation()).isLessThan(rounding);
      }
      check(c, before, Layers.get(c.module, "weight"), limit, rounding);
    }
  }

  private static void check(
      Case c, double[] before, double[] after, double limit, double rounding) {
    double[] norms = norms(c, before);
    double[] ends = norms(c, after);
    for (int u = 0; u < c.units; u++) {
      assertThat(ends[u]).isLessThanOrEqualTo(limit * (1 + rounding));
    }
    for (int i = 0; i < before.length; i++) {
      double norm = norms[c.unit(i)];
      if (norm < limit * (1 - rounding)) {
        assertThat(after[i]).isEqualTo(before[i]);
      } else {
        assertThat(Math.abs(after[i] - before[i] * limit / norm)).isLessThan(4 * rounding * limit);
      }
    }
  }

  private static double[] norms(Case c, double[] numbers) {
    double[] norms = new double[c.units];
    for (int i = 0; i < numbers.length; i++) {
      norms[c.unit(i)] += numbers[i] * numbers[i];
    }
    for (int u = 0; u < norms.length; u++) {
      norms[u] = Math.sqrt(norms[u]);
    }
    return norms;
  }
}
