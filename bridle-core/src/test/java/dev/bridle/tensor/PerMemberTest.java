package dev.bridle.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.testing.InScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InScope.class)
final class PerMemberTest {
  @Test
  void of_keepsTheNumbers_inOrder() {
    PerMember values = PerMember.of(0.1, 0.5, 0.3);
    assertThat(values.size()).isEqualTo(3);
    assertThat(values.get(1)).isEqualTo(0.5);
    assertThat(values).hasToString("[0.1, 0.5, 0.3]");
  }

  @Test
  void of_arrayChangedLater_isNotThatArray() {
    double[] array = {1, 2};
    PerMember values = PerMember.of(array);
    array[0] = 9;
    assertThat(values.get(0)).isEqualTo(1);
  }

  @Test
  void of_noMembers_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(PerMember::of)
        .withMessage("values = []: expected one for each member");
    assertThatIllegalArgumentException().isThrownBy(() -> PerMember.same(1, 0));
  }

  @Test
  void same_repeatsTheNumber() {
    assertThat(PerMember.same(0.2, 3)).isEqualTo(PerMember.of(0.2, 0.2, 0.2));
  }

  @Test
  void select_takesMembers_inTheOrderGiven() {
    assertThat(PerMember.of(1, 2, 3).select(2, 0, 2)).isEqualTo(PerMember.of(3, 1, 3));
  }

  @Test
  void all_asksEveryMember() {
    assertThat(PerMember.of(0, 0).all(v -> v == 0)).isTrue();
    assertThat(PerMember.of(0, 1).all(v -> v == 0)).isFalse();
  }

  @Test
  void equals_isByContent() {
    assertThat(PerMember.of(1, 2))
        .isEqualTo(PerMember.of(1, 2))
        .hasSameHashCodeAs(PerMember.of(1, 2));
    assertThat(PerMember.of(1, 2)).isNotEqualTo(PerMember.of(2, 1));
  }

  @Test
  void tensor_hasTheMemberAxisFirst_andOnesBehind() {
    Tensor tensor = PerMember.of(0.1, 0.2).tensor(Precision.FLOAT64, 3);
    assertThat(Tensors.shape(tensor)).containsExactly(2, 1, 1);
    assertThat(Tensors.toDoubles(tensor)).containsExactly(0.1, 0.2);
    assertThat(Tensors.toDoubles(PerMember.of(0.1).tensor(Precision.FLOAT32, 1)))
        .containsExactly((double) 0.1f);
  }
}
