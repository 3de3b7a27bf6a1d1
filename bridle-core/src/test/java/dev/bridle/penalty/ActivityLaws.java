package dev.bridle.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.architecture.Activation;
import dev.bridle.layer.LayerMemberLaws;
import dev.bridle.layer.LayerRig;
import dev.bridle.layer.LayerRig.Form;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Woven;
import dev.bridle.population.Strengths;
import dev.bridle.tensor.Gradients;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Family;
import dev.bridle.testing.Given;
import dev.bridle.testing.InScope;
import dev.bridle.testing.Numerical;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every penalty on activations keeps to. */
@ExtendWith(InScope.class)
interface ActivityLaws {
  /** The penalty under test. */
  ActivityPenalty penalty();

  /** The name of its strength. */
  default String strength() {
    return "lambda";
  }

  /** Numbers it takes besides, by name, which are not doubled and have no absence of their own. */
  default Map<String, Double> shares() {
    return Map.of();
  }

  /** The activation behind which it stands. */
  default Activation activation() {
    return Activation.LINEAR;
  }

  /** Activations {@code [K, B, F]} of which none is at a kink. */
  default Tensor activations(Precision precision, long... shape) {
    return Draw.of(7).awayFromZero(precision, shape);
  }

  @Test
  default void value_isOneNumberForEachMember() {
    for (int[] size : LayerMemberLaws.SIZES) {
      Tensor a = activations(Precision.FLOAT32, 3, size[0], size[1]);
      Tensor value = penalty().value(a, strengths(Precision.FLOAT32, numbers(0.1, 3)), spot(a));
      assertThat(Tensors.shape(value)).containsExactly(3);
    }
  }

  @Test
  default void twiceTheStrength_isTwiceTheValueAndTheGradient_toTheBit() {
    Tensor a = activations(Precision.FLOAT64, 4, 7, 13);
    Strengths once = Given.strengths(numbers(0.1, 4));
    Strengths twice = Given.strengths(numbers(0.2, 4));
    Tensor two = Tensors.factor(2, a);
    Bits.assertSame(
        penalty().value(a, twice, spot(a)), penalty().value(a, once, spot(a)).mul(two), "value");
    Bits.assertSame(gradient(a, twice), gradient(a, once).mul(two), "gradient");
  }

  @Test
  default void gradient_isTheNumericalGradientOfTheValue() {
    for (int[] size : List.of(new int[] {3, 5}, new int[] {1, 1}, new int[] {5, 1})) {
      Tensor a = activations(Precision.FLOAT64, 2, size[0], size[1]);
      Strengths strengths = Given.strengths(numbers(0.1, 2));
      double[] expected =
          Numerical.gradient(
              x -> Tensors.toDoubles(penalty().value(x, strengths, spot(x)).sum())[0], a);
      Numerical.assertClose(gradient(a, strengths), expected, "activations");
    }
  }

  @Test
  default void gradient_isTheAutomaticGradientOfTheValue() {
    Tensor a = activations(Precision.FLOAT64, 3, 17, 31);
    Strengths strengths = Given.strengths(numbers(0.1, 3));
    Tensor expected = Gradients.of(x -> penalty().value(x, strengths, spot(x)), a);
    assertThat(Tensors.toDoubles(gradient(a, strengths)))
        .containsExactly(Tensors.toDoubles(expected), within(1e-12));
  }

  @Test
  default void addGradient_addsToWhatIsThere_andTouchesNoActivation() {
    Tensor a = activations(Precision.FLOAT64, 2, 5, 3);
    Tensor before = a.clone();
    Strengths strengths = Given.strengths(numbers(0.1, 2));
    Tensor there = Draw.of(9).tensor(Precision.FLOAT64, 2, 5, 3);
    Tensor expected = there.add(gradient(a, strengths));
    penalty().addGradient(a, there, strengths, spot(a));
    penalty().value(a, strengths, spot(a));
    assertThat(Tensors.toDoubles(there))
        .containsExactly(Tensors.toDoubles(expected), within(1e-14));
    Bits.assertSame(a, before, "activations");
  }

  @Test
  default void strength0_changesNoBit() {
    for (Precision precision : Precision.values()) {
      for (int[] size : LayerMemberLaws.SIZES) {
        Tensor a = activations(precision, 3, size[0], size[1]);
        Tensor there = Draw.of(9).tensor(precision, 3, size[0], size[1]);
        Tensor before = there.clone();
        Map<String, PerMember> mixed = new LinkedHashMap<>(numbers(0.1, 3));
        mixed.put(strength(), PerMember.of(0.1, 0, 0.3));
        Strengths strengths = strengths(precision, mixed);
        penalty().addGradient(a, there, strengths, spot(a));
        Bits.assertSame(Bits.member(there, 1), Bits.member(before, 1), precision + " gradient");
        assertThat(Tensors.toDoubles(penalty().value(a, strengths, spot(a)))[1]).isZero();
      }
    }
  }

  /** A mean over the batch: the same rows twice are worth as much as once, and pull half each. */
  @Test
  default void rowsTwice_sameValue_halfTheGradient() {
    Tensor a = activations(Precision.FLOAT64, 3, 7, 13);
    Tensor twice = Tensors.concatenate(1, a, a);
    Strengths strengths = Given.strengths(numbers(0.1, 3));
    assertThat(Tensors.toDoubles(penalty().value(twice, strengths, spot(a))))
        .containsExactly(Tensors.toDoubles(penalty().value(a, strengths, spot(a))), within(1e-12));
    Tensor half = gradient(a, strengths).mul(Tensors.factor(0.5, a));
    assertThat(Tensors.toDoubles(gradient(twice, strengths).narrow(1, 7, 7).clone()))
        .containsExactly(Tensors.toDoubles(half), within(1e-12));
  }

  @Test
  default void member_aloneOrTogether_isTheSameToTheBit() {
    assertAloneIsTogether(tensor -> tensor);
  }

  /** The order in which activations and their gradients lie inside a network. */
  @Test
  default void member_aloneOrTogether_isTheSameToTheBit_featureByFeature() {
    assertAloneIsTogether(rows -> rows.transpose(1, 2).contiguous().transpose(1, 2));
  }

  @Test
  default void notANumber_inOneMember_leavesTheOthers() {
    Tensor healthy = activations(Precision.FLOAT32, 3, 7, 13);
    Tensor sick = healthy.clone();
    sick.narrow(0, 1, 1).fill_(Tensors.constant(Double.NaN));
    Strengths strengths = strengths(Precision.FLOAT32, numbers(0.1, 3));
    double[] expected = Tensors.toDoubles(penalty().value(healthy, strengths, spot(healthy)));
    double[] values = Tensors.toDoubles(penalty().value(sick, strengths, spot(sick)));
    assertThat(values[1]).isNaN();
    Tensor gradients = gradient(sick, strengths);
    for (int k : new int[] {0, 2}) {
      assertThat(values[k]).isEqualTo(expected[k]);
      Bits.assertSame(
          Bits.member(gradients, k), Bits.member(gradient(healthy, strengths), k), "member " + k);
    }
  }

  /** In a network it lets everything through, and adds its gradient on the way back. */
  @Test
  default void layer_isTheIdentity_andPullsInTrainingAlone() {
    Tensor a = activations(Precision.FLOAT64, 2, 7, 13);
    try (LayerRig rig =
        LayerRig.drawn(
            Form.of(penalty().node(spot(a)), numbers(0.1, 2), 2, 7), Precision.FLOAT64)) {
      Bits.assertSame(rig.forward(a, Pass.training(1)), a, "training");
      Tensor others = activations(Precision.FLOAT64, 2, 11, 13);
      Bits.assertSame(rig.forward(others, Pass.EVALUATION), others, "evaluation");
      Tensor upstream = Draw.of(9).tensor(Precision.FLOAT64, 2, 7, 13);
      Tensor expected = upstream.add(gradient(a, Given.strengths(numbers(0.1, 2))));
      assertThat(Tensors.toDoubles(rig.backward(upstream)))
          .containsExactly(Tensors.toDoubles(expected), within(1e-14));
    }
  }

  @Test
  default void node_isThereInTrainingOnly_andATermOfTheLoss() {
    Tensor a = activations(Precision.FLOAT64, 1, 1, 5);
    assertThat(penalty().node(spot(a)).trainingOnly()).isTrue();
    assertThat(penalty().node(spot(a)).penalty()).contains("term");
    assertThat(penalty().node(spot(a)).weights()).isEmpty();
    assertThat(penalty().node(spot(a))).isEqualTo(penalty().node(spot(a)));
  }

  /** What it pulls at activations by itself. */
  default Tensor gradient(Tensor activations, Strengths strengths) {
    Tensor gradient = activations.clone().zero_();
    penalty().addGradient(activations, gradient, strengths, spot(activations));
    return gradient;
  }

  /** Where it stands. */
  default Woven.Spot spot(Tensor activations) {
    return new Woven.Spot("dense1", activation(), "dense1/term", (int) activations.size(2), 0);
  }

  /** All numbers it takes, its strength around {@code base}. */
  default Map<String, PerMember> numbers(double base, int members) {
    Map<String, PerMember> numbers = Family.around(base, List.of(strength()), members);
    shares().forEach((name, share) -> numbers.put(name, PerMember.same(share, members)));
    return numbers;
  }

  private static Strengths strengths(Precision precision, Map<String, PerMember> numbers) {
    return Given.strengths(precision, numbers);
  }

  private void assertAloneIsTogether(UnaryOperator<Tensor> order) {
    for (Precision precision : Precision.values()) {
      for (int[] size : LayerMemberLaws.SIZES) {
        for (int members : Family.SIZES) {
          assertAloneIsTogether(precision, members, size, order);
        }
      }
    }
  }

  private void assertAloneIsTogether(
      Precision precision, int members, int[] size, UnaryOperator<Tensor> order) {
    Tensor a = order.apply(activations(precision, members, size[0], size[1]));
    Tensor there = order.apply(Draw.of(9).tensor(precision, members, size[0], size[1]));
    Tensor before = there.clone();
    Map<String, PerMember> numbers = numbers(0.1, members);
    Tensor values = penalty().value(a, strengths(precision, numbers), spot(a));
    penalty().addGradient(a, there, strengths(precision, numbers), spot(a));
    for (int k = 0; k < members; k++) {
      Map<String, PerMember> own = new LinkedHashMap<>(numbers);
      int member = k;
      own.replaceAll((name, all) -> all.select(member));
      Tensor alone = order.apply(Bits.member(a, k));
      Tensor gradient = order.apply(Bits.member(before, k));
      String what = precision + " " + size[0] + " x " + size[1] + ", " + k + " of " + members;
      Tensor value = penalty().value(alone, strengths(precision, own), spot(a));
      Bits.assertSame(Bits.member(values, k), value, "value, " + what);
      penalty().addGradient(alone, gradient, strengths(precision, own), spot(a));
      Bits.assertSame(Bits.member(there, k), gradient, "gradient, " + what);
    }
  }
}
