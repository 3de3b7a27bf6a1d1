package dev.bridle.study.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class StudyPlanRecordTest {
  @Test
  void sha256_isThatOfTheText() {
    // printf '{}' | sha256sum
    assertThat(Studies.plan("{}").sha256())
        .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  }

  @Test
  void text_thatIsNoJson_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Studies.plan("seed: 7"))
        .withMessageStartingWith("plan: expected a JSON text: line 1");
    String deep = "[".repeat(64) + "]".repeat(64);
    assertThatIllegalArgumentException().isThrownBy(() -> Studies.plan(deep));
  }

  @Test
  void fields_outOfRange_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DataFingerprint("a.csv", 1, "ABC", ""))
        .withMessage("data SHA-256 = \"ABC\": expected 64 digits of 0-9, a-f");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DataFingerprint("a.csv", -1, Studies.SHA, ""))
        .withMessage("data size = -1: expected a number >= 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StudyPlanRecord("{}", Studies.DATA, Map.of("java", "1\0"), 1))
        .withMessage("version of java: expected a text without the character 0, found one at 1");
  }
}
