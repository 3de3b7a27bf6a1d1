package dev.bridle.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.testing.Natives;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ScopeTest {
  private long before;

  @BeforeEach
  void loadOnce() {
    try (Scope scope = Scope.open()) {
      Tensors.toDoubles(numbers().square());
    }
    before = Natives.count();
  }

  @Test
  void close_freesAllThatWasMadeInside() {
    Tensor inside;
    try (Scope scope = Scope.open()) {
      inside = numbers().square().add_(numbers());
    }
    Natives.assertNoMoreThan(before);
    assertThat(inside.isNull()).isTrue();
  }

  @Test
  void close_afterAnError_freesToo() {
    try (Scope scope = Scope.open()) {
      numbers().add(Tensors.of(Precision.FLOAT64, new double[2], 2)); // 3 and 2 do not go together
    } catch (RuntimeException expected) {
      assertThat(expected).hasMessageContaining("size");
    }
    Natives.assertNoMoreThan(before);
  }

  @Test
  void nested_innerCloses_outerStays() {
    try (Scope outer = Scope.open()) {
      Tensor kept = numbers();
      try (Scope inner = Scope.open()) {
        numbers().square();
      }
      assertThat(Tensors.toDoubles(kept)).containsExactly(1, 2, 3);
    }
    Natives.assertNoMoreThan(before);
  }

  @Test
  void keep_goesToTheEnclosingScope_andDiesWithIt() {
    try (Scope outer = Scope.open()) {
      Tensor kept = squares();
      assertThat(Tensors.toDoubles(kept)).containsExactly(1, 4, 9);
    }
    Natives.assertNoMoreThan(before);
  }

  @Test
  void keep_throughThreeScopes_dies_withTheOutermost() {
    try (Scope outer = Scope.open()) {
      Tensor kept;
      try (Scope middle = Scope.open()) {
        kept = middle.keep(squares());
      }
      assertThat(Tensors.toDoubles(kept)).containsExactly(1, 4, 9);
    }
    Natives.assertNoMoreThan(before);
  }

  @Test
  void keep_resultOfAnOperatorInPlace_isTheTensorItself() {
    try (Scope outer = Scope.open()) {
      Tensor kept;
      try (Scope inner = Scope.open()) {
        kept = inner.keep(numbers().mul_(numbers()));
      }
      assertThat(Tensors.toDoubles(kept)).containsExactly(1, 4, 9);
    }
    Natives.assertNoMoreThan(before);
  }

  @Test
  void keep_outsideAnyScope_isTheTakersToClose() {
    Tensor kept = squares();
    assertThat(Tensors.toDoubles(kept)).containsExactly(1, 4, 9);
    kept.close();
    Natives.assertNoMoreThan(before);
  }

  @Test
  void open_recordsNoGradients() {
    try (Scope scope = Scope.open()) {
      assertThat(numbers().square().requires_grad()).isFalse();
      assertThat(numbers().is_inference()).isTrue();
    }
  }

  @Test
  void recording_recordsThem_alsoInsideAnOpenOne() {
    try (Scope outer = Scope.open()) {
      try (Scope inner = Scope.recording()) {
        Tensor leaf = numbers().requires_grad_(true);
        leaf.square().sum().backward();
        assertThat(Tensors.toDoubles(leaf.grad())).containsExactly(2, 4, 6);
      }
      assertThat(numbers().is_inference()).isTrue();
    }
    Natives.assertNoMoreThan(before);
  }

  @Test
  void otherThread_hasScopesOfItsOwn() throws InterruptedException {
    try (Scope outer = Scope.open()) {
      Tensor mine = numbers();
      Thread other =
          new Thread(
              () -> {
                try (Scope scope = Scope.open()) {
                  squares();
                }
              });
      other.start();
      other.join();
      assertThat(Tensors.toDoubles(mine)).containsExactly(1, 2, 3);
    }
    Natives.assertNoMoreThan(before);
  }

  private static Tensor squares() {
    try (Scope scope = Scope.open()) {
      return scope.keep(numbers().square());
    }
  }

  private static Tensor numbers() {
    return Tensors.of(Precision.FLOAT64, new double[] {1, 2, 3}, 3);
  }
}
