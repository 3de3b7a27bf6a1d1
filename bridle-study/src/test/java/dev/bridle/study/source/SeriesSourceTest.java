package dev.bridle.study.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bridle.data.Dataset;
import dev.bridle.data.Split;
import dev.bridle.study.series.Series;
import dev.bridle.study.series.SeriesFiles;
import dev.bridle.study.series.SeriesPreparation;
import dev.bridle.study.statistics.Claim;
import dev.bridle.study.table.NumberRule;
import dev.bridle.study.table.TableException;
import dev.bridle.tensor.Key;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The past predicts the future: a series whose values are their row numbers shows who sees what.
 */
final class SeriesSourceTest {
  @TempDir Path folder;

  private Series rowNumbers(int rows, int window, int horizon) {
    String text = SeriesFiles.lines("y", rows, i -> "" + i);
    return SeriesFiles.series(folder, text, window, horizon);
  }

  /** For random lengths, windows, horizons and keys. */
  @Test
  void split_parts_followEachOther_andNoForecastKnowsItsFuture() {
    Random random = new Random(3);
    for (int trial = 0; trial < 40; trial++) {
      int window = 1 + random.nextInt(20);
      int horizon = 1 + random.nextInt(6);
      int rows = 160 + random.nextInt(900);
      SeriesSource source = new SeriesSource(rowNumbers(rows, window, horizon));
      for (int r = 0; r < 5; r++) {
        Key key = Key.of(trial).at(r);
        Split split = source.split(key);
        assertInOrder(split.train(), split.validation(), horizon);
        assertInOrder(split.validation(), split.test(), horizon);
        ReplicateSource.Refit refit = source.refit(key);
        assertInOrder(refit.split().train(), refit.split().test(), horizon);
        if (source.shape().test() > 0) {
          assertInOrder(split.test(), refit.heldOut(), horizon);
          assertInOrder(refit.split().test(), refit.heldOut(), horizon);
          assertThat(last(refit.heldOut())).isEqualTo(rows - 1);
        }
        assertThat(scaleSeesUpTo(source, key)).isEqualTo(last(split.train()));
      }
    }
  }

  /** The last target of a part is known when the first forecast of the next is made. */
  private static void assertInOrder(Dataset earlier, Dataset later, int horizon) {
    double origin = later.values()[0] - horizon;
    assertThat(last(earlier)).isLessThanOrEqualTo(origin);
  }

  private static double last(Dataset part) {
    return part.values()[part.size() - 1];
  }

  /**
   * Of row numbers from a to b the mean is (a + b) / 2 and the variance ((b - a + 1)^2 - 1) / 12.
   */
  private static double scaleSeesUpTo(SeriesSource source, Key key) {
    NumberRule rule = SeriesPreparation.of(source.preparation(key)).rules().get(0);
    double length = Math.sqrt(12 * rule.scale() * rule.scale() + 1);
    return Math.rint(rule.mean() + (length - 1) / 2);
  }

  @Test
  void split_targets_areConsecutive_neverShuffled() {
    Split split = new SeriesSource(rowNumbers(400, 10, 1)).split(Key.of(1));
    for (Dataset part : new Dataset[] {split.train(), split.validation(), split.test()}) {
      for (int i = 1; i < part.size(); i++) {
        assertThat(part.values()[i]).isEqualTo(part.values()[i - 1] + 1);
      }
    }
    assertThat(split.validation().values()[0]).isEqualTo((float) last(split.train()) + 1);
  }

  @Test
  void split_replicates_haveTheSameSizes_andBeginElsewhere() {
    SeriesSource source = new SeriesSource(rowNumbers(700, 12, 3));
    Set<Float> origins = new HashSet<>();
    for (int r = 0; r < 20; r++) {
      Split split = source.split(Key.of(7).at(r));
      assertThat(split.train().size()).isEqualTo(source.shape().train());
      assertThat(split.validation().size()).isEqualTo(source.shape().stop());
      assertThat(split.test().size()).isEqualTo(source.shape().score());
      origins.add(split.train().values()[0]);
    }
    assertThat(origins).hasSizeGreaterThan(14);
    assertThat(source.split(Key.of(7)).train().values())
        .isEqualTo(source.split(Key.of(7)).train().values());
  }

  /** What the Javadoc says of two replicates: 19 % of scoring, 50 % of training examples shared. */
  @Test
  void split_pairs_shareAsManyRowsAsDocumented() {
    SeriesSource source = new SeriesSource(rowNumbers(2000, 5, 1));
    double score = 0;
    double train = 0;
    int pairs = 1000;
    for (int pair = 0; pair < pairs; pair++) {
      Split a = source.split(Key.of(pair).at("a"));
      Split b = source.split(Key.of(pair).at("b"));
      score += shared(a.test(), b.test()) / pairs;
      train += shared(a.train(), b.train()) / pairs;
    }
    assertThat(score).isBetween(0.16, 0.22);
    assertThat(train).isBetween(0.46, 0.54);
  }

  private static double shared(Dataset a, Dataset b) {
    double distance = Math.abs(a.values()[0] - b.values()[0]);
    return Math.max(0, 1 - distance / a.size());
  }

  @Test
  void shape_ofALongSeries_holdsTheEndOut() {
    SeriesSource source = new SeriesSource(rowNumbers(1029, 30, 1)); // 999 examples
    assertThat(source.shape()).isEqualTo(new ReplicateSource.Shape(1029, 30, 256, 64, 80, 200));
    assertThat(source.inputShape()).containsExactly(30, 1);
    assertThat(source.claim()).isEqualTo(Claim.SAMPLES);
    assertThat(source.standardize()).isFalse();
    assertThat(source.persistence().forecasts()).isEqualTo(799);
    assertThat(source.persistence().rmse()).isEqualTo(1);
    assertThat(source.persistenceHeldOut().forecasts()).isEqualTo(200);
  }

  @Test
  void shape_ofAShortSeries_holdsNothingOut() {
    SeriesSource source = new SeriesSource(rowNumbers(144, 12, 1));
    assertThat(source.shape().test()).isZero();
    assertThat(source.refit(Key.of(1)).heldOut().size()).isZero();
  }

  @Test
  void of_tooFewExamples_isRefused() {
    assertThatThrownBy(() -> new SeriesSource(rowNumbers(60, 30, 1)))
        .isInstanceOf(TableException.class)
        .hasMessageEndingWith(
            "60 rows make 30 examples of a window of 30 and a horizon of 1, expected at least 40;"
                + " choose a shorter --window or --horizon");
  }

  @Test
  void fingerprint_tellsWindowAndHorizon() {
    String known = new SeriesSource(rowNumbers(200, 5, 1)).fingerprint();
    assertThat(new SeriesSource(rowNumbers(200, 5, 1)).fingerprint()).isEqualTo(known);
    assertThat(new SeriesSource(rowNumbers(200, 6, 1)).fingerprint()).isNotEqualTo(known);
    assertThat(new SeriesSource(rowNumbers(200, 5, 2)).fingerprint()).isNotEqualTo(known);
  }
}
