package dev.bridle.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.tensor.Key;
import dev.bridle.tensor.RandomStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no test may depend on: order, a constant added to both arms, which arm comes first. */
final class InvarianceTest {
  private static final Key KEY = Key.of(17);

  static Stream<PairedDifferences> many() {
    return Samples.many();
  }

  static Stream<Integer> seeds() {
    return IntStream.range(0, 20).boxed();
  }

  private static List<Double> pValues(PairedDifferences differences) {
    return List.of(
        CorrectedT.paired(differences).p(),
        CorrectedT.of(differences, 0.25).p(),
        SignFlip.of(differences, KEY).p(),
        SignedRank.of(differences).p(),
        Tost.of(CorrectedT.paired(differences), 0.7, 0.05).p());
  }

  private static void assertSame(List<Double> actual, List<Double> expected) {
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i)).isCloseTo(expected.get(i), within(1e-9));
    }
  }

  @ParameterizedTest
  @MethodSource("many")
  void p_order_isNothing(PairedDifferences differences) {
    assertSame(pValues(Samples.shuffled(differences)), pValues(differences));
  }

  @ParameterizedTest
  @MethodSource("many")
  void p_swappedArms_isTheSame(PairedDifferences differences) {
    assertSame(pValues(differences.negated()), pValues(differences));
  }

  @ParameterizedTest
  @MethodSource("many")
  void p_isAProbability(PairedDifferences differences) {
    assertThat(pValues(differences)).allSatisfy(p -> assertThat(p).isBetween(0.0, 1.0));
  }

  @ParameterizedTest
  @MethodSource("many")
  void interval_swappedArms_isMirrored(PairedDifferences differences) {
    for (Claim claim : Claim.values()) {
      MeanInterval here = claim.interval(differences, 0.99, 0.25, KEY);
      MeanInterval there = claim.interval(differences.negated(), 0.99, 0.25, KEY);
      assertThat(there.mean()).isCloseTo(-here.mean(), within(1e-12));
      assertThat(there.low()).isCloseTo(-here.high(), within(1e-9));
      assertThat(there.high()).isCloseTo(-here.low(), within(1e-9));
    }
  }

  /** Accuracies in steps of 1/50, where ties abound and rounding differs with the constant. */
  @ParameterizedTest
  @MethodSource("seeds")
  void p_constantAddedToBoth_isTheSame(int seed) {
    RandomStream stream = KEY.at(seed).stream();
    List<Double> scores = coarse(stream, 12);
    List<Double> baseline = coarse(stream, 12);
    List<Double> expected = pValues(PairedDifferences.between(scores, baseline));
    for (double constant : new double[] {0.1, -3.7, 1000}) {
      PairedDifferences shifted =
          PairedDifferences.between(plus(scores, constant), plus(baseline, constant));
      assertSame(pValues(shifted), expected);
    }
  }

  private static List<Double> coarse(RandomStream stream, int n) {
    List<Double> scores = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      scores.add((35 + stream.nextInt(8)) / 50.0);
    }
    return scores;
  }

  private static List<Double> plus(List<Double> scores, double constant) {
    return scores.stream().map(score -> score + constant).toList();
  }

  @Test
  void p_allZero_isOneWhateverTheNumber() {
    for (int n = 1; n <= 25; n++) {
      PairedDifferences zeros = Samples.constant(n, 0);
      assertThat(pValues(zeros).subList(0, 4)).isEqualTo(Collections.nCopies(4, 1.0));
    }
  }

  @ParameterizedTest
  @MethodSource("many")
  void signFlip_exact_isAMultipleOfTwoToTheMinusN(PairedDifferences differences) {
    SignFlip test = SignFlip.of(differences, KEY);
    if (differences.size() <= SignFlip.EXACT) {
      double count = test.p() * Math.scalb(1.0, differences.size());
      assertThat(count).isEqualTo(Math.rint(count)).isGreaterThanOrEqualTo(2);
    } else {
      assertThat(test.p()).isGreaterThanOrEqualTo(1.0 / (SignFlip.DRAWS + 1));
    }
  }
}
