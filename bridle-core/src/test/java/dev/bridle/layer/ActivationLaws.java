package dev.bridle.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.architecture.Activation;
import dev.bridle.layer.LayerRig.Form;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Given;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

/** What every activation keeps to: a function of single numbers, the same whether it trains. */
interface ActivationLaws extends LayerLaws {
  /** The function under test. */
  Activation activation();

  /** The same in libtorch's operators. */
  Tensor reference(Tensor input);

  @Override
  default Node node(int features) {
    return new ActivationNode("dense1/" + activation(), activation(), Shape.of(features));
  }

  @Override
  default Tensor reference(List<Tensor> weights, Tensor input) {
    return reference(input);
  }

  @Test
  default void evaluation_isTheTrainingPass_toTheBit() {
    try (LayerRig rig = rig(3, 7, 13)) {
      Tensor input = Draw.of(5).tensor(Precision.FLOAT32, 3, 7, 13);
      Tensor trained = rig.forward(input, Pass.training(1));
      Bits.assertSame(rig.forward(input, Pass.EVALUATION), trained, "outputs");
    }
  }

  @Test
  default void hugeNumbers_giveNoNotANumber() {
    for (double size : new double[] {1e3, 1e19, 1e38}) {
      try (LayerRig rig = rig(1, 1, 2)) {
        Tensor input = Tensors.of(Precision.FLOAT32, new double[] {size, -size}, 1, 1, 2);
        double[] outputs = Tensors.toDoubles(rig.forward(input, Pass.training(1)));
        Tensor ones = Tensors.of(Precision.FLOAT32, new double[] {1, 1}, 1, 1, 2);
        double[] slopes = Tensors.toDoubles(rig.backward(ones));
        assertThat(outputs).as("%s at %s", activation(), size).doesNotContain(Double.NaN);
        assertThat(slopes).as("slope of %s at %s", activation(), size).doesNotContain(Double.NaN);
      }
    }
  }

  /** Checks outputs and slopes at some points. */
  default void assertNumbers(double[] inputs, double[] outputs, double[] slopes) {
    Form form = Form.of(node(inputs.length), Map.of(), 1, 1);
    try (LayerRig rig = LayerRig.drawn(form, Precision.FLOAT64)) {
      long[] shape = {1, 1, inputs.length};
      Tensor actual = rig.forward(Given.tensor(shape, inputs), Pass.training(1));
      assertThat(Tensors.toDoubles(actual)).containsExactly(outputs, within(1e-15));
      double[] ones = new double[inputs.length];
      Arrays.fill(ones, 1);
      Tensor slope = rig.backward(Given.tensor(shape, ones));
      assertThat(Tensors.toDoubles(slope)).containsExactly(slopes, within(1e-15));
    }
  }

  private LayerRig rig(int members, int batch, int features) {
    Form form = Form.of(node(features), Map.of(), members, batch);
    return LayerRig.drawn(form, Precision.FLOAT32);
  }
}
