package dev.bridle.study.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class UnitKeyTest {
  @Test
  void order_isPhaseRecipeReplicateSalt() {
    List<UnitKey> sorted =
        List.of(
            new UnitKey("confirm", "z", 9),
            new UnitKey("select", "a", 2),
            new UnitKey("select", "a", 10),
            new UnitKey("select", "a", 10, "s"),
            new UnitKey("select", "b", 0));
    assertThat(sorted).isSorted();
  }

  @Test
  void toString_tellsTheSaltOnlyIfThereIsOne() {
    assertThat(new UnitKey("select", "none", 3)).hasToString("select, none, replicate 3");
    assertThat(new UnitKey("select", "none", 3, "b"))
        .hasToString("select, none, replicate 3, salt b");
  }

  @Test
  void texts_thatCannotBeStored_areRefused() {
    refused("", "none", 0, "", "phase = \"\": expected a text on one line, not blank");
    refused("select", "a\nb", 0, "", "recipe = \"a\\nb\": expected a text on one line, not blank");
    refused("select", "none", -1, "", "replicate = -1: expected a number >= 0");
    refused(
        "select",
        "a\ud800b",
        0,
        "",
        "recipe: expected a text without lone surrogates, found one at 1");
    refused(
        "select",
        "\udc00",
        0,
        "",
        "recipe: expected a text without lone surrogates, found one at 0");
    refused(
        "select",
        "none",
        0,
        "a\0",
        "salt: expected a text without the character 0, found one at 1");
  }

  @Test
  void texts_beyondTheBasicPlane_areTaken() {
    assertThat(new UnitKey("select", "\ud83d\ude00\ud83d\ude00", 0).recipe()).hasSize(4);
  }

  private static void refused(
      String phase, String recipe, int replicate, String salt, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UnitKey(phase, recipe, replicate, salt))
        .withMessage(message);
  }
}
