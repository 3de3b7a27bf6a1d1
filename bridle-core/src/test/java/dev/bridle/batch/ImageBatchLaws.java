package dev.bridle.batch;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.layer.Shape;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** What every change of the pixels of training images keeps to. */
interface ImageBatchLaws extends BatchLaws {
  /** Two channels of 4 x 5 pixels. */
  Shape IMAGES = Shape.of(2, 4, 5);

  /** The name of the rule. */
  String name();

  @Override
  default Shape input() {
    return IMAGES;
  }

  @Override
  default boolean changesTargets() {
    return false;
  }

  @Test
  default void rowsThatAreNoImages_areRefused() {
    rule().requireInput(IMAGES, false);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule().requireInput(Shape.of(5, 2), false))
        .withMessage(
            name() + ": expected images, [channels, height, width], but rows here are [5, 2]");
  }

  /** Members of one replicate with these strengths. */
  default GivenBatch given(double... strengths) {
    return GivenBatch.of(
        rule(),
        strength(),
        PerMember.of(strengths),
        Precision.FLOAT64,
        Collections.nCopies(strengths.length, Key.of(1)),
        IMAGES);
  }
}
