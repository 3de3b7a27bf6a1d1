package dev.bridle.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LimitsTest {
  private static final Limits LIMITS = new Limits(2, 100e9, 10e9);

  @Test
  void perSecond_isTheSumOfWhatWorkersDo() {
    assertThat(Limits.perSecond(6, List.of(2.0, 3.0))).isEqualTo(3 + 2);
  }

  @Test
  void flopMicroseconds_ofTiny_isItsOperationsOverTheSpeed() {
    assertThat(LIMITS.flopMicroseconds(Workload.named("tiny"))).isEqualTo(1_433_600 / 100e9 * 1e6);
  }

  @Test
  void trafficMicroseconds_ofTiny_isItsBytesOverTheBandwidth() {
    assertThat(LIMITS.trafficMicroseconds(Workload.named("tiny"))).isEqualTo(358_800 / 10e9 * 1e6);
  }

  @Test
  void toString_saysHowManyWorkers() {
    assertThat(LIMITS).hasToString("2 workers: 100 GFLOP/s, 10.0 GB/s");
    assertThat(new Limits(1, 50e9, 5e9)).hasToString("1 worker: 50 GFLOP/s, 5.0 GB/s");
  }

  @Test
  void machine_otherWorkers_isRefused() {
    Machine machine = new Machine("cpu", 2, "17", List.of(LIMITS));
    assertThat(machine.limits(2)).isSameAs(LIMITS);
    assertThatThrownBy(() -> machine.limits(3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("workers = 3: expected one of those measured");
  }
}
