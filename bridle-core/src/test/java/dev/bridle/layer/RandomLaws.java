package dev.bridle.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.layer.LayerRig.Form;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Draw;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

/**
 * What everything random keeps to that acts on activations: live in training only, unbiased, and a
 * function of replicate, place and step alone. Its one strength is absent at 0.
 */
public interface RandomLaws extends WovenLaws {
  /** The name of the strength. */
  String strength();

  /** A constant input whose expectation stays as it is: any, unless the regularizer says more. */
  default double level() {
    return 2;
  }

  /** Strengths of 0.5, 0.1 and so on, some of them equal. */
  @Override
  default Map<String, PerMember> strengths(int members) {
    double[] values = new double[members];
    for (int k = 0; k < members; k++) {
      values[k] = k % 3 == 0 ? 0.5 : 0.1 * (k % 7 + 1);
    }
    return with(PerMember.of(values));
  }

  /** Numbers it takes besides, by name, the same for all members. */
  default Map<String, Double> others() {
    return Map.of();
  }

  private Map<String, PerMember> with(PerMember strengths) {
    Map<String, PerMember> numbers = new HashMap<>(Map.of(strength(), strengths));
    others().forEach((name, value) -> numbers.put(name, PerMember.same(value, strengths.size())));
    return numbers;
  }

  @Test
  default void node_isThereInTrainingOnly() {
    assertThat(node(5).trainingOnly()).isTrue();
    assertThat(node(5).weights()).isEmpty();
    assertThat(node(5).statistics()).isEmpty();
  }

  @Test
  default void evaluation_isTheIdentity_toTheBit() {
    try (LayerRig rig = LayerRig.drawn(Form.of(node(13), strengths(3), 3, 7), Precision.FLOAT32)) {
      Tensor input = Draw.of(4).tensor(Precision.FLOAT32, 3, 11, 13);
      Bits.assertSame(rig.forward(input, Pass.EVALUATION), input, "outputs");
    }
  }

  @Test
  default void strength0_changesNoBit_thereNorBack() {
    Map<String, PerMember> mixed = with(PerMember.of(0.4, 0, 0.4));
    for (Precision precision : Precision.values()) {
      for (int[] size : SIZES) {
        Form form = Form.of(node(size[1]), mixed, 3, size[0]);
        try (LayerRig rig = LayerRig.drawn(form, precision)) {
          Tensor input = Draw.of(4).tensor(precision, 3, size[0], size[1]);
          Tensor output = rig.forward(input, Pass.training(3));
          Bits.assertSame(Bits.member(output, 1), Bits.member(input, 1), "forward");
          Bits.assertSame(Bits.member(rig.backward(input), 1), Bits.member(input, 1), "backward");
        }
      }
    }
  }

  /** At the input, members of one replicate look at one batch; no one writes into it. */
  @Test
  default void sharedInput_isACopyForEachMember_toTheBit() {
    for (int[] size : SIZES) {
      Form form = Form.of(node(size[1]), strengths(5), 5, size[0]);
      try (LayerRig rig = LayerRig.drawn(form, Precision.FLOAT32)) {
        Tensor batch = Draw.of(4).tensor(Precision.FLOAT32, 1, size[0], size[1]);
        Tensor before = batch.clone();
        Tensor output = rig.forwardOf(batch.expand(5, -1, -1), Pass.training(1));
        Bits.assertSame(batch, before, "input");
        for (int k = 0; k < 5; k++) {
          try (LayerRig alone = rig.alone(k)) {
            Tensor own = alone.forwardOf(batch, Pass.training(1));
            Bits.assertSame(Bits.member(output, k), own, "member " + k);
          }
        }
      }
    }
  }

  /** Within five standard errors, for each member. */
  @Test
  default void training_leavesTheExpectationAsItIs() {
    int n = 100 * 300;
    try (LayerRig rig =
        LayerRig.drawn(Form.of(node(300), strengths(4), 4, 100), Precision.FLOAT32)) {
      Tensor level = Tensors.empty(Precision.FLOAT32, 4, 100, 300);
      level.fill_(Tensors.constant(level()));
      Tensor output = rig.forward(level, Pass.training(11));
      for (int k = 0; k < 4; k++) {
        double[] y = Tensors.toDoubles(Bits.member(output, k));
        double mean = Arrays.stream(y).average().orElseThrow();
        double variance = Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum() / (n - 1);
        assertThat(variance).isPositive();
        assertThat(Math.abs(mean - level())).isLessThan(5 * Math.sqrt(variance / n));
      }
    }
  }

  @Test
  default void sameStep_isTheSame_whateverWasDrawnBefore() {
    try (LayerRig used = rig(node(13), keys(1));
        LayerRig fresh = rig(node(13), keys(1))) {
      Tensor input = ones(1);
      used.forward(input, Pass.training(1));
      used.forward(input, Pass.training(2));
      Bits.assertSame(
          used.forward(input, Pass.training(5)), fresh.forward(input, Pass.training(5)), "step 5");
    }
  }

  /** Predictions under masks, as Monte-Carlo dropout makes them. */
  @Test
  default void samplingPass_isAsATrainingPass_toTheBit() {
    try (LayerRig rig = LayerRig.drawn(Form.of(node(13), strengths(3), 3, 7), Precision.FLOAT32)) {
      Tensor input = Draw.of(4).tensor(Precision.FLOAT32, 3, 7, 13);
      Tensor sampled = rig.forward(input, Pass.sampling(5)).clone();
      Bits.assertSame(sampled, rig.forward(input, Pass.training(5)), "outputs");
    }
  }

  @Test
  default void otherStep_isAnother() {
    try (LayerRig rig = rig(node(13), keys(1))) {
      assertDiffer(rig.forward(ones(1), Pass.training(1)), rig.forward(ones(1), Pass.training(2)));
    }
  }

  @Test
  default void otherPlace_isAnother() {
    try (LayerRig here = rig(woven().node("dense1/x", 13, 0), keys(1));
        LayerRig there = rig(woven().node("dense2/x", 13, 0), keys(1))) {
      assertDiffer(
          here.forward(ones(1), Pass.training(1)), there.forward(ones(1), Pass.training(1)));
    }
  }

  @Test
  default void otherReplicate_isAnother() {
    try (LayerRig rig = rig(node(13), List.of(Key.of(1), Key.of(2)))) {
      Tensor output = rig.forward(ones(2), Pass.training(1));
      assertDiffer(Bits.member(output, 0), Bits.member(output, 1));
    }
  }

  @Test
  default void membersOfOneReplicate_seeTheSame() {
    try (LayerRig rig = rig(node(13), List.of(Key.of(1), Key.of(2), Key.of(1)))) {
      Tensor output = rig.forward(ones(3), Pass.training(1));
      Bits.assertSame(Bits.member(output, 0), Bits.member(output, 2), "first and last");
    }
  }

  @Test
  default void rowsOfABatch_seeDifferentNoise() {
    try (LayerRig rig = rig(node(13), keys(1))) {
      Tensor output = rig.forward(ones(1), Pass.training(1));
      assertDiffer(output.narrow(1, 0, 1), output.narrow(1, 1, 1));
    }
  }

  private LayerRig rig(Node node, List<Key> keys) {
    Map<String, PerMember> halves = with(PerMember.same(0.5, keys.size()));
    return LayerRig.drawn(new Form(node, halves, keys, 7, 0), Precision.FLOAT32);
  }

  private static List<Key> keys(int members) {
    return Collections.nCopies(members, Key.of(1));
  }

  private static Tensor ones(int members) {
    double[] ones = new double[members * 7 * 13];
    Arrays.fill(ones, 1);
    return Tensors.of(Precision.FLOAT32, ones, members, 7, 13);
  }

  private static void assertDiffer(Tensor first, Tensor second) {
    assertThat(Tensors.toDoubles(first)).isNotEqualTo(Tensors.toDoubles(second));
  }
}
