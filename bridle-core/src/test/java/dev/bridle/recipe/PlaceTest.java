package dev.bridle.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlaceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "input",
        "all",
        "bias",
        "dense1",
        "dense*",
        "*",
        "conv?",
        "max-pool2",
        "encoder.0.weight_ih_l0"
      })
  void check_wordsNamesAndPatterns_areAllowed(String place) {
    assertThat(Place.check(place)).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "dense 1", "d\u00e4nse", "dense/1", "[dense1]"})
  void check_otherCharacters_areRefused(String place) {
    assertThatThrownBy(() -> Place.check(place))
        .hasMessage(
            "place \""
                + place
                + "\": expected one of input, hidden, output, weights, bias, all,"
                + " or the name of a layer such as dense1 or dense*");
  }

  @Test
  void check_wordInAnotherCase_isRefusedWithTheWord() {
    assertThatThrownBy(() -> Place.check("Hidden")).hasMessageEndingWith("; did you mean hidden?");
  }

  @ParameterizedTest
  @CsvSource({
    "dense1, dense1, true",
    "dense1, dense12, false",
    "dense*, dense12, true",
    "dense*, dense, true",
    "dense*, conv1, false",
    "dense?, dense1, true",
    "dense?, dense12, false",
    "dense?, dense, false",
    "*, anything, true",
    "*, '', true",
    "'', '', true",
    "'', a, false",
    "*1, dense1, true",
    "*1, dense12, false",
    "*n*e?, dense1, true",
    "*a*b*c, aXbXbXc, true",
    "*a*b*c, aXbXbXcd, false",
    "**, x, true"
  })
  void globMatches_starAndQuestionMark(String glob, String name, boolean matches) {
    assertThat(Place.globMatches(glob, name)).isEqualTo(matches);
  }
}
