package dev.bridle.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class WorkersTest {
  @Test
  void inParallel_givesResultsByWorker() {
    assertThat(Workers.inParallel(3, (worker, barrier) -> 10 * worker)).containsExactly(0, 10, 20);
  }

  @Test
  void barrier_nobodyPassesBeforeAllHaveCome() {
    AtomicInteger come = new AtomicInteger();
    var seen =
        Workers.inParallel(
            3,
            (worker, barrier) -> {
              come.incrementAndGet();
              barrier.await();
              return come.get();
            });
    assertThat(seen).containsExactly(3, 3, 3);
  }

  @Test
  void inParallel_oneFails_itsFailureIsThrownAndNobodyWaits() {
    for (int failing = 0; failing < 2; failing++) {
      int which = failing;
      assertThatThrownBy(
              () -> Workers.inParallel(2, (worker, barrier) -> meet(worker == which, barrier)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("diverged");
    }
  }

  private static int meet(boolean fails, Workers.Barrier barrier) {
    if (fails) {
      throw new IllegalStateException("diverged");
    }
    barrier.await();
    return 1;
  }
}
