package dev.bridle.averaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.population.Progress;
import dev.bridle.population.Strengths;
import dev.bridle.tensor.PerMember;
import dev.bridle.testing.Given;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SwaTest implements AveragingLaws {
  @Override
  public Averaging averaging() {
    return new Swa();
  }

  @Override
  public String number() {
    return "start";
  }

  @Override
  public double absence() {
    return 1;
  }

  /** 20 updates, 4 epochs of 5. */
  @Test
  void epochs_fromTheStartOn_areAveraged() {
    assertThat(averaged(0, 20)).containsExactly(1, 2, 3, 4);
    assertThat(averaged(0.25, 20)).containsExactly(1, 2, 3, 4); // 5 updates: the first epoch's end
    assertThat(averaged(0.26, 20)).containsExactly(2, 3, 4);
    assertThat(averaged(0.5, 20)).containsExactly(2, 3, 4);
    assertThat(averaged(0.75, 20)).containsExactly(3, 4);
    assertThat(averaged(0.76, 20)).containsExactly(4);
    assertThat(averaged(1, 20)).containsExactly(4);
  }

  /** 23 updates: the fifth epoch has 3. */
  @Test
  void shortLastEpoch_isAnEpoch() {
    assertThat(averaged(0, 23)).containsExactly(1, 2, 3, 4, 5);
    assertThat(averaged(0.5, 23)).containsExactly(3, 4, 5); // from update 11.5 on
    assertThat(averaged(0.9, 23)).containsExactly(5); // from update 20.7 on
    assertThat(averaged(1, 23)).containsExactly(5);
  }

  /** Fewer updates than an epoch has. */
  @Test
  void singleShortEpoch_isTheWeightsAtItsEnd() {
    assertThat(averaged(0, 3)).containsExactly(1);
    assertThat(averaged(1, 3)).containsExactly(1);
  }

  @Test
  void withinAnEpoch_theAverageStays() {
    Strengths start = Given.strength("start", PerMember.of(0));
    for (long update : new long[] {1, 2, 3, 4, 6, 11, 21, 22}) {
      assertThat(averaging().share(new Progress(update, 23, 5), start, 0)).isZero();
    }
  }

  @Test
  void statistics_areTakenAnew() {
    assertThat(averaging().refreshesStatistics()).isTrue();
  }

  /** The epochs whose weights make up the final average, all with the same share. */
  private List<Integer> averaged(double start, int updates) {
    Strengths numbers = Given.strength("start", PerMember.of(start));
    int epochs = (updates + 4) / 5;
    double[] shares = new double[epochs];
    for (int epoch = 1; epoch <= epochs; epoch++) {
      int update = Math.min(5 * epoch, updates);
      double share = averaging().share(new Progress(update, updates, 5), numbers, 0);
      for (int earlier = 0; earlier < epoch; earlier++) {
        shares[earlier] *= 1 - share;
      }
      shares[epoch - 1] = share;
    }
    List<Integer> found = new ArrayList<>();
    for (int epoch = 1; epoch <= epochs; epoch++) {
      if (shares[epoch - 1] > 0) {
        found.add(epoch);
      }
    }
    for (int epoch : found) {
      assertThat(Math.abs(shares[epoch - 1] * found.size() - 1)).isLessThan(1e-12);
    }
    return found;
  }
}
