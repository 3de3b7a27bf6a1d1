package dev.bridle.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class WorkloadTest {
  private static final Workload TINY = Workload.named("tiny");

  @Test
  void parameters_ofTiny_areThreeKernelsAndTheirBiases() {
    assertThat(TINY.parameters()).isEqualTo(64 * 64 + 64 * 64 + 64 * 10 + 64 + 64 + 10);
  }

  @Test
  void flops_ofTiny_leaveOutTheGradientOfTheInputs() {
    int forward = 4096 + 4096 + 640;
    int back = 4096 + 640; // by the inputs of the second and third layer
    assertThat(TINY.flops()).isEqualTo(2.0 * 32 * (forward + forward + back));
  }

  @Test
  void bytes_ofTiny_areTenTouchesOfFourBytesForEachParameter() {
    assertThat(TINY.bytes()).isEqualTo(40.0 * 8970);
  }

  /** Four gates of 32 units over 8 inputs and 32 states in 30 steps, and one output of them. */
  @Test
  void flops_ofLstm_countEachTimeStep() {
    double forward = 30 * 4 * 32 * 40;
    assertThat(Workload.named("lstm").flops()).isEqualTo(2.0 * 32 * (2 * forward + 3 * 32));
    assertThat(Workload.named("lstm").split().train().task().outputs()).isEqualTo(1);
  }

  @Test
  void split_isDrawnOnce_andHasTheRowsOfAnEpoch() {
    assertThat(TINY.split()).isSameAs(TINY.split());
    assertThat(TINY.split().train().size()).isEqualTo(Workload.ROWS);
    assertThat(TINY.split().train().features()).isEqualTo(64);
    assertThat(TINY.split().train().task().outputs()).isEqualTo(10);
  }

  @Test
  void all_epochsAreWholeBatches() {
    assertThat(Workload.ALL).allMatch(workload -> Workload.ROWS % workload.batch() == 0);
  }

  @Test
  void named_unknown_saysWhichThereAre() {
    assertThatThrownBy(() -> Workload.named("huge"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("size \"huge\": expected one of tiny, small, mid, large, cnn, lstm");
  }
}
