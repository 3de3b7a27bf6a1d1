package dev.bridle.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SpreadTest {
  @Test
  void range_oddCount_isTheMiddleOneAndTheEnds() {
    assertThat(Spread.range(3, 1, 10)).isEqualTo(new Spread(3, 1, 10));
  }

  @Test
  void range_evenCount_isHalfwayBetweenTheMiddleTwo() {
    assertThat(Spread.range(4, 1, 2, 8)).isEqualTo(new Spread(3, 1, 8));
  }

  @Test
  void range_givenArray_staysAsItIs() {
    double[] values = {2, 1};
    assertThat(Spread.range(values).low()).isEqualTo(1);
    assertThat(values).containsExactly(2, 1);
  }

  @Test
  void quartiles_fiveValues_areTheSecondAndTheFourth() {
    assertThat(Spread.quartiles(5, 4, 3, 2, 100)).isEqualTo(new Spread(4, 3, 5));
  }

  @Test
  void quartiles_betweenValues_areInProportion() {
    assertThat(Spread.quartiles(0, 4)).isEqualTo(new Spread(2, 1, 3));
  }

  @Test
  void overRuns_isTheMedianOfMediansBetweenAllExtremes() {
    List<Spread> runs = List.of(new Spread(5, 4, 9), new Spread(7, 3, 8), new Spread(6, 5, 7));
    assertThat(Spread.overRuns(runs)).isEqualTo(new Spread(6, 3, 9));
  }

  @Test
  void range_ofNothing_isRefused() {
    assertThatThrownBy(() -> Spread.range())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("values = []: expected at least one measurement");
  }
}
