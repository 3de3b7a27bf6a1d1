package dev.bridle.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DatasetTest {
  private static final List<String> CLASSES = List.of("cat", "dog");

  /** Three rows of two numbers: (1, 2) a cat, (3, 4) a dog, (5, 6) a cat. */
  private static Dataset pets() {
    return Dataset.classification(
        new float[] {1, 2, 3, 4, 5, 6}, new int[] {2}, new int[] {0, 1, 0}, CLASSES);
  }

  /** Two rows of one number with two targets each. */
  private static Dataset weather() {
    return Dataset.regression(
        new float[] {1, 2}, new int[] {1}, new float[] {10, 11, 20, 21}, List.of("rain", "wind"));
  }

  @Test
  void classification_threeRows_areDescribed() {
    assertThat(pets().size()).isEqualTo(3);
    assertThat(pets().features()).isEqualTo(2);
    assertThat(pets().inputShape()).containsExactly(2);
    assertThat(pets().isClassification()).isTrue();
    assertThat(pets().task()).isEqualTo(new Task.Classification(CLASSES));
    assertThat(pets().labels()).containsExactly(0, 1, 0);
    assertThat(pets().values()).isEmpty();
    assertThat(pets()).hasToString("3 rows x [2], Classification[classes=[cat, dog]]");
  }

  @Test
  void regression_twoTargets_areDescribed() {
    assertThat(weather().size()).isEqualTo(2);
    assertThat(weather().isClassification()).isFalse();
    assertThat(weather().task().outputs()).isEqualTo(2);
    assertThat(weather().values()).containsExactly(10, 11, 20, 21);
    assertThat(weather().labels()).isEmpty();
  }

  @Test
  void inputShape_image_countsEveryPixel() {
    Dataset image =
        Dataset.classification(new float[24], new int[] {3, 2, 2}, new int[] {0, 1}, CLASSES);
    assertThat(image.size()).isEqualTo(2);
    assertThat(image.features()).isEqualTo(12);
    assertThat(image.featureNames()).hasSize(12).startsWith("x1").endsWith("x12");
  }

  @Test
  void inputShape_changedByTheCaller_staysAsItWas() {
    int[] shape = {2};
    Dataset data = Dataset.classification(new float[2], shape, new int[] {0}, CLASSES);
    shape[0] = 1;
    data.inputShape()[0] = 1;
    assertThat(data.inputShape()).containsExactly(2);
  }

  @Test
  void rows_picked_comeInTheOrderAsked() {
    Dataset picked = pets().withFeatures(List.of("age", "weight")).rows(2, 1, 2);
    assertThat(picked.inputs()).containsExactly(5, 6, 3, 4, 5, 6);
    assertThat(picked.labels()).containsExactly(0, 1, 0);
    assertThat(picked.featureNames()).containsExactly("age", "weight");
  }

  @Test
  void rows_ofARegression_keepAllTheirTargets() {
    Dataset picked = weather().rows(1);
    assertThat(picked.inputs()).containsExactly(2);
    assertThat(picked.values()).containsExactly(20, 21);
  }

  @Test
  void rows_none_isEmpty() {
    assertThat(pets().rows().size()).isZero();
  }

  @Test
  void withInputs_others_keepClassesAndNames() {
    Dataset scaled =
        pets().withFeatures(List.of("age", "weight")).withInputs(new float[] {0, 1, 0, 1, 0, 1});
    assertThat(scaled.inputs()).containsExactly(0, 1, 0, 1, 0, 1);
    assertThat(scaled.labels()).containsExactly(0, 1, 0);
    assertThat(scaled.featureNames()).containsExactly("age", "weight");
  }

  @Test
  void withInputs_wrongLength_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pets().withInputs(new float[5]))
        .withMessage("inputs: 5 numbers, expected 6");
  }

  @Test
  void withFeatures_wrongCount_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pets().withFeatures(List.of("age")))
        .withMessage("features: 1 names, expected 2");
  }

  @Test
  void classification_labelBeyondTheClasses_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Dataset.classification(new float[2], new int[] {1}, new int[] {0, 2}, CLASSES))
        .withMessage("labels[1] = 2: expected 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Dataset.classification(new float[1], new int[] {1}, new int[] {-1}, CLASSES))
        .withMessage("labels[0] = -1: expected 0 to 1");
  }

  @Test
  void classification_labelsMissing_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Dataset.classification(new float[2], new int[] {1}, new int[] {0}, CLASSES))
        .withMessage("labels: 1, expected 2");
  }

  @Test
  void classification_halfARow_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Dataset.classification(new float[3], new int[] {2}, new int[] {0}, CLASSES))
        .withMessage("inputs: 3 numbers, expected a multiple of 2");
  }

  @Test
  void classification_emptyShape_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Dataset.classification(new float[0], new int[] {4, 0}, new int[0], CLASSES))
        .withMessage("inputShape = [4, 0]: expected whole numbers of at least 1");
  }

  @Test
  void regression_valuesMissing_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Dataset.regression(
                    new float[2], new int[] {1}, new float[3], List.of("rain", "wind")))
        .withMessage("values: 3, expected 2 x 2");
  }
}
