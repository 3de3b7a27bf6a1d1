package dev.bridle.study.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.data.Split;
import dev.bridle.study.image.ImageSets;
import dev.bridle.tensor.Key;
import org.junit.jupiter.api.Test;

final class HeldOutSourceTest {
  private final ImageSource images = new ImageSource(ImageSets.of(140, 4, 40), 7);

  @Test
  void split_trainsOnMore_stopsByWhatScores_isScoredOnTheHeldOut() {
    HeldOutSource last = new HeldOutSource(images);
    assertThat(last.shape()).isEqualTo(new ReplicateSource.Shape(140, 2, 80, 20, 40, 0));
    Split split = last.split(Key.of(3));
    ReplicateSource.Refit refit = images.refit(Key.of(3));
    assertThat(split.train().inputs()).isEqualTo(refit.split().train().inputs());
    assertThat(split.validation().inputs()).isEqualTo(refit.split().test().inputs());
    assertThat(split.test().inputs()).isEqualTo(refit.heldOut().inputs());
    assertThat(last.preparation(Key.of(3))).isEqualTo(refit.preparation());
    assertThat(last.fingerprint()).isNotEqualTo(images.fingerprint());
  }

  /** Whatever is drawn, the held-out rows stay the same. */
  @Test
  void split_otherReplicate_otherTrainingRows_sameScoringRows() {
    HeldOutSource last = new HeldOutSource(images);
    assertThat(last.split(Key.of(4)).train().labels())
        .isNotEqualTo(last.split(Key.of(3)).train().labels());
    assertThat(last.split(Key.of(4)).test().labels())
        .isEqualTo(last.split(Key.of(3)).test().labels());
  }

  @Test
  void nothingHeldOut_isRefused() {
    ImageSource few = new ImageSource(ImageSets.of(200, 4, 0), 7);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HeldOutSource(few))
        .withMessageContaining("are held out: expected at least 500 rows");
  }
}
