package dev.bridle.layer;

import dev.bridle.layer.LayerRig.Form;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Draw;
import dev.bridle.testing.InScope;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every layer keeps to in a population: members never mix, and evaluation is pure. */
@ExtendWith(InScope.class)
public interface LayerMemberLaws {
  /** Batches and features that are no multiples of a vector register. */
  List<int[]> SIZES =
      List.of(
          new int[] {1, 1},
          new int[] {3, 5},
          new int[] {7, 13},
          new int[] {17, 31},
          new int[] {33, 65},
          new int[] {129, 257},
          new int[] {1, 9},
          new int[] {9, 1});

  /** The layer under test, for rows of that many numbers. */
  Node node(int features);

  /** How many numbers a row has for a layer of that size. */
  default int numbers(int features) {
    return features;
  }

  /** What comes in: numbers of which none is at a kink. */
  default Tensor rows(long seed, Precision precision, int members, int batch, int features) {
    return Draw.of(seed).awayFromZero(precision, members, batch, numbers(features));
  }

  /** The numbers of its term, where it has one. */
  default Map<String, PerMember> strengths(int members) {
    return Map.of();
  }

  @Test
  default void evaluation_twice_agreesToTheBit_andChangesNothing() {
    try (LayerRig rig = rig(Precision.FLOAT32, 3, 7, 13)) {
      rig.forward(rows(7, Precision.FLOAT32, 3, 7, 13), Pass.training(1));
      Tensor state = rig.population().state().clone();
      Tensor input = rows(98, Precision.FLOAT32, 3, 11, 13);
      Tensor first = rig.forward(input, Pass.EVALUATION);
      Bits.assertSame(rig.forward(input, Pass.EVALUATION), first, "second evaluation");
      Bits.assertSame(rig.population().state(), state, "state");
    }
  }

  @Test
  default void member_aloneOrTogether_isTheSameToTheBit() {
    assertAloneIsTogether(tensor -> tensor);
  }

  /** The order in which activations and their gradients come inside a network. */
  @Test
  default void member_aloneOrTogether_isTheSameToTheBit_featureByFeature() {
    assertAloneIsTogether(LayerMemberLaws::byFeatures);
  }

  @Test
  default void notANumber_inOneMember_leavesTheOthers() {
    Tensor input = rows(7, Precision.FLOAT32, 3, 7, 13);
    Tensor poisoned = input.clone();
    poisoned.narrow(0, 1, 1).fill_(Tensors.constant(Double.NaN));
    try (LayerRig healthy = rig(Precision.FLOAT32, 3, 7, 13);
        LayerRig sick = rig(Precision.FLOAT32, 3, 7, 13)) {
      Tensor expected = healthy.forward(input, Pass.training(1));
      Tensor actual = sick.forward(poisoned, Pass.training(1));
      Tensor upstream = upstream(expected);
      Tensor expectedBack = healthy.backward(upstream);
      Tensor actualBack = sick.backward(upstream);
      for (int k : new int[] {0, 2}) {
        Bits.assertSame(Bits.member(actual, k), Bits.member(expected, k), "outputs");
        Bits.assertSame(Bits.member(actualBack, k), Bits.member(expectedBack, k), "inputs");
        Bits.assertSame(
            Bits.member(sick.gradients(), k), Bits.member(healthy.gradients(), k), "weights");
      }
    }
  }

  /** The layer at work on that many members. */
  default LayerRig rig(Precision precision, int members, int batch, int features) {
    return LayerRig.drawn(Form.of(node(features), strengths(members), members, batch), precision);
  }

  /** Numbers of all sizes, exact zeros among them. */
  default Tensor wide(Precision precision, int members, int batch, int features) {
    Tensor numbers = Draw.of(8).tensor(precision, members, batch, numbers(features));
    Tensor cubes = numbers.mul(numbers).mul_(numbers);
    return cubes.mul_(numbers.abs().gt(Tensors.constant(0.1)));
  }

  /** A gradient by outputs. */
  static Tensor upstream(Tensor like) {
    Precision precision = Tensors.isDouble(like) ? Precision.FLOAT64 : Precision.FLOAT32;
    return Draw.of(9).tensor(precision, Tensors.shape(like));
  }

  private void assertAloneIsTogether(UnaryOperator<Tensor> order) {
    for (Precision precision : Precision.values()) {
      for (int[] size : SIZES) {
        for (int members : List.of(1, 2, 3, 5, 16)) {
          assertAloneIsTogether(precision, members, size[0], size[1], order);
        }
      }
    }
  }

  private void assertAloneIsTogether(
      Precision precision, int members, int batch, int features, UnaryOperator<Tensor> order) {
    String where = precision + " [" + members + ", " + batch + ", " + features + "], ";
    Tensor input = order.apply(wide(precision, members, batch, features));
    try (LayerRig all = rig(precision, members, batch, features);
        LayerRig fresh = rig(precision, members, batch, features)) {
      Tensor outputs = all.forward(input, Pass.training(1));
      Tensor upstream = order.apply(upstream(outputs));
      Tensor inputGradients = all.backward(upstream);
      Tensor evaluated = all.forward(input, Pass.EVALUATION);
      for (int k = 0; k < members; k++) {
        try (LayerRig alone = fresh.alone(k)) {
          String what = where + "member " + k + ": ";
          Tensor own = Bits.member(input, k);
          Tensor output = alone.forward(own, Pass.training(1));
          Bits.assertSame(Bits.member(outputs, k), output, what + "forward");
          Tensor inputGradient = alone.backward(Bits.member(upstream, k));
          Bits.assertSame(Bits.member(inputGradients, k), inputGradient, what + "backward");
          Bits.assertSame(Bits.member(all.gradients(), k), alone.gradients(), what + "weights");
          Tensor evaluation = alone.forward(own, Pass.EVALUATION);
          Bits.assertSame(Bits.member(evaluated, k), evaluation, what + "evaluation");
          Bits.assertSame(all.population().row(k), alone.population().row(0), what + "state");
        }
      }
    }
  }

  /** The same numbers {@code [K, B, F]}, in memory feature by feature. */
  private static Tensor byFeatures(Tensor rows) {
    return rows.transpose(1, 2).contiguous().transpose(1, 2);
  }
}
