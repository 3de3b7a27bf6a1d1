package dev.bridle.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.MaskBuffer;
import dev.bridle.tensor.NativeLibrary;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.InScope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights that are changed for a pass, in a whole training. */
@ExtendWith(InScope.class)
final class PerturbedWeightsTest {
  private static final int STEPS = 6;

  /** The gradient by the masked weights, times the mask, and a velocity that is not masked. */
  @ParameterizedTest
  @ValueSource(strings = {"sgd", "momentum", "adam"})
  void dropConnect_isTheReference(String rule) {
    NativeLibrary.useOneThread();
    try (GivenCrew given = new GivenCrew("none", "drop-connect(0.4)", rule + "(0.05)", STEPS);
        Arena arena = new Arena()) {
      MaskBuffer buffer = new MaskBuffer(arena, Precision.FLOAT64, 1, 6);
      ReferenceStep reference = new ReferenceStep(rule, 0.05);
      List<Tensor> weights = given.weights();
      for (int t = 0; t < STEPS; t++) {
        buffer.draw(
            given.member().replicate().key().at("dense1.kernel/drop-connect").at(t).stream());
        buffer.mask(0, 0.4);
        Tensor mask = buffer.tensor().view(1, 2, 3).clone();
        Function<List<Tensor>, Tensor> loss =
            w ->
                GivenCrew.error(
                    GivenCrew.dense(given.inputs(), w.get(0).mul(mask.clone()), w.get(1)),
                    given.targets());
        weights = reference.update(weights, ReferenceStep.gradients(loss, weights));
        given.step();
        SharpnessTrainingTest.assertSame(given.weights(), weights, rule + " step " + t);
      }
    }
  }

  /** Two changes of one weight: noise, then a mask of what is noisy, which is put back at once. */
  @ParameterizedTest
  @ValueSource(strings = {"sgd", "momentum"})
  void dropConnectOfNoisyWeights_isTheReference(String rule) {
    try (GivenCrew given =
            new GivenCrew("none", "weight-noise(0.3) + drop-connect(0.4)", rule + "(0.05)", STEPS);
        Arena arena = new Arena()) {
      MaskBuffer masks = new MaskBuffer(arena, Precision.FLOAT64, 1, 6);
      MaskBuffer noises = new MaskBuffer(arena, Precision.FLOAT64, 1, 6);
      ReferenceStep reference = new ReferenceStep(rule, 0.05);
      List<Tensor> weights = given.weights();
      Key key = given.member().replicate().key();
      for (int t = 0; t < STEPS; t++) {
        masks.draw(key.at("dense1.kernel/drop-connect").at(t).stream());
        masks.mask(0, 0.4);
        noises.normals(key.at("dense1.kernel/weight-noise").at(t).stream(), List.of(0));
        Tensor mask = masks.tensor().view(1, 2, 3).clone();
        Tensor noise = noises.tensor().view(1, 2, 3).mul(Tensors.factor(0.3, mask));
        Function<List<Tensor>, Tensor> loss =
            w ->
                GivenCrew.error(
                    GivenCrew.dense(
                        given.inputs(), w.get(0).add(noise.clone()).mul(mask.clone()), w.get(1)),
                    given.targets());
        weights = reference.update(weights, ReferenceStep.gradients(loss, weights));
        given.step();
        SharpnessTrainingTest.assertSame(given.weights(), weights, rule + " step " + t);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop-connect(0.5)@all",
        "weight-noise(0.5)@all",
        "drop-connect(0.5) + weight-noise(1)@all + sharpness(0.3)"
      })
  void evaluation_betweenUpdates_seesTheWeightsThemselves(String recipe) {
    try (GivenCrew given = new GivenCrew("none", recipe, "momentum(0.05)", STEPS)) {
      for (int t = 0; t < STEPS; t++) {
        given.step();
        List<Tensor> w = given.weights();
        Tensor expected = GivenCrew.dense(given.inputs(), w.get(0), w.get(1));
        assertThat(given.evaluated()).containsExactly(Tensors.toDoubles(expected), within(1e-12));
      }
    }
  }

  /** Biases are left alone where nothing else is written: their gradient is that of the mask. */
  @Test
  void biases_areLeftAlone_unlessThePlaceSaysSo() {
    List<double[]> biases = new ArrayList<>();
    for (String place : List.of("weights", "all")) {
      String recipe = "weight-noise(0.5)@" + place;
      try (GivenCrew given = new GivenCrew("none", recipe, "sgd(0.05)", STEPS)) {
        given.step();
        biases.add(given.values("dense1.bias"));
      }
    }
    assertThat(biases.get(0)).isNotEqualTo(biases.get(1));
  }
}
