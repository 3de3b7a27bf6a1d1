package dev.bridle.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ValueTest {
  @Test
  void toString_isWhatIsWritten() {
    assertThat(Value.Single.of(1e-4)).hasToString("1e-4");
    assertThat(new Value.Single(3, "x-init")).hasToString("3x-init");
    assertThat(new Value.Single(0.1, "rms")).hasToString("rms(0.1)");
    assertThat(new Value.Swept(1e-6, 1e-3, 5)).hasToString("1e-6..0.001");
    assertThat(new Value.Swept(1e-6, 1e-3, 9)).hasToString("1e-6..0.001/9");
    assertThat(new Value.Listed(List.of(Value.Single.of(1), Value.Single.of(2))))
        .hasToString("[1, 2]");
    assertThat(new Value.Word("joint")).hasToString("joint");
    assertThat(new Value.Scheduled(0, 0.5, 10)).hasToString("0->0.5 over 10");
  }

  /** From 0 to 0.5 over 10 epochs: a tenth of the way each, and 0.5 from the eleventh on. */
  @Test
  void scheduled_leadsEvenlyFromOneToTheOther_andStaysThere() {
    Value.Scheduled up = new Value.Scheduled(0, 0.5, 10);
    assertThat(up.at(0)).isZero();
    assertThat(up.at(1)).isEqualTo(0.05);
    assertThat(up.at(5)).isEqualTo(0.25);
    assertThat(up.at(10)).isEqualTo(0.5);
    assertThat(up.at(1000)).isEqualTo(0.5);
    assertThat(new Value.Scheduled(4, 1, 3).at(1)).isEqualTo(3);
    assertThat(new Value.Scheduled(0.3, 0.3, 7).at(4)).isEqualTo(0.3);
  }

  @Test
  void scheduled_wrongEpochs_isRefused() {
    assertThatThrownBy(() -> new Value.Scheduled(0, 1, 0))
        .hasMessage("schedule 0->1 over 0: expected 1 to 1000000 epochs");
  }

  @Test
  void number_negativeZero_equalsZero() {
    assertThat(Value.Single.of(-0.0)).isEqualTo(Value.Single.of(0.0));
  }

  @Test
  void listed_fewerThanTwo_isRefused() {
    assertThatThrownBy(() -> new Value.Listed(List.of(Value.Single.of(1))))
        .hasMessage("list = [1]: expected at least two numbers");
  }

  @Test
  void swept_wrongEndsOrCount_isRefused() {
    assertThatThrownBy(() -> new Value.Swept(2, 1, 5))
        .hasMessage("range 2..1: expected the smaller number first");
    assertThatThrownBy(() -> new Value.Swept(1, 1, 5))
        .hasMessage("range 1..1: expected the smaller number first");
    assertThatThrownBy(() -> new Value.Swept(1, Double.POSITIVE_INFINITY, 5))
        .hasMessage("range 1..inf: expected two finite ends");
    assertThatThrownBy(() -> new Value.Swept(1, 2, 1))
        .hasMessage("range 1..2/1: expected 2 to 1000 values");
    assertThatThrownBy(() -> new Value.Swept(1, 2, 1001))
        .hasMessage("range 1..2/1001: expected 2 to 1000 values");
  }
}
