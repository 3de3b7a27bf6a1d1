package dev.bridle.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.architecture.Architecture;
import dev.bridle.population.WeightSpec;
import dev.bridle.recipe.Recipe;
import dev.bridle.recipe.Term;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a network of two hidden layers, with batch normalisation, and three outputs. */
final class PlacesTest {
  private static final Architecture DEEP =
      Architecture.parse("dense(5) relu, dense(4) relu").withOutputs(3);

  private static final Architecture LINEAR = Architecture.parse("none").withOutputs(3);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "l2(1)              | dense1.kernel dense2.kernel dense3.kernel",
        "l2(1)@weights      | dense1.kernel dense2.kernel dense3.kernel",
        "l2(1)@hidden       | dense1.kernel dense2.kernel",
        "l2(1)@output       | dense3.kernel",
        "l2(1)@bias         | dense1.bias dense2.bias dense3.bias",
        "l2(1)@dense2       | dense2.kernel",
        "l2(1)@dense*       | dense1.kernel dense2.kernel dense3.kernel",
        "l2(1)@*            | dense1.kernel dense2.kernel dense3.kernel",
        "l2(1)@dense?       | dense1.kernel dense2.kernel dense3.kernel",
        "l2(1)@*3           | dense3.kernel",
        "weight-decay(1)    | dense1.kernel dense2.kernel dense3.kernel",
        "max-norm(1)@bias   | dense1.bias dense2.bias dense3.bias",
      })
  void weights_areThoseThePlaceNames(String recipe, String expected) {
    assertThat(weights(recipe, DEEP)).isEqualTo(List.of(expected.split(" ")));
  }

  @Test
  void weights_all_areScalesAndShiftsToo() {
    assertThat(weights("l2(1)@all + batch-norm", DEEP))
        .containsExactlyInAnyOrder(
            "dense1.kernel",
            "dense2.kernel",
            "dense3.kernel",
            "dense1.bias",
            "dense2.bias",
            "dense3.bias",
            "dense1/batch-norm.scale",
            "dense1/batch-norm.shift",
            "dense2/batch-norm.scale",
            "dense2/batch-norm.shift");
  }

  @Test
  void weights_default_leavesScalesAndShiftsAlone() {
    assertThat(weights("l2(1) + batch-norm", DEEP))
        .containsExactly("dense1.kernel", "dense2.kernel", "dense3.kernel");
    assertThat(weights("l2(1)@bias + batch-norm", DEEP))
        .containsExactly("dense1.bias", "dense2.bias", "dense3.bias");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dropout(0.5)         | dense1 dense2",
        "dropout(0.5)@hidden  | dense1 dense2",
        "dropout(0.5)@input   | input",
        "dropout(0.5)@all     | input dense1 dense2",
        "dropout(0.5)@dense1  | dense1",
        "dropout(0.5)@*2      | dense2",
        "dropout(0.5)@d?nse*  | dense1 dense2",
        "batch-norm           | dense1 dense2",
        "batch-norm@all       | dense1 dense2",
        "batch-norm@dense2    | dense2",
        "input-noise(1)       | input",
        "input-noise(1)@all   | input",
      })
  void activations_areThoseThePlaceNames(String recipe, String expected) {
    assertThat(Places.activations(term(recipe), DEEP)).isEqualTo(List.of(expected.split(" ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "l2(1)@dense4   | weights, hidden, output, bias, all, dense1, dense2, dense3",
        "l2(1)@conv*    | weights, hidden, output, bias, all, dense1, dense2, dense3",
        "l2(1)@input    | weights, hidden, output, bias, all, dense1, dense2, dense3",
        "max-norm(1)@d2 | weights, hidden, output, bias, all, dense1, dense2, dense3",
      })
  void weights_nothing_isAnErrorWithWhatThereIs(String recipe, String expected) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> weights(recipe, DEEP))
        .withMessage(message(recipe) + "expected one of " + expected);
  }

  @Test
  void weights_hiddenOfALinearNetwork_isAnErrorWithoutThatWord() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> weights("l2(1)@hidden", LINEAR))
        .withMessage(
            message("l2(1)@hidden") + "expected one of weights, output, bias, all, dense1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dropout(0.5)@output  | input, hidden, dense1, dense2",
        "dropout(0.5)@dense3  | input, hidden, dense1, dense2",
        "dropout(0.5)@weights | input, hidden, dense1, dense2",
        "batch-norm@input     | hidden, dense1, dense2",
        "batch-norm@dense3    | hidden, dense1, dense2",
        "input-noise(1)@hidden | input",
        "input-noise(1)@dense1 | input",
      })
  void activations_nothing_isAnErrorWithWhatThereIs(String recipe, String expected) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Places.activations(term(recipe), DEEP))
        .withMessage(message(recipe) + "expected one of " + expected);
  }

  @Test
  void activations_noHiddenLayers_isSaid() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Places.activations(term("batch-norm"), LINEAR))
        .withMessage(message("batch-norm@hidden") + "it has no hidden layers");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Places.activations(term("dropout(0.5)"), LINEAR))
        .withMessage(message("dropout(0.5)@hidden") + "expected one of input");
  }

  private static List<String> weights(String recipe, Architecture architecture) {
    Recipe parsed = Recipe.parse(recipe);
    List<WeightSpec> all =
        CompiledNetwork.compile(architecture, withoutWeightTerms(parsed), 7, 3)
            .layout(List.of())
            .weights();
    return Places.weights(parsed.terms().get(0), architecture, all).stream()
        .map(WeightSpec::name)
        .toList();
  }

  /** The woven terms alone, which decide what weights there are. */
  private static Recipe withoutWeightTerms(Recipe recipe) {
    return new Recipe(recipe.terms().subList(1, recipe.terms().size()));
  }

  private static Term term(String recipe) {
    return Recipe.parse(recipe).terms().get(0);
  }

  private static String message(String recipe) {
    String name = recipe.replaceAll("[(@].*", "");
    String place = recipe.replaceAll(".*@", "");
    return "place \"" + place + "\" of " + name + ": matches nothing in this network; ";
  }
}
