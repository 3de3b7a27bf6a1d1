package dev.bridle.data.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.data.Dataset;
import dev.bridle.data.Generator;
import dev.bridle.data.Task;
import dev.bridle.tensor.Key;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TemperatureTest implements GeneratorLaws {
  private static final int ROWS = 10_000;
  private static final int COLD = 0;
  private static final int HOT = 1;

  private static final Dataset DATA = new Temperature().draw(ROWS, Key.of(1));

  @Override
  public Generator generator() {
    return new Temperature();
  }

  @Override
  public long expectedFingerprint() {
    return 0xC82E86FB48441604L;
  }

  @Test
  void draw_input_isCelsiusFromZeroToSixty() {
    Sample celsius = Sample.input(DATA, 0);
    assertThat(DATA.featureNames()).containsExactly("celsius");
    assertThat(DATA.task()).isEqualTo(new Task.Classification(List.of("cold", "hot")));
    assertThat(celsius.min()).isBetween(0.0, 0.1);
    assertThat(celsius.max()).isBetween(59.9, 60.0);
    assertThat(celsius.mean()).isCloseTo(30, within(0.7));
  }

  @Test
  void draw_hottestColdRow_isJustBelow33() {
    assertThat(Sample.input(DATA, 0, COLD).max()).isBetween(32.0, 33.0);
  }

  @Test
  void draw_coldestHotRow_isJustAbove27() {
    assertThat(Sample.input(DATA, 0, HOT).min()).isBetween(27.0, 28.0);
  }

  /** Between 27 and 33 a quarter of a tenth of the rows is on the wrong side: 2.5 %, se 0.16. */
  @Test
  void draw_wrongSideOfTheBoundary_isOneRowInForty() {
    int wrong = 0;
    for (int row = 0; row < ROWS; row++) {
      boolean hot = DATA.labels()[row] == HOT;
      wrong += hot == DATA.inputs()[row] > Temperature.BOUNDARY ? 0 : 1;
    }
    assertThat((double) wrong / ROWS).isCloseTo(0.025, within(0.006));
  }
}
