package dev.bridle.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SuggestionTest {
  private static final List<String> NAMES =
      List.of("l1", "l2", "dropout", "max-norm", "batch-norm", "early-stopping", "adam", "adamw");

  @ParameterizedTest
  @CsvSource({
    "dropuot, dropout",
    "droput, dropout",
    "dropoutt, dropout",
    "DROPOUT, dropout",
    "max_norm, max-norm",
    "maxnorm, max-norm",
    "MaxNorm, max-norm",
    "max norm, max-norm",
    "mx-nrm, max-norm",
    "batch, batch-norm",
    "early, early-stopping",
    "erly-stoping, early-stopping",
    "adm, adam",
    "l22, l2"
  })
  void nearest_misspelt_isTheNameMeant(String found, String meant) {
    assertThat(Suggestion.nearest(found, NAMES)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-", "lasso", "ridge", "ma", "xyzzy", "completely-different"})
  void nearest_farFromAll_isEmpty(String found) {
    assertThat(Suggestion.nearest(found, NAMES)).isEmpty();
  }

  @Test
  void nearest_equallyManyEdits_prefersNearCharactersThenTheFirst() {
    assertThat(Suggestion.nearest("l3", List.of("l1", "l2"))).contains("l2");
    assertThat(Suggestion.nearest("c5", List.of("c4", "c6"))).contains("c4");
  }

  @Test
  void nearest_nothingAllowed_isEmpty() {
    assertThat(Suggestion.nearest("dropout", List.of())).isEmpty();
  }

  @Test
  void nearest_columnInAnotherCase_keepsTheSpellingOfTheColumn() {
    assertThat(Suggestion.nearest("total_charge", List.of("customerID", "TotalCharges")))
        .contains("TotalCharges");
  }

  @Test
  void hint_nothingNear_isEmpty() {
    assertThat(Suggestion.hint("ridge", NAMES)).isEmpty();
    assertThat(Suggestion.hint("l3", List.of("l1", "l2"))).isEqualTo("; did you mean l2?");
  }

  @Test
  void expected_oneOrSeveral_namesThem() {
    assertThat(Suggestion.expected("p", List.of("rate"))).isEqualTo("expected rate");
    assertThat(Suggestion.expected("l3", List.of("l1", "l2", "elastic-net")))
        .isEqualTo("expected one of l1, l2, elastic-net; did you mean l2?");
  }

  @Test
  void expected_moreThanForty_tellsForty() {
    List<String> columns = IntStream.rangeClosed(1, 50).mapToObj(i -> "column" + i).toList();
    assertThat(Suggestion.expected("age", columns))
        .startsWith("expected one of column1, column2, ")
        .endsWith(", column40 and 10 more");
  }
}
