package dev.bridle.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.testing.Natives;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ArenaTest {
  private long before;

  @BeforeEach
  void loadOnce() {
    try (Arena arena = new Arena()) {
      arena.zeros(Precision.FLOAT64, 1).fill_(Tensors.constant(7));
    }
    before = Natives.count();
  }

  @Test
  void zeros_areZeros_untilTheArenaCloses() {
    Tensor zeros;
    try (Arena arena = new Arena()) {
      zeros = arena.zeros(Precision.FLOAT32, 2, 3);
      assertThat(Tensors.shape(zeros)).containsExactly(2, 3);
      assertThat(Tensors.toDoubles(zeros)).containsExactly(0, 0, 0, 0, 0, 0);
    }
    assertThat(zeros.isNull()).isTrue();
    Natives.assertNoMoreThan(before);
  }

  @Test
  void keep_outlivesTheScopeItWasMadeIn() {
    try (Arena arena = new Arena()) {
      Tensor kept;
      try (Scope scope = Scope.open()) {
        kept = arena.keep(Tensors.of(Precision.FLOAT64, new double[] {1, 2}, 2).square());
      }
      assertThat(Tensors.toDoubles(kept)).containsExactly(1, 4);
    }
    Natives.assertNoMoreThan(before);
  }

  @Test
  void keep_viewOfWhatIsKept_sharesItsMemory() {
    try (Arena arena = new Arena()) {
      Tensor rows = arena.zeros(Precision.FLOAT64, 2, 3);
      Tensor view = arena.keep(rows.narrow(1, 1, 2));
      view.fill_(Tensors.constant(7));
      assertThat(Tensors.toDoubles(rows)).containsExactly(0, 7, 7, 0, 7, 7);
    }
    Natives.assertNoMoreThan(before);
  }

  @Test
  void closedInsideAScope_whichClosesLater_isFreedOnce() {
    try (Scope scope = Scope.open()) {
      try (Arena arena = new Arena()) {
        arena.keep(Tensors.of(Precision.FLOAT64, new double[] {1, 2}, 2));
        arena.zeros(Precision.FLOAT64, 4);
      }
    }
    Natives.assertNoMoreThan(before);
  }

  @Test
  void close_twice_isAsOnce() {
    Arena arena = new Arena();
    arena.zeros(Precision.FLOAT64, 4);
    arena.close();
    arena.close();
    Natives.assertNoMoreThan(before);
  }

  @Test
  void zeros_madeInsideAScope_areOrdinaryTensors() {
    try (Arena arena = new Arena();
        Scope scope = Scope.open()) {
      Tensor inside = Tensors.of(Precision.FLOAT64, new double[] {1, 2}, 2);
      assertThat(inside.is_inference()).isTrue();
      assertThat(arena.zeros(Precision.FLOAT64, 2).is_inference()).isFalse();
    }
  }
}
