package dev.bridle.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TaskTest {

  @Test
  void outputs_areOneForEachClassOrTarget() {
    assertThat(new Task.Classification(List.of("a", "b", "c")).outputs()).isEqualTo(3);
    assertThat(new Task.Regression(List.of("y")).outputs()).isEqualTo(1);
  }

  @Test
  void classes_changedByTheCaller_stayAsTheyWere() {
    List<String> classes = new ArrayList<>(List.of("a", "b"));
    Task.Classification task = new Task.Classification(classes);
    classes.set(0, "z");
    assertThat(task.classes()).containsExactly("a", "b");
  }

  @Test
  void classification_oneClass_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Task.Classification(List.of("a")))
        .withMessage("classes = [a]: expected at least two different classes");
  }

  @Test
  void classification_nameTwice_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Task.Classification(List.of("a", "b", "a")))
        .withMessage("classes = [a, b, a]: expected different names");
  }

  @Test
  void regression_noTarget_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Task.Regression(List.of()))
        .withMessage("targets = []: expected at least one");
  }
}
