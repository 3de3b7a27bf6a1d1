package dev.bridle.data.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.data.Dataset;
import dev.bridle.data.Generator;
import dev.bridle.data.Split;
import dev.bridle.tensor.Key;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every built-in data set keeps to. */
interface GeneratorLaws {
  /** The generator under test. */
  Generator generator();

  /** The {@link #fingerprint} of twenty rows under key 1: it may change only on purpose. */
  long expectedFingerprint();

  @Test
  default void draw_sameKey_hasTheSameBits() {
    assertThat(fingerprint(draw(50, 3))).isEqualTo(fingerprint(draw(50, 3)));
  }

  @Test
  default void draw_onAnyMachine_hasTheBitsItAlwaysHad() {
    assertThat(fingerprint(draw(20, 1))).isEqualTo(expectedFingerprint());
  }

  @Test
  default void draw_otherKey_sharesNoRow() {
    Set<List<Float>> rows = rows(draw(200, 3));
    rows.addAll(rows(draw(200, 4)));
    assertThat(rows).hasSize(400);
  }

  @Test
  default void draw_fewerRows_areTheFirstOfMore() {
    int[] first = {0, 1, 2, 3, 4, 5, 6};
    assertThat(fingerprint(draw(7, 3))).isEqualTo(fingerprint(draw(100, 3).rows(first)));
  }

  @Test
  default void draw_numbers_areFinite() {
    Dataset data = draw(500, 3);
    for (float[] numbers : List.of(data.inputs(), data.values())) {
      for (float number : numbers) {
        assertThat(Float.isFinite(number)).isTrue();
      }
    }
  }

  /** Classes, or for a regression the rows below and above the mean target. */
  @Test
  default void draw_targets_areBalanced() {
    int rows = 2000;
    Dataset data = draw(rows, 3);
    int[] counts = new int[data.isClassification() ? data.task().outputs() : 2];
    double mean = data.isClassification() ? 0 : Sample.of(data.values()).mean();
    for (int row = 0; row < rows; row++) {
      int sort = data.isClassification() ? data.labels()[row] : data.values()[row] > mean ? 1 : 0;
      counts[sort]++;
    }
    assertThat(Arrays.stream(counts).min().orElseThrow())
        .isGreaterThan(rows * 9 / 10 / counts.length);
  }

  @Test
  default void draw_noRows_isEmpty() {
    assertThat(draw(0, 3).size()).isZero();
  }

  @Test
  default void draw_negativeRows_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draw(-1, 3))
        .withMessageStartingWith("rows = -1: expected a whole number from 0 to ");
  }

  @Test
  default void split_sizes_areThoseDeclared() {
    Split split = generator().split(Key.of(3));
    Generator.Sizes sizes = generator().sizes();
    assertThat(split.train().size()).isEqualTo(sizes.train());
    assertThat(split.validation().size()).isEqualTo(sizes.validation());
    assertThat(split.test().size()).isEqualTo(sizes.test());
  }

  @Test
  default void split_parts_shareNoRow() {
    Split split = generator().split(Key.of(3));
    Set<List<Float>> rows = rows(split.train());
    rows.addAll(rows(split.validation()));
    rows.addAll(rows(split.test()));
    assertThat(rows)
        .hasSize(split.train().size() + split.validation().size() + split.test().size());
  }

  @Test
  default void name_isFoundAmongTheBuiltIn() {
    assertThat(BuiltIn.find(generator().name()))
        .hasValueSatisfying(found -> assertThat(found).hasSameClassAs(generator()));
  }

  @Test
  default void summary_isOneSentence() {
    assertThat(generator().summary()).matches("[A-Z][^\\n]{80,300}[.]").doesNotContain(". ", "  ");
  }

  private Dataset draw(int rows, long seed) {
    return generator().draw(rows, Key.of(seed));
  }

  /** All rows of the inputs, each once. */
  private static Set<List<Float>> rows(Dataset data) {
    Set<List<Float>> rows = new HashSet<>();
    for (int row = 0; row < data.size(); row++) {
      Float[] numbers = new Float[data.features()];
      int start = row * data.features();
      Arrays.setAll(numbers, i -> data.inputs()[start + i]);
      rows.add(List.of(numbers));
    }
    return rows;
  }

  /** A number that depends on every bit of a data set, and on their order. */
  static long fingerprint(Dataset data) {
    long hash = 1;
    for (float[] numbers : List.of(data.inputs(), data.values())) {
      for (float number : numbers) {
        hash = Key.of(hash).at(Float.floatToIntBits(number)).bits();
      }
    }
    for (int label : data.labels()) {
      hash = Key.of(hash).at(label).bits();
    }
    return hash;
  }
}
