package dev.bridle.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.data.Task;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Given;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

final class SoftmaxCrossEntropyTest implements LossLaws {
  @Override
  public Loss loss() {
    return new SoftmaxCrossEntropy();
  }

  /** Soft targets: a distribution for each row. */
  @Override
  public Tensor targets(Precision precision, int members, int batch, int outputs) {
    return Draw.of(4).tensor(precision, members, batch, outputs).softmax(-1);
  }

  @Override
  public Tensor outputsFor(Tensor targets) {
    return targets.log();
  }

  @Override
  public Tensor reference(Tensor outputs, Tensor targets) {
    return outputs.softmax(2).log().mul(targets).sum(2).neg();
  }

  /** Logits 0 and ln 3: probabilities 1/4 and 3/4. */
  @Test
  void of_isMinusTheLogarithmOfTheTrueClass() {
    Tensor logits = Given.tensor(new long[] {1, 2, 2}, 0, Math.log(3), 0, Math.log(3));
    Tensor targets = Given.tensor(new long[] {1, 2, 2}, 1, 0, 0, 1);
    Loss.Result result = loss().of(logits.clone(), targets);
    double first = Math.log(4);
    double second = Math.log(4.0 / 3);
    assertThat(Tensors.toDoubles(result.perMember())[0])
        .isCloseTo((first + second) / 2, within(1e-15));
    assertThat(Tensors.toDoubles(result.gradient()))
        .containsExactly(new double[] {-0.375, 0.375, 0.125, -0.125}, within(1e-15));
    assertThat(Tensors.toDoubles(loss().perRow(logits, targets)))
        .containsExactly(new double[] {first, second}, within(1e-15));
  }

  /** Half of ln 4 and half of ln 4/3. */
  @Test
  void of_softTargets_weighTheClasses() {
    Tensor logits = Given.tensor(new long[] {1, 1, 2}, 0, Math.log(3));
    Tensor targets = Given.tensor(new long[] {1, 1, 2}, 0.5, 0.5);
    Loss.Result result = loss().of(logits, targets);
    assertThat(Tensors.toDoubles(result.perMember())[0])
        .isCloseTo((Math.log(4) + Math.log(4.0 / 3)) / 2, within(1e-15));
    assertThat(Tensors.toDoubles(result.gradient()))
        .containsExactly(new double[] {-0.25, 0.25}, within(1e-15));
  }

  @Test
  void of_extremeLogits_areExact_neitherInfiniteNorNaN() {
    for (double size : new double[] {100, 1e4, 1e30}) {
      Tensor logits = Tensors.of(Precision.FLOAT32, new double[] {size, -size, 0}, 1, 1, 3);
      Tensor right = Tensors.of(Precision.FLOAT32, new double[] {1, 0, 0}, 1, 1, 3);
      Tensor wrong = Tensors.of(Precision.FLOAT32, new double[] {0, 1, 0}, 1, 1, 3);
      assertThat(Tensors.toDoubles(loss().of(logits.clone(), right).perMember())[0]).isZero();
      Loss.Result result = loss().of(logits, wrong);
      assertThat(Tensors.toDoubles(result.perMember())[0]).isCloseTo(2 * size, within(2e-7 * size));
      assertThat(Tensors.toDoubles(result.gradient()))
          .containsExactly(new double[] {1, -1, 0}, within(1e-43));
    }
  }

  @Test
  void of_allLogitsShifted_isTheSame() {
    Tensor logits = Draw.of(2).tensor(Precision.FLOAT64, 1, 5, 4);
    Tensor targets = targets(Precision.FLOAT64, 1, 5, 4);
    Tensor shifted = logits.add(Tensors.constant(1000), Tensors.constant(1));
    assertThat(Tensors.toDoubles(loss().of(shifted, targets).perMember())[0])
        .isCloseTo(Tensors.toDoubles(loss().of(logits, targets).perMember())[0], within(1e-12));
  }

  @Test
  void of_classification_isThisLoss() {
    assertThat(Loss.of(new Task.Classification(List.of("a", "b"))))
        .isInstanceOf(SoftmaxCrossEntropy.class);
  }
}
