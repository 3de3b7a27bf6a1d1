package dev.bridle.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bridle.recipe.Recipe;
import dev.bridle.testing.OneThread;
import java.util.List;
import org.bytedeco.pytorch.LSTMImpl;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.ReLUImpl;
import org.bytedeco.pytorch.SequentialImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(OneThread.class)
final class ModulePlacesTest {
  /** {@code encoder.0, encoder.2, fc1, fc2, bn, lstm}. */
  private static Module net() {
    SequentialImpl encoder = new SequentialImpl();
    encoder.push_back(new LinearImpl(4, 3));
    encoder.push_back(new ReLUImpl());
    encoder.push_back(new LinearImpl(3, 3));
    Module net = Layers.small();
    Layers.add(net, "encoder", encoder);
    Layers.add(net, "lstm", new LSTMImpl(1, 1));
    return net;
  }

  @ParameterizedTest
  @CsvSource({
    "weights, 'fc1.weight fc2.weight encoder.0.weight encoder.2.weight lstm.weight_ih_l0"
        + " lstm.weight_hh_l0'",
    "bias, 'fc1.bias fc2.bias encoder.0.bias encoder.2.bias lstm.bias_ih_l0 lstm.bias_hh_l0'",
    "fc1, fc1.weight",
    "fc*, fc1.weight fc2.weight",
    "encoder, encoder.0.weight encoder.2.weight",
    "encoder.0, encoder.0.weight",
    "encoder.?, encoder.0.weight encoder.2.weight",
    "*.0, encoder.0.weight",
    "fc1.bias, fc1.bias",
    "bn.weight, bn.weight",
    "*weight_hh_l0, lstm.weight_hh_l0",
    "*.bias, fc1.bias bn.bias fc2.bias encoder.0.bias encoder.2.bias",
  })
  void place_namesModulesFirst_thenParameters(String place, String expected) {
    try (ModuleRestraint restraint = ModuleRestraint.of(net(), Recipe.parse("l2(1)@" + place))) {
      List<String> acting =
          restraint
              .toString()
              .lines()
              .filter(l -> !l.endsWith(": nothing"))
              .map(l -> l.substring(0, l.indexOf(':')))
              .toList();
      assertThat(acting).containsExactly(expected.split(" "));
    }
  }

  @Test
  void all_isEverything() {
    try (ModuleRestraint restraint = ModuleRestraint.of(net(), Recipe.parse("l2(1)@all"))) {
      assertThat(restraint.toString().lines()).hasSize(14).allMatch(l -> l.endsWith(": l2(1)@all"));
    }
  }

  @Test
  void star_isAllWeights_alsoThoseOfTheRoot() {
    try (ModuleRestraint restraint =
        ModuleRestraint.of(new LinearImpl(2, 2), Recipe.parse("l2(1)@weight"))) {
      assertThat(restraint.toString())
          .isEqualTo("weight: 2 units x 2 weights: l2(1)@weight\nbias: 2 biases: nothing");
    }
  }

  @Test
  void place_thatMatchesNothing_isRefusedWithTheNamesThereAre() {
    assertThatThrownBy(
            () -> ModuleRestraint.of(Layers.small(), Recipe.parse("l2(1) + max-norm(3)@fc3")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "place \"fc3\" of max-norm: matches nothing to act on; expected one of weights, bias,"
                + " all, fc1, fc2, fc1.weight, fc1.bias, bn.weight, bn.bias, fc2.weight, fc2.bias;"
                + " did you mean fc2?");
  }

  @Test
  void place_ofAModuleWithoutWeights_isRefused() {
    assertThatThrownBy(() -> ModuleRestraint.of(Layers.small(), Recipe.parse("l2(1)@bn")))
        .hasMessageStartingWith("place \"bn\" of l2: matches nothing to act on; expected one of");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hidden", "output"})
  void place_thatNeedsToKnowTheLastLayer_isRefused(String place) {
    assertThatThrownBy(() -> ModuleRestraint.of(Layers.small(), Recipe.parse("l2(1)@" + place)))
        .hasMessageStartingWith(
            "place \""
                + place
                + "\" of l2: a module does not say which of its layers is the last;"
                + " expected one of weights, bias, all, fc1, fc2, fc1.weight");
  }
}
