package dev.bridle.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.data.Task;
import dev.bridle.loss.Loss.Result;
import dev.bridle.metric.Link;
import dev.bridle.tensor.Gradients;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Draw;
import dev.bridle.testing.InScope;
import dev.bridle.testing.Numerical;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every loss keeps to. */
@ExtendWith(InScope.class)
interface LossLaws {
  /** Batches and outputs that are no multiples of a vector register. */
  List<int[]> SIZES =
      List.of(
          new int[] {1, 2},
          new int[] {5, 3},
          new int[] {7, 10},
          new int[] {33, 17},
          new int[] {129, 2},
          new int[] {257, 10});

  /** The loss under test. */
  Loss loss();

  /** Targets that make sense for it, {@code [members, batch, outputs]}. */
  Tensor targets(Precision precision, int members, int batch, int outputs);

  /** The loss of each row in libtorch's operators, none of them in place. */
  Tensor reference(Tensor outputs, Tensor targets);

  /** The outputs at which the loss is least. */
  Tensor outputsFor(Tensor targets);

  @Test
  default void text_isReadBack() {
    assertThat(Loss.parse(loss().toString())).isEqualTo(loss());
  }

  @Test
  default void task_ofOneKind_isRefused() {
    Task classes = new Task.Classification(List.of("a", "b", "c"));
    Task numbers = new Task.Regression(List.of("y"));
    boolean forNumbers = loss().link() == Link.IDENTITY;
    assertThatCode(() -> loss().requireFits(forNumbers ? numbers : classes))
        .doesNotThrowAnyException();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loss().requireFits(forNumbers ? classes : numbers))
        .withMessageStartingWith("loss " + loss() + " is for ");
  }

  @Test
  default void perMember_isTheMeanOfTheRows() {
    Tensor outputs = outputs(Precision.FLOAT64, 3, 7, 10);
    Tensor targets = targets(Precision.FLOAT64, 3, 7, 10);
    Tensor rows = loss().perRow(outputs.clone(), targets);
    assertThat(Tensors.shape(rows)).containsExactly(3, 7);
    double[] means = Tensors.toDoubles(Tensors.sum(rows, false, 1).div(Tensors.constant(7)));
    Result result = loss().of(outputs.clone(), targets);
    assertThat(Tensors.shape(result.perMember())).containsExactly(3);
    assertThat(Tensors.toDoubles(result.perMember())).containsExactly(means, within(1e-14));
  }

  @Test
  default void gradient_isTheNumericalOne() {
    Tensor outputs = outputs(Precision.FLOAT64, 2, 5, 3);
    Tensor targets = targets(Precision.FLOAT64, 2, 5, 3);
    double[] expected = Numerical.gradient(y -> total(y, targets), outputs);
    Numerical.assertClose(loss().of(outputs, targets).gradient(), expected, "gradient");
  }

  @Test
  default void gradient_isTheAutomaticOne() {
    Tensor outputs = outputs(Precision.FLOAT64, 2, 33, 17);
    Tensor targets = targets(Precision.FLOAT64, 2, 33, 17);
    Tensor expected =
        Gradients.of(y -> reference(y, targets.clone()).div(Tensors.constant(33)), outputs.clone());
    assertThat(Tensors.toDoubles(loss().of(outputs, targets).gradient()))
        .containsExactly(Tensors.toDoubles(expected), within(1e-14));
  }

  @Test
  default void loss_isLeast_withGradient0_atTheTargets() {
    Tensor targets = targets(Precision.FLOAT64, 2, 7, 10);
    Tensor best = outputsFor(targets);
    Result result = loss().of(best.clone(), targets);
    assertThat(Arrays.stream(Tensors.toDoubles(result.gradient())))
        .allMatch(slope -> Math.abs(slope) < 1e-14);
    Tensor other = best.add(outputs(Precision.FLOAT64, 2, 7, 10));
    assertThat(total(other, targets)).isGreaterThan(total(best, targets));
  }

  @Test
  default void sharedTargets_areThoseOfEachMember_toTheBit() {
    Tensor outputs = outputs(Precision.FLOAT32, 3, 7, 10);
    Tensor shared = targets(Precision.FLOAT32, 1, 7, 10);
    Result expected = loss().of(outputs.clone(), shared.expand(3, 7, 10).contiguous());
    Result actual = loss().of(outputs.clone(), shared);
    Bits.assertSame(actual.perMember(), expected.perMember(), "loss");
    Bits.assertSame(actual.gradient(), expected.gradient(), "gradient");
  }

  @Test
  default void member_aloneOrTogether_isTheSameToTheBit() {
    for (Precision precision : Precision.values()) {
      for (int[] size : SIZES) {
        for (int members : List.of(1, 2, 3, 5, 16)) {
          Tensor rowByRow = outputs(precision, members, size[0], size[1]);
          assertAloneIsTogether(precision, rowByRow);
          // as dense layers lay them out
          Tensor byFeature = rowByRow.transpose(1, 2).contiguous().transpose(1, 2);
          assertAloneIsTogether(precision, byFeature);
        }
      }
    }
  }

  @Test
  default void notANumber_inOneMember_leavesTheOthers() {
    Tensor outputs = outputs(Precision.FLOAT32, 3, 7, 10);
    Tensor targets = targets(Precision.FLOAT32, 3, 7, 10);
    Result healthy = loss().of(outputs.clone(), targets);
    outputs.narrow(0, 1, 1).fill_(Tensors.constant(Double.NaN));
    Result sick = loss().of(outputs, targets);
    assertThat(Tensors.toDoubles(sick.perMember())[1]).isNaN();
    for (int k : new int[] {0, 2}) {
      Bits.assertSame(
          Bits.member(sick.perMember(), k), Bits.member(healthy.perMember(), k), "loss");
      Bits.assertSame(
          Bits.member(sick.gradient(), k), Bits.member(healthy.gradient(), k), "gradient");
    }
  }

  private void assertAloneIsTogether(Precision precision, Tensor outputs) {
    int members = (int) outputs.size(0);
    Tensor targets = targets(precision, members, (int) outputs.size(1), (int) outputs.size(2));
    Result all = loss().of(outputs.clone(), targets);
    Tensor rows = loss().perRow(outputs.clone(), targets);
    for (int k = 0; k < members; k++) {
      String shape = Arrays.toString(Tensors.shape(outputs));
      String what = precision + " " + shape + ", member " + k + ": ";
      Tensor ownTargets = Bits.member(targets, k);
      Result alone = loss().of(Bits.member(outputs, k), ownTargets);
      Bits.assertSame(Bits.member(all.perMember(), k), alone.perMember(), what + "loss");
      Bits.assertSame(Bits.member(all.gradient(), k), alone.gradient(), what + "gradient");
      Tensor ownRows = loss().perRow(Bits.member(outputs, k), ownTargets);
      Bits.assertSame(Bits.member(rows, k), ownRows, what + "rows");
    }
  }

  private double total(Tensor outputs, Tensor targets) {
    return Tensors.toDoubles(loss().of(outputs.clone(), targets).perMember().sum())[0];
  }

  private static Tensor outputs(Precision precision, int members, int batch, int width) {
    return Draw.of(3).tensor(precision, members, batch, width);
  }
}
