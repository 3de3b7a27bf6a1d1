package dev.bridle.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TermTest {
  private static Term parse(String text) {
    return Recipe.parse(text).terms().get(0);
  }

  private static Term term(String name, String setting, Value value) {
    return new Term(name, Map.of(setting, value), parse("l2(1)").place());
  }

  @Test
  void number_writtenOrNot_isTheNumberOrTheDefault() {
    assertThat(parse("l2(1e-4)").number("lambda")).isEqualTo(1e-4);
    assertThat(parse("batch-norm(epsilon=1e-3)").numbers())
        .containsExactly(Map.entry("momentum", 0.1), Map.entry("epsilon", 1e-3));
  }

  @Test
  void number_unknownParameter_isRefused() {
    assertThatThrownBy(() -> parse("l2(1e-4)").number("lamda"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("l2: parameter \"lamda\": expected lambda; did you mean lambda?");
  }

  @Test
  void number_severalToTry_isRefused() {
    assertThatThrownBy(() -> parse("l2(1, 2)").number("lambda"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("l2: lambda = [1, 2]: expected one number; expand the recipe first");
  }

  @Test
  void numbers_elasticNetByShare_areItsTwoStrengths() {
    Term net = parse("elastic-net(1e-3, alpha=0.25)");
    assertThat(net.number("l1")).isCloseTo(7.5e-4, within(1e-18)); // 1e-3 (1 - 0.25)
    assertThat(net.number("l2")).isCloseTo(2.5e-4, within(1e-18)); // 1e-3 0.25
    assertThat(net).hasToString("elastic-net(0.001, alpha=0.25)");
  }

  @Test
  void numbers_elasticNetByStrengths_areWhatIsWritten() {
    assertThat(parse("elastic-net(l2=1e-4, l1=1e-5)").numbers())
        .containsExactly(Map.entry("l1", 1e-5), Map.entry("l2", 1e-4));
  }

  @Test
  void scale_ofNumberListOrNone() {
    assertThat(parse("max-norm(3x-init)").scale("c")).isEqualTo("x-init");
    assertThat(parse("max-norm(rms(0.1), rms(0.2))").scale("c")).isEqualTo("rms");
    assertThat(parse("max-norm(3)").scale("c")).isEmpty();
    assertThat(parse("batch-norm").scale("momentum")).isEmpty();
  }

  @Test
  void word_writtenOrNot_isTheWordOrTheDefault() {
    Term term = parse("max-norm(3, bias=joint)");
    assertThat(term.word("bias")).isEqualTo("joint");
    assertThat(term.word("scope")).isEqualTo("per-unit");
    assertThatThrownBy(() -> term.word("colour"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("max-norm: no choice \"colour\"");
  }

  @Test
  void structure_hasWordsScalesAndPlaceButNoNumbers() {
    assertThat(parse("l2(1e-4)").structure()).isEqualTo("l2@weights");
    assertThat(parse("max-norm(3x-init, momentum=tangent)@dense1").structure())
        .isEqualTo("max-norm(c=x-init, bias=free, scope=per-unit, momentum=tangent)@dense1");
    assertThat(parse("early-stopping(3)").structure()).isEqualTo("early-stopping(metric=loss)");
    assertThat(parse("early-stopping(gl(3), strip=2)").structure())
        .isEqualTo("early-stopping(patience=gl, metric=loss)");
  }

  @Test
  void structure_twoWaysOfOneElasticNet_isOne() {
    assertThat(parse("elastic-net(1e-3, alpha=0.5)").structure())
        .isEqualTo(parse("elastic-net(l1=1, l2=2)").structure());
  }

  @Test
  void toString_sameSettingsInAnotherOrder_isTheSame() {
    Map<String, Value> settings = new LinkedHashMap<>();
    settings.put("bias", new Value.Word("joint"));
    settings.put("c", Value.Single.of(3));
    Term other = new Term("max-norm", settings, "hidden");
    assertThat(other).isEqualTo(parse("max-norm(3, bias=joint)@hidden"));
    assertThat(other).hasToString("max-norm(3, bias=joint)@hidden");
  }

  @Test
  void settings_ofATerm_cannotBeChanged() {
    assertThatThrownBy(() -> parse("l2(1)").settings().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void term_madeByAProgram_isCheckedLikeText() {
    assertThatThrownBy(() -> term("l2", "lambda", Value.Single.of(Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lambda = nan: expected a finite number >= 0");
    assertThatThrownBy(() -> term("l2", "lambda", new Value.Single(1, "rms")))
        .hasMessage("lambda = rms(1): expected a finite number >= 0");
    assertThatThrownBy(() -> term("l2", "lambda", new Value.Word("joint")))
        .hasMessage("lambda = joint: expected a finite number >= 0");
    assertThatThrownBy(() -> term("l2", "sigma", Value.Single.of(1)))
        .hasMessage("setting \"sigma\": expected lambda");
    assertThatThrownBy(() -> term("max-norm", "bias", Value.Single.of(3)))
        .hasMessage("bias = 3: expected one of free, joint, rescaled");
    assertThatThrownBy(
            () ->
                term(
                    "max-norm",
                    "c",
                    new Value.Listed(List.of(Value.Single.of(3), new Value.Single(3, "rms")))))
        .hasMessage("c = [3, rms(3)]: expected numbers of one unit");
    assertThatThrownBy(() -> new Term("l2", Map.of(), "weights"))
        .hasMessage("l2 needs its lambda, a finite number >= 0");
    assertThatThrownBy(() -> new Term("max-norm", Map.of("c", Value.Single.of(1)), "no place"))
        .hasMessageStartingWith("place \"no place\": expected one of input, hidden");
    assertThatThrownBy(() -> new Term("l3", Map.of(), "weights"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("l3");
  }
}
