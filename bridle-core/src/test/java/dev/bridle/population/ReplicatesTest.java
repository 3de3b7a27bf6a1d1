package dev.bridle.population;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.population.Replicates.Group;
import dev.bridle.tensor.Key;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReplicatesTest {
  private static final Key A = Key.of(1);
  private static final Key B = Key.of(2);
  private static final Replicates MIXED = Replicates.of(List.of(A, B, A, B, B));

  @Test
  void groups_areMembersByReplicate_inOrderOfAppearance() {
    assertThat(MIXED.groups())
        .containsExactly(new Group(A, List.of(0, 2)), new Group(B, List.of(1, 3, 4)));
    assertThat(MIXED.keys()).containsExactly(A, B, A, B, B);
  }

  @Test
  void shared_onlyIfAllAreOfOneReplicate() {
    assertThat(MIXED.shared()).isFalse();
    assertThat(Replicates.of(List.of(A, A)).shared()).isTrue();
    assertThat(Replicates.of(List.of(A)).shared()).isTrue();
    assertThat(Replicates.of(List.of()).shared()).isFalse();
  }

  @Test
  void select_numbersThoseThatStayAnew() {
    assertThat(MIXED.select(4, 2).groups())
        .containsExactly(new Group(B, List.of(0)), new Group(A, List.of(1)));
  }
}
