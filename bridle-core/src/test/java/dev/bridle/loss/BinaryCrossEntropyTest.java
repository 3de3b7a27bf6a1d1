package dev.bridle.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Given;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

final class BinaryCrossEntropyTest implements LossLaws {
  @Override
  public Loss loss() {
    return new BinaryCrossEntropy();
  }

  /** Soft targets between 0 and 1. */
  @Override
  public Tensor targets(Precision precision, int members, int batch, int outputs) {
    return Draw.of(4).tensor(precision, members, batch, outputs).sigmoid();
  }

  @Override
  public Tensor outputsFor(Tensor targets) {
    return targets.logit();
  }

  @Override
  public Tensor reference(Tensor outputs, Tensor targets) {
    Tensor yes = outputs.sigmoid().log().mul(targets);
    Tensor no = outputs.neg().sigmoid().log().mul(targets.neg().add(Tensors.constant(1)));
    return yes.add(no).mean(2).neg();
  }

  /** Logits ln 3 and 0: probabilities 3/4 and 1/2; one row with two outputs. */
  @Test
  void of_isMinusTheLogarithmOfWhatIsTrue_meanOverOutputs() {
    Tensor logits = Given.tensor(new long[] {1, 1, 2}, Math.log(3), 0);
    Tensor targets = Given.tensor(new long[] {1, 1, 2}, 1, 0);
    Loss.Result result = loss().of(logits, targets);
    double expected = (Math.log(4.0 / 3) + Math.log(2)) / 2;
    assertThat(Tensors.toDoubles(result.perMember())[0]).isCloseTo(expected, within(1e-15));
    assertThat(Tensors.toDoubles(result.gradient()))
        .containsExactly(new double[] {-0.125, 0.25}, within(1e-15));
    assertThat(Tensors.toDoubles(loss().perRow(logits, targets))[0])
        .isCloseTo(expected, within(1e-15));
  }

  @Test
  void of_extremeLogits_areExact_neitherInfiniteNorNaN() {
    for (double size : new double[] {100, 1e4, 1e30}) {
      Tensor logits = Tensors.of(Precision.FLOAT32, new double[] {size, -size}, 1, 1, 2);
      Tensor right = Tensors.of(Precision.FLOAT32, new double[] {1, 0}, 1, 1, 2);
      Tensor wrong = Tensors.of(Precision.FLOAT32, new double[] {0, 1}, 1, 1, 2);
      assertThat(Tensors.toDoubles(loss().of(logits, right).perMember())[0])
          .isCloseTo(0, within(1e-43));
      Loss.Result result = loss().of(logits, wrong);
      assertThat(Tensors.toDoubles(result.perMember())[0]).isCloseTo(size, within(1e-7 * size));
      assertThat(Tensors.toDoubles(result.gradient()))
          .containsExactly(new double[] {0.5, -0.5}, within(1e-43));
    }
  }

  /** e^-40 is lost beside 1, not beside 0. */
  @Test
  void of_confidentOutput_keepsTheDigitsOfItsLoss() {
    Tensor logits = Tensors.of(Precision.FLOAT32, new double[] {40}, 1, 1, 1);
    Tensor right = Tensors.of(Precision.FLOAT32, new double[] {1}, 1, 1, 1);
    assertThat(Tensors.toDoubles(loss().of(logits, right).perMember())[0])
        .isCloseTo(Math.exp(-40), within(1e-6 * Math.exp(-40)));
  }

  /** Two classes by one logit y are two classes by softmax of y and 0. */
  @Test
  void of_oneLogit_isSoftmaxOfTwo() {
    Tensor logits = Draw.of(2).tensor(Precision.FLOAT64, 1, 5, 1);
    Tensor yes = targets(Precision.FLOAT64, 1, 5, 1);
    Tensor no = yes.neg().add(Tensors.constant(1));
    Tensor both = Tensors.concatenate(2, logits, logits.mul(Tensors.constant(0)));
    Loss softmax = new SoftmaxCrossEntropy();
    assertThat(Tensors.toDoubles(loss().of(logits, yes).perMember())[0])
        .isCloseTo(
            Tensors.toDoubles(softmax.of(both, Tensors.concatenate(2, yes, no)).perMember())[0],
            within(1e-14));
  }
}
