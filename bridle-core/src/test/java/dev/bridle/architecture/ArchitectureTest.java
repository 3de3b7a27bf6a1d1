package dev.bridle.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bridle.text.RandomEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArchitectureTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          dense(256) relu, dense(256) relu, dense(10) => dense(256) relu, dense(256) relu, dense(10)
          dense(3)tanh,dense( 2 )leaky-relu => dense(3) tanh, dense(2) leaky-relu
          dense(3) linear => dense(3)
          dense(1e6) => dense(1000000)
          conv(16,3)relu,max-pool(2),flatten => conv(16, 3) relu, max-pool(2), flatten
          conv(16, 3, padding=same, stride=2, groups=4) => conv(16, 3, stride=2, padding=1, groups=4)
          max-pool(3, stride=2), avg-pool(2, stride=2) => max-pool(3, stride=2), avg-pool(2)
          conv(8, 1, stride=1, padding=0), global-avg-pool => conv(8, 1), global-avg-pool
          embedding(1000, 16), lstm(32, bidirectional, sequence), gru(8) => embedding(1000, 16), lstm(32, sequence, bidirectional), gru(8)
          rnn(4, masked), dense(10) => rnn(4, masked), dense(10)
          residual(conv(8,3,padding=1)relu, conv(8,3,padding=1))relu => residual(conv(8, 3, padding=1) relu, conv(8, 3, padding=1)) relu
          none => none
          """)
  void toString_isCanonicalAndParsesBack(String text, String canonical) {
    Architecture network = Architecture.parse(text);
    assertThat(network).hasToString(canonical);
    assertThat(Architecture.parse(canonical)).isEqualTo(network);
  }

  @Test
  void parse_layers_areValues() {
    assertThat(Architecture.parse("dense(4) gelu, dense(2)").layers())
        .containsExactly(
            new LayerSpec.Dense(4, Activation.GELU), new LayerSpec.Dense(2, Activation.LINEAR));
    assertThat(Architecture.parse("none").layers()).isEmpty();
  }

  @Test
  void default_isTwoHiddenLayers() {
    assertThat(Architecture.DEFAULT).hasToString("dense(128) relu, dense(128) relu");
  }

  @Test
  void print_anyNetwork_parsesBackToTheSame() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 1000; i++) {
      List<LayerSpec> layers = new ArrayList<>();
      for (int n = random.nextInt(5); n > 0; n--) {
        Activation[] all = Activation.values();
        int units = 1 + random.nextInt(LayerSpec.Dense.MAX_UNITS);
        layers.add(new LayerSpec.Dense(units, all[random.nextInt(all.length)]));
      }
      Architecture network = new Architecture(layers);
      assertThat(Architecture.parse(network.toString())).isEqualTo(network);
    }
  }

  @Test
  void parse_editedText_isReadOrRefusedWithAPosition() {
    List<String> texts =
        List.of("none", "dense(256) relu, dense(10)", "dense(1) leaky-relu", "dense(2) linear");
    new RandomEdits(2).check(texts, 10_000, Architecture::parse);
  }

  @Test
  void layerName_isKindAndNumber() {
    Architecture network = Architecture.parse("dense(4) relu, dense(3) relu, dense(2)");
    assertThat(List.of(network.layerName(0), network.layerName(1), network.layerName(2)))
        .containsExactly("dense1", "dense2", "dense3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          dense(8) relu => dense(8) relu, dense(3)
          dense(8) relu, dense(3) => dense(8) relu, dense(3)
          dense(8) relu, dense(3) relu => dense(8) relu, dense(3) relu, dense(3)
          dense(3) => dense(3)
          none => dense(3)
          """)
  void withOutputs_three_endsInThreeLinearUnits(String text, String expected) {
    Architecture network = Architecture.parse(text).withOutputs(3);
    assertThat(network).hasToString(expected);
    assertThat(network.withOutputs(3)).isEqualTo(network);
  }

  @Test
  void withOutputs_otherOutputLayer_isRefused() {
    Architecture network = Architecture.parse("dense(8) relu, dense(10)");
    assertThatThrownBy(() -> network.withOutputs(3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "network \"dense(8) relu, dense(10)\" ends in dense(10), but the data ask for 3"
                + " outputs: write dense(3) or leave the last layer out");
    assertThatThrownBy(() -> network.withOutputs(1))
        .hasMessageContaining("ask for 1 output: write");
  }

  @Test
  void withOutputs_none_isRefused() {
    assertThatThrownBy(() -> Architecture.DEFAULT.withOutputs(0))
        .hasMessage("units = 0: expected a whole number from 1 to 1,000,000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
"""
          `` => 1: found the end of the text, expected layers such as dense(128) relu; a linear model is written dense(N), N being the number of outputs, or none
          256, 128 => 1: found "256", expected a layer: dense(256)
          dense => 6: found the end of the text, expected "(" as in dense(units) relu
          dense 256 => 7: found "256", expected "(" as in dense(units) relu
          dense() => 7: found ")", expected a whole number from 1 to 1,000,000
          dense(256 => 10: found the end of the text, expected ")" as in dense(units) relu
          dense(0) => 7: units = 0: expected a whole number from 1 to 1,000,000
          dense(2000000) => 7: units = 2000000: expected a whole number from 1 to 1,000,000
          dense(2.5) => 7: units = 2.5: expected a whole number from 1 to 1,000,000
          dense(256, relu) => 10: found ",", expected ")" as in dense(units) relu
          dense(256) rleu => 12: found "rleu", expected one of linear, relu, leaky-relu, gelu, selu, tanh, sigmoid, silu; did you mean relu?
          dense(256) ReLU => 12: found "ReLU", expected one of linear, relu, leaky-relu, gelu, selu, tanh, sigmoid, silu; did you mean relu?
          dense(256) leaky_relu => 12: found "leaky_relu", expected one of linear, relu, leaky-relu, gelu, selu, tanh, sigmoid, silu; did you mean leaky-relu?
          dense(256) relu tanh => 17: found "tanh", expected "," or the end of the text
          dense(256) relu dense(10) => 17: found "dense", expected "," or the end of the text
          dense(256) dense(10) => 12: found "dense", expected an activation, or a comma before the next layer
          dense(256) + dense(10) => 12: found "+", expected "," or the end of the text
          dense(256), => 12: found the end of the text, expected a layer: dense, conv, max-pool, avg-pool, global-max-pool, global-avg-pool, flatten, rnn, lstm, gru, embedding, residual
          dens(3) => 1: found "dens", expected a layer: dense, conv, max-pool, avg-pool, global-max-pool, global-avg-pool, flatten, rnn, lstm, gru, embedding, residual; did you mean dense?
          relu(3) => 1: found "relu", expected a layer: dense, conv, max-pool, avg-pool, global-max-pool, global-avg-pool, flatten, rnn, lstm, gru, embedding, residual
          conv(8) => 7: found ")", expected "," as in conv(filters, size) relu
          conv(8, 3, 2) => 12: found "2", expected one of stride=, padding=, groups=
          conv(8, 3, strid=2) => 12: found "strid", expected one of stride=, padding=, groups=; did you mean stride=?
          conv(8, 3, stride=0) => 19: stride = 0: expected a whole number from 1 to 10,000
          conv(8, 3, stride=2, stride=2) => 22: stride: written twice
          conv(8, 4, padding=same) => 20: padding=same: expected an odd size, not 4
          conv(8, 3, groups=9) => 1: groups = 9: expected a whole number from 1 to 8
          max-pool(2) relu => 13: found "relu", expected "," or the end of the text
          lstm(8, sequnce) => 9: found "sequnce", expected one of sequence, bidirectional, masked; did you mean sequence?
          embedding(1, 4) => 11: vocabulary = 1: expected a whole number from 2 to 10,000,000
          residual() => 10: found ")", expected a layer: dense, conv, max-pool, avg-pool, global-max-pool, global-avg-pool, flatten, rnn, lstm, gru, embedding, residual
          residual(dense(3) => 18: found the end of the text, expected ")" as in residual(dense(units) relu, dense(units)) relu
          none, dense(3) => 1: none stands alone: it is a network without hidden layers
""")
  void parse_wrongText_saysWhereAndWhatIsAllowed(String text, String positionAndReason) {
    assertThatThrownBy(() -> Architecture.parse(text))
        .hasMessage("network \"" + text + "\", position " + positionAndReason);
  }
}
