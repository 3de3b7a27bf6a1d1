package dev.bridle.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bridle.catalogue.Catalogue;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Kind;
import dev.bridle.text.TextException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every way to write a recipe wrong that has an answer of its own; {names} are all regularizers.
 */
final class RecipeErrorsTest {
  private static String filledIn(String message) {
    List<String> names =
        Catalogue.declarations().stream()
            .filter(d -> d.kind() != Kind.UPDATE_RULE)
            .map(Declaration::name)
            .sorted()
            .toList();
    return message
        .replace("none, {names}", "none, " + first(39, names))
        .replace("{names}", first(40, names));
  }

  /** No more than 40 names are told in all. */
  private static String first(int most, List<String> names) {
    String told = String.join(", ", names.subList(0, Math.min(most, names.size())));
    return names.size() > most ? told + " and " + (names.size() - most) + " more" : told;
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      maxCharsPerColumn = 10_000,
      textBlock =
"""
          `` => 1: found the end of the text, expected one of none, {names}
          dropuot(0.5) => 1: found "dropuot", expected one of none, {names}; did you mean dropout?
          Dropout(0.5) => 1: found "Dropout", expected one of none, {names}; did you mean dropout?
          max_norm(3) => 1: found "max_norm", expected one of none, {names}; did you mean max-norm?
          maxnorm(3) => 1: found "maxnorm", expected one of none, {names}; did you mean max-norm?
          None => 1: found "None", expected one of none, {names}; did you mean none?
          lasso(1e-4) => 1: found "lasso", expected one of none, {names}
          + l2(1e-4) => 1: found "+", expected one of none, {names}
          l2(1e-4) + => 11: found the end of the text, expected one of {names}
          l2(1e-4) + none => 12: none stands alone: leave it out, or the others
          none + l2(1e-4) => 1: none stands alone: it takes no settings and no other regularizers
          none(3) => 1: none stands alone: it takes no settings and no other regularizers
          adam(1e-3) => 1: adam is an update rule: it belongs to the plan
          l2(1e-4) + sgd(0.1) => 12: sgd is an update rule: it belongs to the plan
          l2 => 1: l2 needs its lambda, a finite number >= 0
          l2() => 1: l2 needs its lambda, a finite number >= 0
          l2( => 4: found the end of the text, expected a finite number >= 0
          l2(1e-4 => 8: found the end of the text, expected "," or ")"
          l2(1e-4)) => 9: found ")", expected "+" or the end of the text
          l2 1e-4 => 4: found "1e-4", expected settings in parentheses: l2(...)
          l2=1e-4 => 3: found "=", expected settings in parentheses: l2(...)
          l2: 1e-4 => 3: found ":", expected settings in parentheses: l2(...)
          l2(1e-4) dropout(0.5) => 10: found "dropout", expected "+" or the end of the text
          l2(1e-4), dropout(0.5) => 9: found ",", expected "+" or the end of the text
          none; l2(1e-4) => 5: found ";", but only one recipe can stand here
          l2(-1e-4) => 4: lambda = -1e-4: expected a finite number >= 0
          l2(inf) => 4: lambda = inf: expected a finite number >= 0
          l2(0.5f) => 7: found "f", expected "," or ")"
          l2(+1) => 4: found "+", expected a finite number >= 0
          l2(λ) => 4: found "λ", expected a finite number >= 0
          l2(1e999) => 4: found 1e999, which is too large for a number
          l2(1e-999) => 4: found 1e-999, which is too small for a number other than 0
          l2(1e-4; 1e-3) => 8: found ";", expected "," or ")"
          l2(1e-4,) => 9: found ")", expected a finite number >= 0
          l2(1e-4, 0.0001) => 4: lambda = [1e-4, 1e-4]: expected each number once
          dropout(1.2) => 9: rate = 1.2: expected a number in [0, 1)
          dropout(1) => 9: rate = 1: expected a number in [0, 1)
          dropout(nan) => 9: found "nan", expected a number in [0, 1)
          dropout(50%) => 9: found "50%", expected a fraction: 0.5
          dropout(0,5) => 11: rate = 5: expected a number in [0, 1)
          dropout(keep=0.8) => 9: setting "keep": numbers here are drop rates: write dropout(0.2)
          dropout(keep_prob=0.75) => 9: setting "keep_prob": numbers here are drop rates: write dropout(0.25)
          dropout(keep=[0.8, 0.5]) => 9: setting "keep": numbers here are drop rates: write dropout(1 - keep)
          dropout(p=0.5) => 9: setting "p": expected rate
          dropout(rat=0.5) => 9: setting "rat": expected rate; did you mean rate?
          dropout(rate 0.5) => 9: found "rate", expected rate=value
          dropout(0.1, rate=0.5) => 14: rate is written twice
          dropout(rate=0.1, rate=0.5) => 19: rate is written twice
          dropout([0.1, 0.5]) => 9: found "[", expected the values to try without brackets: dropout(a, b, c)
          dropout(0.1, 0.2..0.5) => 14: a range stands alone: write either a range or a list of numbers
          dropout(0->0.5) => 15: found ")", expected over and a number of epochs, such as 0->0.5 over 10
          dropout(0->0.5 in 10) => 16: found "in", expected "," or ")"
          dropout(0->0.5 over) => 20: found ")", expected a whole number from 1 to 1,000,000
          dropout(0->0.5 over 0) => 21: number of epochs = 0: expected a whole number from 1 to 1,000,000
          dropout(0->0.5 over 2.5) => 21: number of epochs = 2.5: expected a whole number from 1 to 1,000,000
          dropout(0->1.2 over 10) => 12: rate = 1.2: expected a number in [0, 1)
          dropout(0-> over 10) => 13: found "over", expected a number in [0, 1)
          dropout(0 over 10) => 11: found "over", expected "," or ")"
          dropout(0->0.5 over 10, 0.3) => 25: a schedule stands alone: several cannot be tried in one recipe
          dropout(0.3, 0->0.5 over 10) => 14: a schedule stands alone: several cannot be tried in one recipe
          dropout(rate=[0.3, 0->0.5 over 10]) => 21: found "-", expected "," or "]"
          dropout(0->0.2->0.5 over 10) => 15: found "-", expected over and a number of epochs, such as 0->0.5 over 10
          max-norm(2x-init->3x-init over 4) => 10: a schedule leads from one plain number to another
          early-stopping(2->5 over 3) => 16: patience = 2->5 over 3: expected one number; strengths, rates and limits may change
          ema(0->0.9 over 5) => 1: d = 0->0.9 over 5: expected one number; ema follows no schedule
          monte-carlo(1->20 over 5) => 13: n = 1->20 over 5: expected one number; strengths, rates and limits may change
          kl-sparsity(0.1, rate=0.1->0.05 over 5) => 23: rate = 0.1->0.05 over 5: expected one number; strengths, rates and limits may change
          dropout(0.5)@ => 14: place "": expected one of input, hidden, output, weights, bias, all, or the name of a layer such as dense1 or dense*
          dropout(0.5)@dense/1 => 14: place "dense/1": expected one of input, hidden, output, weights, bias, all, or the name of a layer such as dense1 or dense*
          dropout(0.5)@Hidden => 14: place "Hidden": expected one of input, hidden, output, weights, bias, all, or the name of a layer such as dense1 or dense*; did you mean hidden?
          dropout@input(0.5) => 14: found "(", but settings come before the place
          dropout(0.5) + dropout(0.3) => 16: dropout is written twice at hidden
          dropout(0.5) + dropout(0.3)@hidden => 16: dropout is written twice at hidden
          early-stopping(10)@hidden => 20: place "hidden": early-stopping takes no place
          l1(0..1) => 4: lambda = 0..1: expected a first number above 0, since this range is logarithmic; 0 can be tried in a list, such as 0, 1e-4, 1e-3
          l1(1e-2..1e-6) => 4: range 0.01..1e-6: expected the smaller number first
          l1(1e-6...1e-2) => 10: found ".1e-2", expected two dots between the ends of a range
          l1(1e-6..1e-2/1) => 15: number of values = 1: expected a whole number from 2 to 1,000
          l1(1e-6..1e-2/2.5) => 15: number of values = 2.5: expected a whole number from 2 to 1,000
          l1(1e-6..inf) => 10: lambda = inf: expected a finite number >= 0
          l1(1e-6..) => 10: found ")", expected a finite number >= 0
          l1(1e-6..1e-2/1000) + l2(1e-6..1e-2/11) => 23: found 11,000 combinations to try, expected at most 10,000
          l1(1e-4, solver=proxmal) => 17: solver = proxmal: expected one of proximal, subgradient; did you mean proximal?
          l1(1e-4, solver=3) => 17: found "3", expected one of proximal, subgradient
          l1(1e-4, proximal) => 10: found "proximal", expected solver=proximal
          l1(solver=proximal) => 1: l1 needs its lambda, a finite number >= 0
          l1(solver=proximal, 1e-4) => 21: found "1e-4", expected name=value, as values without a name come first; several values with one name go in brackets: name=[a, b]
          l1(lambda=) => 11: found ")", expected a finite number >= 0
          l1(lambda=1e-5, 1e-4) => 17: found "1e-4", expected name=value, as values without a name come first; several values with one name go in brackets: name=[a, b]
          l1(lambda=[1e-4]) => 11: lambda = [1e-4]: expected at least two numbers in brackets
          l1(lambda=[1e-4, 1e-3) => 22: found ")", expected "," or "]"
          l1(lambda=[1e-4..1e-3]) => 16: found ".", expected "," or "]"
          elastic-net => 1: elastic-net needs either l1 and l2, or lambda and alpha (l1 = lambda (1 - alpha), l2 = lambda alpha); found neither
          elastic-net(1e-4) => 1: elastic-net needs either l1 and l2, or lambda and alpha (l1 = lambda (1 - alpha), l2 = lambda alpha); found lambda
          elastic-net(l1=1e-4) => 1: elastic-net needs either l1 and l2, or lambda and alpha (l1 = lambda (1 - alpha), l2 = lambda alpha); found l1
          elastic-net(1e-4, alpha=0.5, l1=1e-4) => 1: elastic-net needs either l1 and l2, or lambda and alpha (l1 = lambda (1 - alpha), l2 = lambda alpha); found lambda, alpha, l1
          elastic-net(1e-4, alpha=1.5) => 25: alpha = 1.5: expected a number in [0, 1]
          max-norm(0) => 10: c = 0: expected a number > 0 (inf: no limit)
          max-norm(3x-inti) => 11: found "x-inti", expected x-init, "," or ")"; did you mean x-init?
          max-norm(rms 3) => 14: found "3", expected "("
          max-norm(rms(0)) => 10: c = rms(0): expected a number > 0 (inf: no limit)
          max-norm(three) => 10: found "three", expected a number > 0 (inf: no limit), also as 1x-init or rms(1)
          max-norm(infinity) => 10: found "infinity", expected a number > 0 (inf: no limit), also as 1x-init or rms(1); did you mean inf?
          max-norm(3, 2x-init) => 10: c = [3, 2x-init]: expected numbers of one unit
          max-norm(2x-init..3x-init) => 10: a range has plain numbers as ends; write the values as a list
          non-negative(3) => 14: found "3", but non-negative takes no settings
          non-negative(scop=whole) => 14: setting "scop": non-negative takes no settings
          early-stopping(2.5) => 16: patience = 2.5: expected a whole number >= 1 (inf: no limit)
          early-stopping(0) => 16: patience = 0: expected a whole number >= 1 (inf: no limit)
          early-stopping(gl(0)) => 16: patience = gl(0): expected a finite number > 0
          early-stopping(up(2.5)) => 16: patience = up(2.5): expected a finite whole number >= 1
          early-stopping(up(0)) => 16: patience = up(0): expected a finite whole number >= 1
          early-stopping(pq(0.5, 5)) => 22: found ",", expected ")"
          early-stopping(ql(5)) => 16: found "ql", expected a whole number >= 1 (inf: no limit), also as gl(1) or pq(1) or up(1)
          early-stopping(5, gl(5)) => 16: patience = [5, gl(5)]: expected numbers of one unit
          early-stopping(10, strip=0) => 26: strip = 0: expected a whole number >= 1 (inf: no limit)
          early-stopping(10, metric=acuracy) => 27: metric = acuracy: expected one of loss, accuracy, balanced-accuracy, auc, log-loss, brier, rmse, mae, r2; did you mean accuracy?
          early-stopping(1..3) => 16: patience = 1..3: expected fewer values between its ends, such as 1..3/2
          l2(1e-4)# => 9: found "#", expected "+" or the end of the text
""")
  void parse_wrongText_saysWhereAndWhatIsAllowed(String text, String positionAndReason) {
    TextException e = catchThrowableOfType(TextException.class, () -> Recipe.parse(text));
    assertThat(e).hasMessage("recipe \"" + text + "\", position " + filledIn(positionAndReason));
    assertThat(e.getMessage()).contains("position " + e.position() + ": " + e.reason());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
"""
          `` => 1: found the end of the text, expected one of none, {names}
          none; => 6: found the end of the text, expected one of none, {names}
          none;;l2(3) => 6: found ";", expected one of none, {names}
          none; l3(3) => 7: found "l3", expected one of none, {names}; did you mean l2?
          none; l2(1e-4) dropout(0.5) => 16: found "dropout", expected "+", ";" or the end of the text
          none; l2(1e-4); dropout(1.5) => 25: rate = 1.5: expected a number in [0, 1)
""")
  void parseAll_wrongText_countsPositionsInAllOfIt(String text, String positionAndReason) {
    TextException e = catchThrowableOfType(TextException.class, () -> Recipe.parseAll(text));
    assertThat(e).hasMessage("recipes \"" + text + "\", position " + filledIn(positionAndReason));
  }
}
