package dev.bridle.dropout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.layer.LayerRig;
import dev.bridle.layer.LayerRig.Form;
import dev.bridle.layer.Pass;
import dev.bridle.layer.RandomLaws;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Woven;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

/** The laws on rows without a shape, where a square is one number; squares on images below. */
final class DropBlockTest implements RandomLaws {
  @Override
  public Woven woven() {
    return new DropBlock();
  }

  @Override
  public String strength() {
    return "rate";
  }

  @Override
  public Map<String, Double> others() {
    return Map.of("size", 3.0);
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

  /** Every dropped pixel of 9 x 11 is in a square of 3 x 3, all of which is dropped. */
  @Test
  void image_dropsWholeSquares() {
    Shape shape = Shape.of(4, 9, 11);
    double[] factors = ofOnes(shape, 0.2, 3, 5);
    int dropped = 0;
    for (int map = 0; map < 5 * 4; map++) {
      for (int y = 0; y < 9; y++) {
        for (int x = 0; x < 11; x++) {
          if (factors[(map * 9 + y) * 11 + x] == 0) {
            dropped++;
            assertThat(isInASquare(factors, map, y, x)).isTrue();
          }
        }
      }
    }
    assertThat(dropped).isPositive();
    double[] kept = Arrays.stream(factors).filter(f -> f != 0).toArray();
    assertThat(kept).containsOnly((double) factors.length / kept.length);
  }

  private static boolean isInASquare(double[] factors, int map, int y, int x) {
    for (int top = Math.max(0, y - 2); top <= Math.min(6, y); top++) {
      for (int left = Math.max(0, x - 2); left <= Math.min(8, x); left++) {
        int kept = 0;
        for (int i = 0; i < 9; i++) {
          kept += factors[(map * 9 + top + i / 3) * 11 + left + i % 3] == 0 ? 0 : 1;
        }
        if (kept == 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** About the share asked for, where squares seldom overlap: 0.1 of 40,000 pixels within 0.01. */
  @Test
  void image_dropsAboutTheRate() {
    double[] factors = ofOnes(Shape.of(4, 20, 20), 0.1, 2, 25);
    double dropped = Arrays.stream(factors).filter(f -> f == 0).count() / (double) factors.length;
    assertThat(dropped).isCloseTo(0.1, within(0.015));
  }

  /** A run of three steps of one feature; of the other features nothing. */
  @Test
  void series_dropsRunsOfSteps() {
    double[] factors = ofOnes(Shape.of(12, 2), 0.3, 3, 9);
    for (int i = 0; i < factors.length; i++) {
      if (factors[i] == 0) {
        int step = i / 2 % 12;
        boolean before = step > 0 && factors[i - 2] == 0;
        boolean behind = step < 11 && factors[i + 2] == 0;
        assertThat(before || behind).isTrue();
      }
    }
    assertThat(factors).contains(0);
  }

  /** Members with squares of other sizes are each what they are alone. */
  @Test
  void sizes_mayDifferBetweenMembers() {
    Map<String, PerMember> numbers =
        Map.of("rate", PerMember.of(0.2, 0.3, 0.2), "size", PerMember.of(2, 50, 3));
    Shape shape = Shape.of(3, 5, 7);
    Form form = Form.of(woven().node("conv1/drop-block", shape, 0), numbers, 3, 4);
    try (LayerRig rig = LayerRig.drawn(form, Precision.FLOAT32)) {
      Tensor ones = Tensors.empty(Precision.FLOAT32, 3, 4, 105).fill_(Tensors.constant(1));
      Tensor all = rig.forward(ones, Pass.training(1));
      for (int k = 0; k < 3; k++) {
        try (LayerRig alone = rig.alone(k)) {
          Tensor own = alone.forward(Bits.member(ones, k), Pass.training(1));
          Bits.assertSame(Bits.member(all, k), own, "member " + k);
        }
      }
    }
  }

  private double[] ofOnes(Shape shape, double rate, double size, int batch) {
    Map<String, PerMember> numbers = Map.of("rate", PerMember.of(rate), "size", PerMember.of(size));
    Form form = Form.of(woven().node("conv1/drop-block", shape, 0), numbers, 1, batch);
    try (LayerRig rig = LayerRig.drawn(form, Precision.FLOAT64)) {
      double[] ones = new double[batch * shape.size()];
      Arrays.fill(ones, 1);
      Tensor input = Tensors.of(Precision.FLOAT64, ones, 1, batch, shape.size());
      return Tensors.toDoubles(rig.forward(input, Pass.training(2)));
    }
  }
}
