package dev.bridle.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.layer.Site;
import dev.bridle.population.Initial;
import dev.bridle.population.Population;
import dev.bridle.population.Progress;
import dev.bridle.population.Replicates;
import dev.bridle.population.StateLayout;
import dev.bridle.population.Strengths;
import dev.bridle.population.WeightSpec;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Draw;
import dev.bridle.testing.InScope;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InScope.class)
final class GradientNoiseTest {
  private static final int N = 50_000;

  /** Two weights of members whose gradient rows are drawn, and the noise at work on them. */
  private static final class Rows implements AutoCloseable {
    private final Arena arena = new Arena();
    private final Population population;
    final Tensor gradient;
    final GradientRule.Bound bound;

    Rows(Precision precision, PerMember eta, PerMember gamma, Key... keys) {
      WeightSpec one = WeightSpec.kernel("dense1", List.of(250, 200), Initial.ZERO);
      WeightSpec other = WeightSpec.kernel("dense2", List.of(250, 200), Initial.ZERO);
      this.population =
          Population.zeros(StateLayout.of(List.of(one, other), List.of()), precision, keys.length);
      this.gradient = arena.zeros(precision, Tensors.shape(population.trained()));
      Strengths strengths = new Strengths(Map.of("eta", eta, "gamma", gamma), precision, arena);
      Site site =
          new Site(
              population, gradient, 0, Replicates.of(List.of(keys)), List.of(strengths), 1, arena);
      this.bound = new GradientNoise().bind(population.weights(), strengths, site);
    }

    /** The gradient after the noise of an update. */
    Tensor after(long update) {
      gradient.copy_(drawn());
      bound.apply(new Progress(update, 100_000, 7));
      return gradient.clone();
    }

    Tensor drawn() {
      Precision precision = population.precision();
      Tensor one = Draw.of(3).tensor(precision, 1, gradient.size(1));
      return one.expand(gradient.size(0), gradient.size(1)).contiguous();
    }

    @Override
    public void close() {
      arena.close();
      population.close();
    }
  }

  /** eta / (1 + t)^gamma with t counted from 0, within five standard errors. */
  @Test
  void variance_fallsAsTheFormulaSays() {
    try (Rows rows =
        new Rows(Precision.FLOAT64, PerMember.of(0.3, 4), PerMember.of(0.55, 0), keys(2))) {
      for (long update : new long[] {1, 2, 101, 10_000}) {
        Tensor noise = rows.after(update).sub_(rows.drawn());
        assertVariance(noise, 0, 0.3 / Math.pow(update, 0.55));
        assertVariance(noise, 1, 4); // gamma 0: it does not die away
      }
    }
  }

  private static void assertVariance(Tensor noise, int k, double expected) {
    double[] all = Tensors.toDoubles(Bits.member(noise, k));
    double mean = Arrays.stream(all).average().orElseThrow();
    double variance = Arrays.stream(all).map(v -> v * v).average().orElseThrow();
    assertThat(mean).isCloseTo(0, within(5 * Math.sqrt(expected / (2 * N))));
    // all of both weights are live; only padding, of which 100,000 numbers need little, is not
    assertThat(variance).isCloseTo(expected, within(expected * (5 * Math.sqrt(1.0 / N) + 2e-3)));
  }

  @Test
  void eta0_changesNoBit() {
    for (Precision precision : Precision.values()) {
      try (Rows rows =
          new Rows(precision, PerMember.of(0.1, 0, 1), PerMember.same(0.55, 3), keys(3))) {
        Tensor after = rows.after(5);
        Bits.assertSame(Bits.member(after, 1), Bits.member(rows.drawn(), 1), precision.toString());
        assertThat(Tensors.toDoubles(Bits.member(after, 0)))
            .isNotEqualTo(Tensors.toDoubles(Bits.member(rows.drawn(), 0)));
      }
    }
  }

  @Test
  void member_aloneOrTogether_isTheSameToTheBit() {
    Key[] keys = {Key.of(1), Key.of(2), Key.of(1), Key.of(1), Key.of(2)};
    PerMember eta = PerMember.of(0.1, 0.2, 0.3, 0, 1);
    PerMember gamma = PerMember.of(0.55, 0, 1, 0.55, 0.1);
    for (Precision precision : Precision.values()) {
      try (Rows all = new Rows(precision, eta, gamma, keys)) {
        Tensor together = all.after(9);
        for (int k = 0; k < 5; k++) {
          try (Rows alone = new Rows(precision, eta.select(k), gamma.select(k), keys[k])) {
            Bits.assertSame(Bits.member(together, k), alone.after(9), precision + " member " + k);
          }
        }
      }
    }
  }

  /** By replicate, weight and update, whatever was drawn before. */
  @Test
  void noise_isAFunctionOfReplicateWeightAndUpdate() {
    PerMember ones = PerMember.same(1, 3);
    try (Rows rows = new Rows(Precision.FLOAT64, ones, ones, Key.of(1), Key.of(2), Key.of(1))) {
      Tensor first = rows.after(1);
      Tensor second = rows.after(2);
      Bits.assertSame(rows.after(1), first, "update 1 again");
      assertDiffer(Bits.member(first, 0), Bits.member(second, 0));
      assertDiffer(Bits.member(first, 0), Bits.member(first, 1));
      Bits.assertSame(Bits.member(first, 0), Bits.member(first, 2), "one replicate");
      Tensor noise = Bits.member(first, 0).sub_(rows.drawn().narrow(0, 0, 1));
      double[] both = Tensors.toDoubles(noise);
      assertThat(Arrays.copyOfRange(both, 0, 1000))
          .isNotEqualTo(Arrays.copyOfRange(both, both.length / 2, both.length / 2 + 1000));
    }
  }

  @Test
  void notANumber_inOneMember_leavesTheOthers() {
    PerMember ones = PerMember.same(1, 3);
    try (Rows rows = new Rows(Precision.FLOAT32, ones, ones, keys(3))) {
      Tensor expected = rows.after(4);
      rows.gradient.copy_(rows.drawn());
      rows.gradient.narrow(0, 1, 1).fill_(Tensors.constant(Double.NaN));
      rows.bound.apply(new Progress(4, 100_000, 7));
      for (int k : new int[] {0, 2}) {
        Bits.assertSame(Bits.member(rows.gradient, k), Bits.member(expected, k), "member " + k);
      }
    }
  }

  @Test
  void looksAtGradient_doesNot_soItMayStandInTheVelocity() {
    assertThat(new GradientNoise().looksAtGradient()).isFalse();
  }

  private static Key[] keys(int members) {
    Key[] keys = new Key[members];
    Arrays.fill(keys, Key.of(1));
    return keys;
  }

  private static void assertDiffer(Tensor first, Tensor second) {
    assertThat(Tensors.toDoubles(first)).isNotEqualTo(Tensors.toDoubles(second));
  }
}
