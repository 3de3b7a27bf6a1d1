package dev.bridle.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StepTimerTest {
  @Test
  void window_shorterThanAnEpoch_staysAsItIs() {
    assertThat(StepTimer.window(5, 16)).isEqualTo(5);
  }

  @Test
  void window_longerThanAnEpoch_isWholeEpochs() {
    assertThat(StepTimer.window(39, 16)).isEqualTo(32);
    assertThat(StepTimer.window(41, 16)).isEqualTo(48);
  }

  @Test
  void together_oneWorker_isTheStepOverItsMembers() {
    double[] micros = StepTimer.together(List.of(new double[] {8000, 4000}), 4);
    assertThat(micros).containsExactly(2, 1);
  }

  @Test
  void together_twoWorkers_addTheirSpeeds() {
    double[] quick = {2000}; // a step every 2 us, and one every 6 us: two steps in 3 us
    double[] slow = {6000};
    assertThat(StepTimer.together(List.of(quick, slow), 1)[0]).isCloseTo(1.5, within(1e-12));
  }

  @Test
  void microseconds_ofARealTraining_lieBetweenTheFastestAndTheSlowest() {
    Workload tiny = Workload.named("tiny");
    Subject subject = new Subject(tiny, "momentum(0.01)", Samples.whole(tiny, 2), 1);
    Spread micros = new StepTimer(subject, 2, 1e-3).microseconds();
    assertThat(micros.low()).isPositive();
    assertThat(micros.median()).isBetween(micros.low(), micros.high());
  }
}
