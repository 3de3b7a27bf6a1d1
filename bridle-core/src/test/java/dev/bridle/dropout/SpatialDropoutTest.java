package dev.bridle.dropout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.layer.LayerRig;
import dev.bridle.layer.LayerRig.Form;
import dev.bridle.layer.Node;
import dev.bridle.layer.Pass;
import dev.bridle.layer.RandomLaws;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Woven;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

final class SpatialDropoutTest implements RandomLaws {
  @Override
  public Woven woven() {
    return new SpatialDropout();
  }

  @Override
  public String strength() {
    return "rate";
  }

  /** The factors are what becomes of ones. */
  @Override
  public Tensor reference(List<Tensor> weights, Tensor input) {
    int members = (int) input.size(0);
    Form form =
        Form.of(node((int) input.size(2)), strengths(members), members, (int) input.size(1));
    try (LayerRig rig = LayerRig.drawn(form, Precision.FLOAT64)) {
      Tensor ones = input.detach().clone().fill_(Tensors.constant(1));
      return input.mul(rig.forward(ones, Pass.training(1)));
    }
  }

  /** Five channels of 3 x 4 pixels: each is 0 or 2 everywhere, and both occur. */
  @Test
  void image_channelsAreKeptOrDroppedAsAWhole() {
    double[] factors = ofOnes(Shape.of(5, 3, 4));
    for (int i = 0; i < factors.length; i++) {
      assertThat(factors[i]).isEqualTo(factors[i - i % 12]);
    }
    assertThat(factors).containsOnly(0, 2);
  }

  /** Seven time steps of five features: each is 0 or 2 in all steps of a row. */
  @Test
  void series_featuresAreKeptOrDroppedInAllSteps() {
    double[] factors = ofOnes(Shape.of(7, 5));
    for (int i = 0; i < factors.length; i++) {
      assertThat(factors[i]).isEqualTo(factors[i - i % 35 + i % 5]);
    }
    assertThat(factors).containsOnly(0, 2);
  }

  /** The backward pass is the same product. */
  @Test
  void image_gradientHasTheSameMask() {
    Shape shape = Shape.of(5, 3, 4);
    Form form = Form.of(node(shape), Map.of("rate", PerMember.same(0.5, 2)), 2, 3);
    try (LayerRig rig = LayerRig.drawn(form, Precision.FLOAT64)) {
      Tensor ones = Tensors.empty(Precision.FLOAT64, 2, 3, 60).fill_(Tensors.constant(1));
      double[] factors = Tensors.toDoubles(rig.forward(ones, Pass.training(2)));
      assertThat(Tensors.toDoubles(rig.backward(ones))).isEqualTo(factors);
    }
  }

  private Node node(Shape shape) {
    return woven().node("conv1/spatial-dropout", shape, 0);
  }

  private double[] ofOnes(Shape shape) {
    Form form = Form.of(node(shape), Map.of("rate", PerMember.of(0.5)), 1, 6);
    try (LayerRig rig = LayerRig.drawn(form, Precision.FLOAT64)) {
      double[] ones = new double[6 * shape.size()];
      Arrays.fill(ones, 1);
      Tensor input = Tensors.of(Precision.FLOAT64, ones, 1, 6, shape.size());
      return Tensors.toDoubles(rig.forward(input, Pass.training(2)));
    }
  }
}
