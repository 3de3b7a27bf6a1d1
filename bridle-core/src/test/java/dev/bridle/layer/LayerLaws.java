package dev.bridle.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.layer.LayerRig.Form;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Gradients;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Numerical;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

/** What every layer keeps to: its backward pass is the gradient of its forward pass. */
public interface LayerLaws extends LayerMemberLaws {
  /** The same function in libtorch's operators: {@code [K, ...]} weights as declared, and input. */
  Tensor reference(List<Tensor> weights, Tensor input);

  @Test
  default void forward_isTheReference() {
    try (LayerRig rig = rig(Precision.FLOAT64, 3, 17, 31)) {
      Tensor input = rows(7, Precision.FLOAT64, 3, 17, 31);
      Tensor expected = reference(values(rig), input);
      Tensor actual = rig.forward(input, Pass.training(1));
      assertThat(Tensors.toDoubles(actual))
          .containsExactly(Tensors.toDoubles(expected), within(1e-12));
    }
  }

  @Test
  default void backward_isTheAutomaticGradient() {
    try (LayerRig rig = rig(Precision.FLOAT64, 3, 17, 31)) {
      Tensor input = rows(7, Precision.FLOAT64, 3, 17, 31);
      Tensor upstream = LayerMemberLaws.upstream(rig.forward(input, Pass.training(1)));
      Tensor actual = rig.backward(upstream);
      List<Tensor> weights = values(rig);
      Tensor expected = Gradients.of(x -> reference(weights, x).mul(ordinary(upstream)), input);
      assertClose(actual, expected, "input");
      for (int i = 0; i < weights.size(); i++) {
        int which = i;
        expected =
            Gradients.of(
                w -> reference(with(weights, which, w), ordinary(input)).mul(ordinary(upstream)),
                weights.get(i));
        Weight weight = rig.weights().get(i);
        assertClose(rig.gradientOf(weight), expected, weight.toString());
      }
    }
  }

  @Test
  default void backward_isTheNumericalGradient() {
    for (int[] size : List.of(new int[] {3, 4}, new int[] {1, 1}, new int[] {5, 1})) {
      try (LayerRig rig = rig(Precision.FLOAT64, 2, size[0], size[1])) {
        Tensor input = rows(7, Precision.FLOAT64, 2, size[0], size[1]);
        Tensor upstream = LayerMemberLaws.upstream(rig.forward(input, Pass.training(1)));
        Tensor actual = rig.backward(upstream);
        Numerical.assertClose(
            actual, Numerical.gradient(x -> loss(rig, x, upstream), input), "input");
        for (Weight weight : rig.weights()) {
          Tensor before = weight.value().clone();
          double[] expected =
              Numerical.gradient(
                  w -> {
                    weight.value().copy_(w);
                    return loss(rig, input, upstream);
                  },
                  before);
          weight.value().copy_(before);
          Numerical.assertClose(rig.gradientOf(weight), expected, weight.toString());
        }
      }
    }
  }

  /** Where the rows are a velocity, the new gradient comes on top of a share of the old. */
  @Test
  default void backward_carry_multipliesWhatWasThere() {
    Form fresh = Form.of(node(5), strengths(2), 2, 3);
    try (LayerRig rig = LayerRig.drawn(fresh, Precision.FLOAT64);
        LayerRig carrying = LayerRig.drawn(fresh.carrying(0.75), Precision.FLOAT64)) {
      Tensor input = rows(7, Precision.FLOAT64, 2, 3, 5);
      Tensor upstream = LayerMemberLaws.upstream(rig.forward(input, Pass.training(1)));
      rig.backward(upstream);
      carrying.forward(input, Pass.training(1));
      carrying.backward(upstream);
      Tensor expected = rig.gradients().add(Tensors.constant(0.75 * 0.5), Tensors.constant(1));
      assertClose(carrying.gradients(), expected, "gradients");
    }
  }

  @Test
  default void backward_nothingBeforeNeedsIt_weightsGetTheSame() {
    try (LayerRig rig = rig(Precision.FLOAT32, 2, 7, 13)) {
      Tensor input = rows(7, Precision.FLOAT32, 2, 7, 13);
      Tensor upstream = LayerMemberLaws.upstream(rig.forward(input, Pass.training(1)));
      rig.backward(upstream);
      Tensor expected = rig.gradients();
      rig.forward(input, Pass.training(1));
      rig.backwardOfTheFirst(upstream);
      Bits.assertSame(rig.gradients(), expected, "gradients");
    }
  }

  /** The backward pass belongs to the last training pass, whatever was evaluated since. */
  @Test
  default void backward_afterAnEvaluation_isThatOfTheTrainingPass() {
    try (LayerRig rig = rig(Precision.FLOAT32, 2, 7, 13)) {
      Tensor input = rows(7, Precision.FLOAT32, 2, 7, 13);
      Tensor upstream = LayerMemberLaws.upstream(rig.forward(input, Pass.training(1)));
      Tensor expected = rig.backward(upstream);
      rig.forward(input, Pass.training(1));
      rig.forward(rows(99, Precision.FLOAT32, 2, 4, 13), Pass.EVALUATION);
      Bits.assertSame(rig.backward(upstream), expected, "input");
    }
  }

  private static double loss(LayerRig rig, Tensor input, Tensor upstream) {
    return Tensors.toDoubles(rig.forward(input, Pass.training(1)).mul(upstream).sum())[0];
  }

  private static List<Tensor> values(LayerRig rig) {
    List<Tensor> values = new ArrayList<>();
    for (Weight weight : rig.weights()) {
      values.add(weight.value());
    }
    return values;
  }

  private static List<Tensor> with(List<Tensor> tensors, int which, Tensor other) {
    List<Tensor> changed = new ArrayList<>(tensors);
    changed.set(which, other);
    return changed;
  }

  /** Inside a recording scope: a tensor that may be used there. */
  private static Tensor ordinary(Tensor tensor) {
    return tensor.clone();
  }

  private static void assertClose(Tensor actual, Tensor expected, String what) {
    assertThat(Tensors.toDoubles(actual))
        .as(what)
        .containsExactly(Tensors.toDoubles(expected), within(1e-10));
  }
}
