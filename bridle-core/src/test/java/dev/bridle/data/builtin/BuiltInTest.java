package dev.bridle.data.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BuiltInTest {

  @Test
  void names_areThoseDocumented_strokesFirst() {
    assertThat(BuiltIn.names())
        .containsExactly(
            "strokes",
            "moons",
            "spirals",
            "temperature",
            "friedman",
            "correlated",
            "sine-sequence",
            "words");
  }

  @Test
  void all_hasOneGeneratorForEachName() {
    assertThat(BuiltIn.all())
        .allSatisfy(set -> assertThat(BuiltIn.find(set.name())).containsSame(set));
  }

  @Test
  void find_unknownName_isEmpty() {
    assertThat(BuiltIn.find("Strokes")).isEmpty();
    assertThat(BuiltIn.find("")).isEmpty();
  }
}
