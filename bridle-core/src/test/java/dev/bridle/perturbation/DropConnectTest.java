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

final class DropConnectTest implements PerturbationLaws {
  @Override
  public Perturbation perturbation() {
    return new DropConnect();
  }

  @Override
  public String strength() {
    return "rate";
  }

  /** 52,700 weights of 2: dropped within five standard errors of the rate, the rest doubled. */
  @Test
  void weights_areDroppedAtTheRate_theRestIsDividedByOneMinusIt() {
    try (PerturbedWeight rig = level(0.5)) {
      double[] seen = Tensors.toDoubles(rig.seen(1));
      assertThat(Arrays.stream(seen)).containsOnly(0.0, 4.0);
      double dropped = Arrays.stream(seen).filter(w -> w == 0).count() / (double) seen.length;
      assertThat(dropped).isCloseTo(0.5, within(5 * Math.sqrt(0.25 / seen.length)));
    }
  }

  /** Common random numbers: what a lower rate drops a higher one drops too. */
  @Test
  void higherRate_dropsMoreOfTheSame() {
    try (PerturbedWeight rig = level(0.2, 0.6)) {
      Tensor seen = rig.seen(1);
      double[] low = Tensors.toDoubles(Bits.member(seen, 0));
      double[] high = Tensors.toDoubles(Bits.member(seen, 1));
      for (int i = 0; i < low.length; i++) {
        assertThat(low[i] != 0 || high[i] == 0).isTrue();
      }
      assertThat(Arrays.stream(high).filter(w -> w == 0).count())
          .isGreaterThan(Arrays.stream(low).filter(w -> w == 0).count());
    }
  }

  @Test
  void slopes_areTheFactorsOfTheStep() {
    try (PerturbedWeight rig = level(0.5)) {
      double[] seen = Tensors.toDoubles(rig.seen(1));
      double[] slopes = Tensors.toDoubles(rig.bound().slopes().orElseThrow().clone());
      Arrays.setAll(seen, i -> seen[i] / 2);
      assertThat(slopes).containsExactly(seen);
    }
  }

  private PerturbedWeight level(double... rates) {
    List<Key> keys = Collections.nCopies(rates.length, Key.of(1));
    return PerturbedWeight.level(
        perturbation(), "layer", 2, Map.of("rate", PerMember.of(rates)), keys);
  }
}
