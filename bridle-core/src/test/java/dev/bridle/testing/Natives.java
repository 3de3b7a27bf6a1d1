package dev.bridle.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.Pointer;

/**
 * The number of native objects that are alive. Bounds are from above only: the collector may free
 * what another test has left to it at any moment.
 */
public final class Natives {
  private static final int RUNS = 200;

  private Natives() {}

  /** How many there are. */
  public static long count() {
    return Pointer.totalCount();
  }

  /** Fails if there are more than there were. */
  public static void assertNoMoreThan(long before) {
    assertThat(Pointer.totalCount()).as("native objects").isLessThanOrEqualTo(before);
  }

  /** Does something 200 times, after twice for what is made once, and fails if objects add up. */
  public static void assertFlat(Runnable action) {
    action.run();
    action.run();
    long before = count();
    for (int i = 0; i < RUNS; i++) {
      action.run();
    }
    assertNoMoreThan(before);
  }
}
