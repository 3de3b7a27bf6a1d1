package dev.bridle.dropout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Split;
import dev.bridle.data.builtin.Friedman;
import dev.bridle.data.builtin.Moons;
import dev.bridle.layer.LayerRig;
import dev.bridle.layer.LayerRig.Form;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Woven;
import dev.bridle.metric.Predictions;
import dev.bridle.model.Sampling;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.model.TrainedNetwork.Spread;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.normalization.BatchNorm;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Scope;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Draw;
import dev.bridle.train.Member;
import dev.bridle.train.Replicate;
import dev.bridle.train.Trainer;
import dev.bridle.train.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MonteCarloTest {
  private static final Split MOONS = new Moons().split(Key.of(1));
  private static final Split FRIEDMAN = new Friedman().split(Key.of(1));

  @TempDir Path folder;

  /** What single passes say is found from the means of one, two, three and four of them. */
  @Test
  void spread_isMeanAndDeviationOfItsPasses() {
    for (Split split : List.of(MOONS, FRIEDMAN)) {
      TrainedNetwork network = train(split, "dropout(0.5) + batch-norm");
      float[] rows = split.test().rows(0, 1, 2, 3, 4).inputs();
      List<Double> said = new ArrayList<>();
      for (int n = 1; n <= 4; n++) {
        double before = (n - 1) * said.stream().mapToDouble(v -> v).average().orElse(0);
        said.add(n * network.spread(n, rows).mean().get(3, 0) - before);
      }
      double mean = said.stream().mapToDouble(v -> v).average().orElseThrow();
      double squares = said.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
      Spread four = network.spread(4, rows);
      assertThat(four.mean().get(3, 0)).isCloseTo(mean, within(1e-12));
      assertThat(four.deviation().get(3, 0)).isCloseTo(Math.sqrt(squares / 3), within(1e-9));
      assertThat(said).doesNotHaveDuplicates();
      assertThat(network.spread(1, rows).deviation().get(3, 0)).isZero();
    }
  }

  @Test
  void spread_probabilitiesRemainDistributions() {
    Predictions mean = train(MOONS, "dropout(0.5)").spread(7, MOONS.test().inputs()).mean();
    for (int row = 0; row < mean.size(); row++) {
      assertThat(mean.get(row, 0) + mean.get(row, 1)).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void predict_isTheMeanOfAsManyAsTheRecipeSays() {
    TrainedNetwork network = train(MOONS, "dropout(0.5) + monte-carlo(3)");
    float[] rows = MOONS.test().inputs();
    assertSame(network.predict(rows), network.spread(3, rows).mean());
  }

  @Test
  void training_isAsWithoutIt_toTheBit() {
    TrainedNetwork with = train(MOONS, "dropout(0.5) + batch-norm + monte-carlo(3)");
    TrainedNetwork without = train(MOONS, "dropout(0.5) + batch-norm");
    for (String weight : List.of("dense1.kernel", "dense1/batch-norm.scale", "dense2.bias")) {
      assertThat(with.values(weight)).isEqualTo(without.values(weight));
    }
    float[] rows = MOONS.test().inputs();
    assertSame(with.spread(4, rows).mean(), without.spread(4, rows).mean());
  }

  @Test
  void noDropout_allPassesAgree_deviation0() {
    for (String recipe : List.of("none", "batch-norm", "dropout(0)", "drop-connect(0.5)")) {
      TrainedNetwork network = train(MOONS, recipe);
      Spread spread = network.spread(5, MOONS.test().inputs());
      Predictions plain = network.predict(MOONS.test().inputs());
      for (int row = 0; row < plain.size(); row++) {
        assertThat(spread.deviation().get(row, 0)).isZero();
        assertThat(spread.mean().get(row, 0)).isCloseTo(plain.get(row, 0), within(1e-6));
      }
    }
  }

  /** All rows twice, in two pieces of evaluation. */
  @Test
  void predict_twice_isTheSameToTheBit() {
    TrainedNetwork network = train(MOONS, "dropout(0.5) + monte-carlo(3)");
    assertThat(MOONS.test().size()).isGreaterThan(512);
    assertSame(network.predict(MOONS.test().inputs()), network.predict(MOONS.test().inputs()));
  }

  /** Pieces end in the middle of an evaluation's rows, at their end, and behind it. */
  @Test
  void spread_aPieceAtATime_isTheSameToTheBit() {
    TrainedNetwork network = train(MOONS, "dropout(0.5) + batch-norm");
    int size = MOONS.test().size();
    assertThat(size).isGreaterThan(900);
    Spread all = network.spread(new Sampling(3, 5, 0), MOONS.test().inputs());
    int from = 0;
    for (int to : new int[] {1, 300, 512, 520, 900, size}) {
      int[] rows = IntStream.range(from, to).toArray();
      Sampling next = new Sampling(3, 5, 0).after(from);
      Spread piece = network.spread(next, MOONS.test().rows(rows).inputs());
      assertSame(piece.mean(), all.mean().rows(rows));
      assertSame(piece.deviation(), all.deviation().rows(rows));
      from = to;
    }
    Spread other = network.spread(new Sampling(3, 6, 0), MOONS.test().inputs());
    assertThat(other.mean().get(0, 0)).isNotEqualTo(all.mean().get(0, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          none | false
          batch-norm + l2(0.1) | false
          drop-connect(0.5) + weight-noise(0.1) | false
          dropout(0) | false
          dropout(0.1->0 over 2) | false
          dropout(0.5) | true
          input-noise(0.1) | true
          dropout(0->0.1 over 2) + monte-carlo(3) | true
          """)
  void hasMasks_whereSomethingOnActivationsIsRandom(String recipe, boolean expected) {
    assertThat(compiled("dense(4) relu", recipe, Shape.of(3)).hasMasks()).isEqualTo(expected);
  }

  @Test
  void hasMasks_insideOfLayersToo() {
    String block = "flatten, residual(dense(4) relu)";
    assertThat(compiled("lstm(3)", "zoneout(0.1)", Shape.of(2, 2)).hasMasks()).isTrue();
    assertThat(compiled(block, "stochastic-depth(0.1)", Shape.of(2, 2)).hasMasks()).isTrue();
  }

  private static CompiledNetwork compiled(String network, String recipe, Shape input) {
    return CompiledNetwork.compile(Architecture.parse(network), Recipe.parse(recipe), input, 2);
  }

  /** A row's masks go by its place, whatever stands behind it. */
  @Test
  void predict_fewerRows_saysTheSameOfThem() {
    TrainedNetwork network = train(MOONS, "dropout(0.5) + monte-carlo(3)");
    Predictions all = network.predict(MOONS.test().inputs());
    Predictions some = network.predict(MOONS.test().rows(0, 1, 2).inputs());
    for (int row = 0; row < 3; row++) {
      assertThat(some.get(row, 0)).isCloseTo(all.get(row, 0), within(1e-6));
    }
  }

  @Test
  void load_ofWhatWasSaved_predictsTheSameToTheBit() throws IOException {
    TrainedNetwork network = train(MOONS, "dropout(0.5) + batch-norm + monte-carlo(3)");
    Path file = folder.resolve("a.safetensors");
    network.save(file);
    float[] rows = MOONS.test().inputs();
    assertSame(TrainedNetwork.load(file).predict(rows), network.predict(rows));
  }

  /** Where the model is called in training mode, its running statistics move. */
  @Test
  void samplingPass_batchNormalisation_isThatOfEvaluation() {
    Map<String, PerMember> epsilon =
        Map.of("momentum", PerMember.same(0.1, 2), "epsilon", PerMember.same(1e-5, 2));
    try (Scope scope = Scope.open();
        LayerRig rig =
            LayerRig.drawn(
                Form.of(
                    new BatchNorm(Woven.Position.BEFORE_ACTIVATION).node("dense1/x", 13, 0),
                    epsilon,
                    2,
                    7),
                Precision.FLOAT32)) {
      rig.forward(Draw.of(1).tensor(Precision.FLOAT32, 2, 7, 13), Pass.training(0));
      Tensor state = rig.population().state().clone();
      Tensor rows = Draw.of(2).tensor(Precision.FLOAT32, 2, 7, 13);
      Tensor expected = rig.forward(rows, Pass.EVALUATION);
      Bits.assertSame(rig.forward(rows, Pass.sampling(3)), expected, "outputs");
      Bits.assertSame(rig.population().state(), state, "state");
    }
  }

  @Test
  void spread_noPassesOrAnIncompleteRow_isRefused() {
    TrainedNetwork network = train(MOONS, "dropout(0.5)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.spread(0, 1, 2))
        .withMessage("passes = 0: expected a whole number >= 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.spread(2, 1, 2, 3))
        .withMessage("inputs: 3 numbers, expected a multiple of 2");
  }

  private static TrainedNetwork train(Split split, String recipe) {
    Member member =
        new Member(
            Recipe.parse(recipe),
            TrainingPlan.parse("adam(0.01), batch 32, updates 40"),
            Replicate.of(3, 0, split));
    return Trainer.train(
            Architecture.parse("dense(16) relu"),
            List.of(member),
            Precision.FLOAT32,
            TrainingListener.NONE)
        .get(0)
        .network();
  }

  private static void assertSame(Predictions actual, Predictions expected) {
    assertThat(actual.size()).isEqualTo(expected.size());
    for (int row = 0; row < expected.size(); row++) {
      for (int output = 0; output < expected.task().outputs(); output++) {
        assertThat(actual.get(row, output)).isEqualTo(expected.get(row, output));
      }
    }
  }
}
