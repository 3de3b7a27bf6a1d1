package dev.bridle.normalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.layer.LayerRig;
import dev.bridle.layer.LayerRig.Form;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Woven;
import dev.bridle.layer.WovenLaws;
import dev.bridle.population.Role;
import dev.bridle.population.StatisticSpec;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Family;
import dev.bridle.testing.Given;
import dev.bridle.testing.Packed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

final class BatchNormTest implements WovenLaws {
  private static final Map<String, PerMember> PLAIN =
      Map.of("momentum", PerMember.of(0.25), "epsilon", PerMember.of(1));

  @Override
  public Woven woven() {
    return new BatchNorm(Woven.Position.BEFORE_ACTIVATION);
  }

  @Override
  public Map<String, PerMember> strengths(int members) {
    Map<String, PerMember> numbers = new LinkedHashMap<>();
    numbers.putAll(Family.around(0.01, List.of("momentum"), members));
    numbers.putAll(Family.around(1e-3, List.of("epsilon"), members));
    return numbers;
  }

  @Override
  public Tensor reference(List<Tensor> weights, Tensor input) {
    PerMember epsilon = strengths((int) input.size(0)).get("epsilon");
    Tensor mean = Tensors.sum(input, true, 1).div(Tensors.constant(input.size(1)));
    Tensor centered = input.sub(mean);
    Tensor variance = Tensors.sum(centered.square(), true, 1).div(Tensors.constant(input.size(1)));
    Tensor root = variance.add(epsilon.tensor(Precision.FLOAT64, 3)).sqrt();
    return centered.div(root).mul(weights.get(0).unsqueeze(1)).add(weights.get(1).unsqueeze(1));
  }

  /** One unit, epsilon 1: mean 3, variance 8 of (-1, 3, 3, 7); 8 + 1 is 3 squared. */
  @Test
  void training_standardisesOverTheBatch_thenRescales() {
    try (LayerRig rig = small(4, 2, 10)) {
      Tensor output = rig.forward(batch(), Pass.training(0));
      assertThat(Tensors.toDoubles(output))
          .containsExactly(new double[] {10 - 8.0 / 3, 10, 10, 10 + 8.0 / 3}, within(1e-14));
    }
  }

  /** Mean 0 + (3 - 0) / 4; variance 1 + (8 * 4/3 - 1) / 4, unbiased. */
  @Test
  void training_movesTheRunningStatistics() {
    try (LayerRig rig = small(4, 2, 10)) {
      rig.forward(batch(), Pass.training(0));
      assertThat(statistic(rig, "mean")).isEqualTo(0.75);
      assertThat(statistic(rig, "variance")).isCloseTo(0.75 + 8.0 / 3, within(1e-15));
    }
  }

  /** Running mean 0 and variance 1 at the start: divided by the root of 1 + 1. */
  @Test
  void evaluation_usesTheRunningStatistics() {
    try (LayerRig rig = small(4, 2, 10)) {
      Tensor output = rig.forward(Given.tensor(new long[] {1, 1, 1}, 3), Pass.EVALUATION);
      assertThat(Tensors.toDoubles(output)[0]).isCloseTo(10 + 6 / Math.sqrt(2), within(1e-14));
    }
  }

  @Test
  void training_manyBatches_runningStatisticsReachThoseOfTheData() {
    Map<String, PerMember> numbers =
        Map.of("momentum", PerMember.of(0.02), "epsilon", PerMember.of(1e-5));
    try (LayerRig rig = LayerRig.drawn(Form.of(node(1), numbers, 1, 50), Precision.FLOAT64)) {
      Draw draw = Draw.of(3);
      for (int step = 0; step < 400; step++) {
        Tensor batch = draw.tensor(Precision.FLOAT64, 1, 50, 1);
        rig.forward(
            batch.mul(Tensors.constant(3)).add(Tensors.constant(5), Tensors.constant(1)),
            Pass.training(step));
      }
      assertThat(statistic(rig, "mean")).isCloseTo(5, within(0.25)); // 3 / sqrt(50) a batch
      assertThat(statistic(rig, "variance")).isCloseTo(9, within(0.8)); // unbiased also for B = 50
    }
  }

  @Test
  void training_oneRow_isTheShift_andStaysFinite() {
    try (LayerRig rig = small(1, 2, 10)) {
      Tensor output = rig.forward(Given.tensor(new long[] {1, 1, 1}, 5), Pass.training(0));
      assertThat(Tensors.toDoubles(output)).containsExactly(10);
      assertThat(statistic(rig, "variance")).isEqualTo(0.75); // 1 + (0 - 1) / 4
    }
  }

  @Test
  void node_declaresScaleShiftAndStatistics() {
    assertThat(node(3).weights())
        .extracting(w -> w.role() + " " + w.size())
        .containsExactly("scale 3", "shift 3");
    assertThat(node(3).weights()).noneMatch(w -> w.role() == Role.KERNEL);
    assertThat(node(3).statistics())
        .containsExactly(
            new StatisticSpec("dense1/under-test.running-mean", 3, 0),
            new StatisticSpec("dense1/under-test.running-variance", 3, 1));
    assertThat(node(3).trainingOnly()).isFalse();
  }

  @Test
  void of_readsThePosition() {
    assertThat(BatchNorm.of(Given.settings("batch-norm")).position())
        .isEqualTo(Woven.Position.BEFORE_ACTIVATION);
    assertThat(BatchNorm.of(Given.settings("batch-norm(position=after-activation)")).position())
        .isEqualTo(Woven.Position.AFTER_ACTIVATION);
  }

  private static Tensor batch() {
    return Given.tensor(new long[] {1, 4, 1}, -1, 3, 3, 7);
  }

  /** One unit with a scale and a shift. */
  private LayerRig small(int batch, double scale, double shift) {
    LayerRig rig = LayerRig.drawn(Form.of(node(1), PLAIN, 1, batch), Precision.FLOAT64);
    Packed.set(rig.population(), 0, scale, shift);
    return rig;
  }

  private static double statistic(LayerRig rig, String which) {
    String name = "dense1/under-test.running-" + which;
    return Tensors.toDoubles(rig.population().statistic(name))[0];
  }
}
