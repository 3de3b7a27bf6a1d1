package dev.bridle.data.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.data.Dataset;
import dev.bridle.data.Generator;
import dev.bridle.tensor.Key;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class WordsTest implements GeneratorLaws {
  private static final int ROWS = 4000;

  private static final Dataset DATA = new Words().draw(ROWS, Key.of(1));

  @Override
  public Generator generator() {
    return new Words();
  }

  @Override
  public long expectedFingerprint() {
    return 0x132C772FF69A7FD6L;
  }

  @Test
  void vocabulary_isThirtyTwoDifferentWords() {
    assertThat(Words.vocabulary()).hasSize(32).doesNotHaveDuplicates();
    assertThat(Words.vocabulary().subList(2, 6)).contains("good", "bright");
    assertThat(Words.vocabulary().subList(6, 10)).contains("bad", "dull");
    assertThat(Words.vocabulary().get(10)).isEqualTo("the");
  }

  /** good: +1; not bad: +1; not good: -1; bad: -1; a filler between "not" and a word undoes it. */
  @Test
  void praise_ofKnownRows_isCountedByHand() {
    assertThat(Words.praise(2)).isEqualTo(1);
    assertThat(Words.praise(1, 6)).isEqualTo(1);
    assertThat(Words.praise(10, 1, 2, 11)).isEqualTo(-1);
    assertThat(Words.praise(6, 1, 2, 2)).isEqualTo(-1);
    assertThat(Words.praise(10, 11, 0)).isZero();
  }

  @Test
  void draw_labels_areWhatTheWordsSay() {
    for (int row = 0; row < ROWS; row++) {
      int praise = Words.praise(Sample.row(DATA, row));
      assertThat(Math.abs(praise)).isIn(1, 3);
      assertThat(DATA.labels()[row]).isEqualTo(praise > 0 ? 1 : 0);
    }
  }

  @Test
  void draw_rows_arePlacesInTheVocabulary_emptyOnesAtTheEnd() {
    assertThat(DATA.inputShape()).containsExactly(12);
    assertThat(generator().standardize()).isFalse();
    for (int row = 0; row < ROWS; row++) {
      double[] places = Sample.row(DATA, row);
      int length = (int) Arrays.stream(places).filter(place -> place != 0).count();
      assertThat(length).isBetween(8, 12);
      for (int i = 0; i < places.length; i++) {
        assertThat(places[i]).isEqualTo(Math.rint(places[i])).isBetween(0.0, 31.0);
        assertThat(places[i] != 0).isEqualTo(i < length);
      }
    }
  }

  /** What is no praise and no blame says nothing: it stands in both classes alike. */
  @Test
  void draw_fillers_areAsFrequentInBothClasses() {
    double[][] counts = new double[2][32];
    for (int row = 0; row < ROWS; row++) {
      for (double place : Sample.row(DATA, row)) {
        counts[DATA.labels()[row]][(int) place]++;
      }
    }
    for (int place = 10; place < 32; place++) {
      double share = counts[1][place] / (counts[0][place] + counts[1][place]);
      assertThat(share).as(Words.vocabulary().get(place)).isCloseTo(0.5, within(0.07));
    }
    assertThat(counts[1][2]).isGreaterThan(1.5 * counts[0][2]);
  }

  @Test
  void text_ofARow_isReadable() {
    assertThat(Words.text(10, 13, 19, 1, 2, 0)).isEqualTo("the film was not good");
  }
}
