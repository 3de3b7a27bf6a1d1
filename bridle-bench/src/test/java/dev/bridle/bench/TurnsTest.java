package dev.bridle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TurnsTest {
  @Test
  void pass_letsTheTwoWorkAlternately_theFirstFirst() {
    Turns turns = new Turns();
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    Workers.inParallel(2, (who, barrier) -> work(who, 3, turns, order));
    assertThat(order).containsExactly(0, 1, 0, 1, 0, 1);
  }

  @Test
  void leave_letsTheOtherGoOnAlone() {
    Turns turns = new Turns();
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    Workers.inParallel(2, (who, barrier) -> work(who, who == 0 ? 1 : 4, turns, order));
    assertThat(order).containsExactly(0, 1, 1, 1, 1);
  }

  private static int work(int who, int times, Turns turns, List<Integer> order) {
    turns.await(who);
    for (int i = 0; i < times; i++) {
      if (i > 0) {
        turns.pass(who);
      }
      order.add(who);
    }
    turns.leave(who);
    return times;
  }
}
