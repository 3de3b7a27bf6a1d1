package dev.bridle.perturbation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.tensor.Key;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

final class WeightNoiseTest implements PerturbationLaws {
  @Override
  public Perturbation perturbation() {
    return new WeightNoise();
  }

  @Override
  public String strength() {
    return "sigma";
  }

  /** In the weights' own units, whatever their size; five standard errors are 1.6 percent. */
  @Test
  void noise_hasTheDeviationAskedFor() {
    for (double level : new double[] {0, 2}) {
      try (PerturbedWeight rig = level(level, 0.25)) {
        double[] noise = Tensors.toDoubles(rig.seen(1));
        double squares = Arrays.stream(noise).map(w -> (w - level) * (w - level)).sum();
        double deviation = Math.sqrt(squares / noise.length);
        assertThat(deviation).isCloseTo(0.25, within(0.25 * 5 / Math.sqrt(2.0 * noise.length)));
      }
    }
  }

  /** Common random numbers: twice the deviation is twice the same noise. */
  @Test
  void twiceTheDeviation_isTwiceTheNoise() {
    try (PerturbedWeight rig = level(0, 0.25, 0.5)) {
      Tensor seen = rig.seen(1);
      double[] twice = Tensors.toDoubles(Bits.member(seen, 0));
      Arrays.setAll(twice, i -> 2 * twice[i]);
      assertThat(Tensors.toDoubles(Bits.member(seen, 1))).containsExactly(twice);
    }
  }

  @Test
  void slopes_areNone_asTheNoiseDoesNotDependOnTheWeight() {
    try (PerturbedWeight rig = level(2, 0.25)) {
      assertThat(rig.bound().slopes()).isEmpty();
    }
  }

  private PerturbedWeight level(double level, double... sigmas) {
    List<Key> keys = Collections.nCopies(sigmas.length, Key.of(1));
    return PerturbedWeight.level(
        perturbation(), "layer", level, Map.of("sigma", PerMember.of(sigmas)), keys);
  }
}
