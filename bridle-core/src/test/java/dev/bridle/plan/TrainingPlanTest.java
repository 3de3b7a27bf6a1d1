package dev.bridle.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bridle.catalogue.Catalogue;
import dev.bridle.data.Task;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Kind;
import dev.bridle.loss.BinaryCrossEntropy;
import dev.bridle.loss.Huber;
import dev.bridle.loss.MeanSquaredError;
import dev.bridle.loss.SoftmaxCrossEntropy;
import dev.bridle.population.Initial;
import dev.bridle.recipe.Recipe;
import dev.bridle.text.RandomEdits;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrainingPlanTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          adam(1e-4), batch 32, updates 1200 => adam(1e-4), batch 32, updates 1200
          adam(rate=0.01) => adam(0.01)
          sgd(0.1), epochs 40 => sgd(0.1), epochs 40
          momentum(0.1, mu=0.9),unscaled,updates 400,batch 64 => momentum(0.1, mu=0.9), batch 64, updates 400, unscaled
          adamw(0.001, epsilon=1e-7, decay=0) => adamw(0.001, decay=0, epsilon=1e-7)
          nesterov(1) => nesterov(1)
          adam(1e-3), schedule cosine, warm-up 100, updates 2000 => adam(0.001), updates 2000, schedule cosine, warm-up 100
          sgd(1), schedule step( 0.10, every = 10 ) => sgd(1), schedule step(0.1, every=10)
          sgd(1), schedule cosine(1200), unscaled => sgd(1), schedule cosine(1200), unscaled
          sgd(1), schedule constant, warm-up 0 => sgd(1)
          sgd(1), warm-up 3, schedule constant => sgd(1), warm-up 3
          sgd(1), loss huber( 1.50 ), batch 3 => sgd(1), batch 3, loss huber(1.5)
          sgd(1), loss huber => sgd(1), loss huber(1)
          sgd(1), unscaled, loss cross-entropy, initial lecun => sgd(1), initial lecun, loss cross-entropy, unscaled
          sgd(1), loss binary-cross-entropy => sgd(1), loss binary-cross-entropy
          sgd(1), loss mean-squared-error => sgd(1), loss mean-squared-error
          sgd(1), loss mean-absolute-error => sgd(1), loss mean-absolute-error
          sgd(1), initial he, batch 3 => sgd(1), batch 3
          sgd(1), initial orthogonal, warm-up 3, unscaled => sgd(1), warm-up 3, initial orthogonal, unscaled
          """)
  void toString_isCanonicalAndParsesBack(String text, String canonical) {
    TrainingPlan plan = TrainingPlan.parse(text);
    assertThat(plan).hasToString(canonical);
    assertThat(TrainingPlan.parse(canonical)).isEqualTo(plan);
  }

  @Test
  void parse_items_areValues() {
    TrainingPlan plan = TrainingPlan.parse("momentum(0.1), batch 64, epochs 3, unscaled");
    assertThat(plan.rule().number("rate")).isEqualTo(0.1);
    assertThat(plan.rule().number("mu")).isEqualTo(0.9);
    assertThat(plan.batch()).hasValue(64);
    assertThat(plan.updates()).isEmpty();
    assertThat(plan.epochs()).hasValue(3);
    assertThat(plan.standardize()).isFalse();
  }

  @Test
  void default_isAdamWithTheRestOpen() {
    assertThat(TrainingPlan.DEFAULT).hasToString("adam(0.001)");
    assertThat(TrainingPlan.DEFAULT.standardize()).isTrue();
    assertThat(TrainingPlan.DEFAULT.batch()).isEmpty();
  }

  @Test
  void structure_onlyTheRateDiffers_isTheSame() {
    assertThat(TrainingPlan.parse("momentum(0.1), batch 32").structure())
        .isEqualTo("momentum(mu=0.9), batch 32")
        .isEqualTo(TrainingPlan.parse("momentum(0.2, mu=0.9), batch 32").structure());
    assertThat(TrainingPlan.parse("sgd(1)").structure()).isEqualTo("sgd");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          sgd(0.1) => adam(0.1)
          momentum(0.1) => nesterov(0.1)
          momentum(0.1) => momentum(0.1, mu=0.8)
          adam(0.1) => adam(0.1, epsilon=1e-7)
          sgd(0.1) => sgd(0.1), batch 32
          sgd(0.1), updates 10 => sgd(0.1), epochs 10
          sgd(0.1) => sgd(0.1), unscaled
          sgd(0.1) => sgd(0.1), schedule cosine
          sgd(0.1), schedule cosine => sgd(0.1), schedule cosine(9)
          sgd(0.1), schedule step(0.5, every=1) => sgd(0.1), schedule step(0.5, every=2)
          sgd(0.1), warm-up 5 => sgd(0.1), warm-up 6
          sgd(0.1) => sgd(0.1), initial lecun
          sgd(0.1) => sgd(0.1), loss huber(1)
          sgd(0.1), loss huber(1) => sgd(0.1), loss huber(2)
          """)
  void structure_anythingElseDiffers_differs(String one, String other) {
    assertThat(TrainingPlan.parse(one).structure())
        .isNotEqualTo(TrainingPlan.parse(other).structure());
  }

  @ParameterizedTest
  @CsvSource({
    // rows, batch, steps, updates
    "1, 1, 1, 400", // 40 epochs of 1
    "31, 31, 1, 400",
    "32, 32, 1, 400",
    "63, 32, 1, 400", // the short batch is dropped
    "319, 32, 9, 400", // 40 x 9 = 360
    "352, 32, 11, 440", // 40 x 11
    "3200, 32, 100, 4000",
    "4999, 32, 156, 4000", // 40 x 156 = 6240
    "5000, 128, 39, 1560", // 40 x 39
    "49999, 128, 390, 4000",
    "50000, 512, 97, 3880" // 40 x 97
  })
  void budget_nothingWritten_followsFromTheRows(int rows, int batch, int steps, int updates) {
    assertThat(TrainingPlan.DEFAULT.budget(rows)).isEqualTo(new Budget(batch, steps, updates));
  }

  @Test
  void budget_written_isTaken() {
    assertThat(TrainingPlan.parse("sgd(1), batch 64, updates 10").budget(1000))
        .isEqualTo(new Budget(64, 15, 10)); // 1000 / 64 = 15.6
    assertThat(TrainingPlan.parse("sgd(1), epochs 3").budget(100))
        .isEqualTo(new Budget(32, 3, 9)); // 3 epochs of 3
    assertThat(TrainingPlan.parse("sgd(1), batch 64").budget(20))
        .isEqualTo(new Budget(20, 1, 400)); // never more than the rows
  }

  @Test
  void budget_outOfRange_isRefused() {
    assertThatThrownBy(() -> TrainingPlan.DEFAULT.budget(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("trainingRows = 0: expected a whole number >= 1");
    TrainingPlan endless = TrainingPlan.parse("sgd(1), batch 1, epochs 1000000000");
    assertThatThrownBy(() -> endless.budget(7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "epochs = 1000000000: expected at most 1,000,000,000 updates, got 7,000,000,000");
  }

  @Test
  void plan_madeByAProgram_isCheckedLikeText() {
    OptionalInt open = OptionalInt.empty();
    var rule = TrainingPlan.DEFAULT.rule();
    assertThatThrownBy(() -> new TrainingPlan(rule, OptionalInt.of(0), open, open, true))
        .hasMessage("batch = 0: expected a whole number from 1 to 1,000,000,000");
    assertThatThrownBy(
            () -> new TrainingPlan(rule, open, OptionalInt.of(1), OptionalInt.of(1), true))
        .hasMessage("updates and epochs are two ways to say how long: write one");
    assertThatThrownBy(() -> TrainingPlan.of(Recipe.parse("l2(1)").terms().get(0)))
        .hasMessage("l2 is a regularizer: it belongs to the recipe");
  }

  @Test
  void lossOf_isTheUsualOne_orTheOneWritten_ifItIsForSuchATask() {
    Task classes = new Task.Classification(List.of("a", "b"));
    Task numbers = new Task.Regression(List.of("y"));
    assertThat(TrainingPlan.DEFAULT.lossOf(classes)).isEqualTo(new SoftmaxCrossEntropy());
    assertThat(TrainingPlan.DEFAULT.lossOf(numbers)).isEqualTo(new MeanSquaredError());
    TrainingPlan huber = TrainingPlan.DEFAULT.withLoss(new Huber(2));
    assertThat(huber.lossOf(numbers)).isEqualTo(new Huber(2));
    assertThatThrownBy(() -> huber.lossOf(classes))
        .hasMessage(
            "loss huber(2) is for numbers, but the data ask for classes: expected one of"
                + " cross-entropy, binary-cross-entropy");
    TrainingPlan binary = TrainingPlan.parse("sgd(1), loss binary-cross-entropy");
    assertThat(binary.lossOf(classes)).isEqualTo(new BinaryCrossEntropy());
    assertThatThrownBy(() -> binary.lossOf(numbers))
        .hasMessage(
            "loss binary-cross-entropy is for classes, but the data ask for numbers: expected one"
                + " of mean-squared-error, mean-absolute-error, huber");
  }

  @Test
  void with_changesOneThingAndKeepsTheRest() {
    TrainingPlan plan =
        TrainingPlan.parse("sgd(1), batch 8, updates 90, schedule cosine, warm-up 5");
    assertThat(plan.withInitial(Initial.LECUN))
        .hasToString("sgd(1), batch 8, updates 90, schedule cosine, warm-up 5, initial lecun");
    assertThat(plan.withInitial(Initial.LECUN).manner())
        .isEqualTo(", schedule cosine, warm-up 5, initial lecun");
    assertThat(plan.withLoss(new Huber(2)).withEpochs(3).unscaled().withInitial(Initial.GLOROT))
        .hasToString(
            "sgd(1), batch 8, epochs 3, schedule cosine, warm-up 5, initial glorot, loss huber(2),"
                + " unscaled");
    assertThatThrownBy(() -> plan.withInitial(Initial.ZERO))
        .hasMessage("initial = zero: expected one of [he, glorot, lecun, orthogonal]");
    assertThat(plan.withEpochs(3))
        .hasToString("sgd(1), batch 8, epochs 3, schedule cosine, warm-up 5");
    assertThat(plan.unscaled())
        .hasToString("sgd(1), batch 8, updates 90, schedule cosine, warm-up 5, unscaled");
    assertThat(plan.withSchedule(plan.schedule().over(70)))
        .hasToString("sgd(1), batch 8, updates 90, schedule cosine(70), warm-up 5");
  }

  @Test
  void parse_editedText_isReadOrRefusedWithAPosition() {
    List<String> texts =
        List.of(
            "adam(1e-3), batch 32, updates 1200",
            "sgd(0.1), epochs 40",
            "momentum(0.1, mu=0.9), batch 64, updates 400, unscaled",
            "adamw(1e-3, decay=0.1, beta1=0.5)",
            "sgd(0.1), schedule step(0.5, every=3), warm-up 10",
            "sgd(0.1), schedule cosine(100), initial glorot, loss huber(0.5)");
    new RandomEdits(3).check(texts, 10_000, TrainingPlan::parse);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
"""
          `` => 1: found the end of the text, expected one of {rules}
          batch 32 => 1: found "batch", expected one of {rules}
          adm(1e-3) => 1: found "adm", expected one of {rules}; did you mean adam?
          l2(1e-4) => 1: l2 is a regularizer: it belongs to the recipe
          adam => 1: adam needs its rate, a finite number > 0
          adam(0) => 6: rate = 0: expected a finite number > 0
          adam(1e-3) batch 32 => 12: found "batch", expected "," or the end of the text
          adam(1e-3), => 12: found the end of the text, expected one of batch, updates, epochs, schedule, warm-up, initial, loss, unscaled
          adam(1e-3), 32 => 13: found "32", expected one of batch, updates, epochs, schedule, warm-up, initial, loss, unscaled
          adam(1e-3), bach 32 => 13: found "bach", expected one of batch, updates, epochs, schedule, warm-up, initial, loss, unscaled; did you mean batch?
          adam(1e-3), scaled => 13: found "scaled", expected one of batch, updates, epochs, schedule, warm-up, initial, loss, unscaled; did you mean unscaled?
          adam(1e-3), batch => 18: found the end of the text, expected a whole number from 1 to 1,000,000,000
          adam(1e-3), batch 0 => 19: batch = 0: expected a whole number from 1 to 1,000,000,000
          adam(1e-3), batch 2.5 => 19: batch = 2.5: expected a whole number from 1 to 1,000,000,000
          adam(1e-3), batch=32 => 18: found "=", expected a whole number from 1 to 1,000,000,000
          adam(1e-3), batch 32, batch 64 => 23: batch is written twice
          adam(1e-3), updates 100, epochs 4 => 26: updates and epochs are two ways to say how long: write one
          adam(1e-3), schedule => 21: found the end of the text, expected one of constant, step, cosine
          adam(1e-3), schedule cosin => 22: found "cosin", expected one of constant, step, cosine; did you mean cosine?
          adam(1e-3), schedule step => 26: found the end of the text, expected the share that is left and how often, as in step(0.1, every=10) for every 10 epochs
          adam(1e-3), schedule step(0, every=10) => 27: step = 0: expected a number in (0, 1]
          adam(1e-3), schedule step(1.5, every=10) => 27: step = 1.5: expected a number in (0, 1]
          adam(1e-3), schedule step(0.1) => 30: found ")", expected ","
          adam(1e-3), schedule step(0.1, 10) => 32: found "10", expected "every"
          adam(1e-3), schedule step(0.1, every=0) => 38: every = 0: expected a whole number from 1 to 1,000,000,000
          adam(1e-3), schedule cosine(0.5) => 29: cosine = 0.5: expected a whole number from 1 to 1,000,000,000
          adam(1e-3), schedule cosine, schedule step(0.1, every=2) => 30: schedule is written twice
          adam(1e-3), warm-up => 20: found the end of the text, expected a whole number from 0 to 1,000,000,000
          adam(1e-3), warmup 3 => 13: found "warmup", expected one of batch, updates, epochs, schedule, warm-up, initial, loss, unscaled; did you mean warm-up?
          adam(1e-3), initial => 20: found the end of the text, expected one of he, glorot, lecun, orthogonal
          adam(1e-3), initial zero => 21: initial = zero: expected one of he, glorot, lecun, orthogonal
          adam(1e-3), initial ortogonal => 21: initial = ortogonal: expected one of he, glorot, lecun, orthogonal; did you mean orthogonal?
          adam(1e-3), loss => 17: found the end of the text, expected one of cross-entropy, binary-cross-entropy, mean-squared-error, mean-absolute-error, huber
          adam(1e-3), loss hubert(1) => 18: found "hubert", expected one of cross-entropy, binary-cross-entropy, mean-squared-error, mean-absolute-error, huber; did you mean huber?
          adam(1e-3), loss huber(0) => 24: delta = 0: expected a finite number > 0
          adam(1e-3), loss cross-entropy(1) => 31: found "(", expected "," or the end of the text
          adam(1e-3, beta1=1) => 18: beta1 = 1: expected a number in [0, 1)
          adam(1e-3, beta=0.9) => 12: setting "beta": expected one of rate, beta1, beta2, epsilon; did you mean beta1?
          momentum(0.1, 0.9) => 1: momentum(0.1, 0.9): expected one number for each setting, not several to try; settings after the first are written with their names
          sgd(0.01..0.1) => 1: sgd(0.01..0.1): expected one number for each setting, not several to try; settings after the first are written with their names
          sgd(0.1)@hidden => 10: place "hidden": sgd takes no place
          sgd(0.1) + l2(1e-4) => 10: found "+", expected "," or the end of the text
""")
  void parse_wrongText_saysWhereAndWhatIsAllowed(String text, String positionAndReason) {
    String rules =
        Catalogue.declarations().stream()
            .filter(d -> d.kind() == Kind.UPDATE_RULE)
            .map(Declaration::name)
            .sorted()
            .collect(Collectors.joining(", "));
    assertThatThrownBy(() -> TrainingPlan.parse(text))
        .hasMessage(
            "plan \"" + text + "\", position " + positionAndReason.replace("{rules}", rules));
  }
}
