package dev.bridle.study.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlanDifferenceTest {
  @Test
  void equalPlans_differInNothing() {
    assertThat(between("{\"a\":1,\"b\":[2]}", "{ \"b\":[2], \"a\":1 }")).isEmpty();
  }

  @Test
  void nestedValues_areNamedByTheirPath() {
    assertThat(
            between(
                "{\"protocol\":{\"seed\":7,\"select\":5},\"recipes\":[\"none\",\"l1\"]}",
                "{\"protocol\":{\"seed\":8,\"delta\":0.5},\"recipes\":[\"none\",\"l2\",\"l3\"]}"))
        .containsExactly(
            "protocol.delta absent there, 0.5 here",
            "protocol.seed 7 there, 8 here",
            "protocol.select 5 there, absent here",
            "recipes[1] \"l1\" there, \"l2\" here",
            "recipes 2 entries there, 3 here");
  }

  @Test
  void wholeAndRealNumbers_areDifferent() {
    assertThat(between("{\"a\":1}", "{\"a\":1.0}")).containsExactly("a 1 there, 1.0 here");
    assertThat(between("1", "\"1\"")).containsExactly("plan 1 there, \"1\" here");
  }

  @Test
  void longValues_areCut() {
    String line = between("{\"a\":\"" + "\ud83d\ude00".repeat(80) + "\"}", "{}").get(0);
    assertThat(line).isEqualTo("a \"" + "\ud83d\ude00".repeat(59) + "... there, absent here");
  }

  @Test
  void changedData_areNamed_movedDataAreTheSame() {
    DataFingerprint there = Studies.DATA;
    String other = "f".repeat(64);
    assertThat(
            between(there, new DataFingerprint("moved.csv", 1200, there.sha256(), "age: number")))
        .isEmpty();
    assertThat(between(there, new DataFingerprint("churn.csv", 1201, other, "age: category")))
        .containsExactly(
            "data churn.csv of 1200 bytes, SHA-256 01234567 there,"
                + " churn.csv of 1201 bytes, SHA-256 ffffffff here",
            "columns of the data \"age: number\" there, \"age: category\" here");
  }

  @Test
  void message_tellsThreeDifferences() {
    List<String> differences = List.of("a", "b", "c", "d", "e");
    PlanMismatch mismatch = new PlanMismatch(Path.of("x"), differences);
    assertThat(mismatch)
        .hasMessage("the study in x is of another plan: a; b; c; and 2 more; --fresh starts anew");
    assertThat(mismatch.differences()).isEqualTo(differences);
  }

  private static List<String> between(String there, String here) {
    return PlanDifference.between(Studies.plan(there), Studies.plan(here));
  }

  private static List<String> between(DataFingerprint there, DataFingerprint here) {
    return PlanDifference.between(
        new StudyPlanRecord("{}", there, Map.of(), 1),
        new StudyPlanRecord("{}", here, Map.of(), 1));
  }
}
