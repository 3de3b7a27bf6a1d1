package dev.bridle.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SplitTest {

  private static Dataset rows(int rows, int features, String... classes) {
    return Dataset.classification(
        new float[rows * features], new int[] {features}, new int[rows], List.of(classes));
  }

  @Test
  void parts_ofOneTask_mayDifferInSize() {
    Split split = new Split(rows(5, 2, "a", "b"), rows(1, 2, "a", "b"), rows(9, 2, "a", "b"));
    assertThat(split.train().size()).isEqualTo(5);
    assertThat(split.validation().size()).isEqualTo(1);
    assertThat(split.test().size()).isEqualTo(9);
  }

  @Test
  void validation_ofAnotherTask_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Split(rows(1, 2, "a", "b"), rows(1, 2, "a", "c"), rows(1, 2, "a", "b")))
        .withMessage(
            "task Classification[classes=[a, c]]: expected that of the training part,"
                + " Classification[classes=[a, b]]");
  }

  @Test
  void test_ofAnotherTask_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Split(rows(1, 2, "a", "b"), rows(1, 2, "a", "b"), rows(1, 2, "b", "a")))
        .withMessageStartingWith("task Classification[classes=[b, a]]");
  }

  @Test
  void test_withOtherFeatures_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Split(rows(1, 2, "a", "b"), rows(1, 2, "a", "b"), rows(1, 3, "a", "b")))
        .withMessage("3 features: expected 2");
  }
}
