package dev.bridle.dropout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.layer.LayerRig;
import dev.bridle.layer.LayerRig.Form;
import dev.bridle.layer.Pass;
import dev.bridle.layer.RandomLaws;
import dev.bridle.layer.Woven;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

final class DropoutTest implements RandomLaws {
  @Override
  public Woven woven() {
    return new Dropout();
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
      Tensor factors = rig.forward(input.detach().clone().fill_(one()), Pass.training(1));
      return input.mul(factors);
    }
  }

  @Test
  void position_isBehindTheActivation() {
    assertThat(woven().position()).isEqualTo(Woven.Position.AFTER_ACTIVATION);
  }

  /** A quarter is dropped; the rest is divided by 3/4. */
  @Test
  void training_numbersAreDroppedOrScaled() {
    double[] outputs = ofThrees(0.25);
    assertThat(outputs).containsOnly(0, 4);
    double dropped = Arrays.stream(outputs).filter(y -> y == 0).count() / 30_000.0;
    assertThat(dropped).isCloseTo(0.25, within(5 * Math.sqrt(0.25 * 0.75 / 30_000)));
  }

  @Test
  void training_rateCloseTo1_isFinite() {
    assertThat(ofThrees(Math.nextDown(1.0))).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
  }

  /** Recipes that differ in the rate alone are compared on as much common chance as there is. */
  @Test
  void training_lowerRate_keepsASuperset() {
    PerMember rates = PerMember.of(0.1, 0.3, 0.5, 0.9);
    List<Key> keys = Collections.nCopies(4, Key.of(1));
    Form form = new Form(node(300), Map.of("rate", rates), keys, 100, 0);
    try (LayerRig rig = LayerRig.drawn(form, Precision.FLOAT32)) {
      Tensor ones = Tensors.empty(Precision.FLOAT32, 4, 100, 300).fill_(one());
      Tensor output = rig.forward(ones, Pass.training(1));
      for (int k = 0; k < 3; k++) {
        double[] lower = Tensors.toDoubles(Bits.member(output, k));
        double[] higher = Tensors.toDoubles(Bits.member(output, k + 1));
        for (int i = 0; i < lower.length; i++) {
          assertThat(lower[i] == 0 && higher[i] != 0).isFalse();
        }
      }
    }
  }

  @Test
  void backward_usesTheMaskOfTheForwardPass() {
    Form form = Form.of(node(13), strengths(2), 2, 7);
    try (LayerRig rig = LayerRig.drawn(form, Precision.FLOAT64)) {
      Tensor ones = Tensors.empty(Precision.FLOAT64, 2, 7, 13).fill_(one());
      Tensor factors = rig.forward(ones, Pass.training(4));
      Bits.assertSame(rig.backward(ones), factors, "gradient of ones");
    }
  }

  private double[] ofThrees(double rate) {
    Form form = Form.of(node(300), Map.of("rate", PerMember.of(rate)), 1, 100);
    try (LayerRig rig = LayerRig.drawn(form, Precision.FLOAT32)) {
      Tensor threes = Tensors.empty(Precision.FLOAT32, 1, 100, 300).fill_(Tensors.constant(3));
      return Tensors.toDoubles(rig.forward(threes, Pass.training(1)));
    }
  }

  private static Scalar one() {
    return Tensors.constant(1);
  }
}
