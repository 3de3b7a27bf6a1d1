package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Split;
import dev.bridle.data.builtin.BuiltIn;
import dev.bridle.metric.Metric;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Key;
import dev.bridle.train.Trainer;
import dev.bridle.train.TrainingResult;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class TrainJsonTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @Test
  void document_isAllOfStandardOutput() {
    JsonNode document = document("--recipe", "l2(0.01)", "--replicates", "2", "--seed", "5");
    assertThat(document.propertyNames())
        .containsExactly(
            "data", "network", "parameters", "plan", "protocol", "recipes", "model", "versions");
    assertThat(document.get("data").toString())
        .isEqualTo(
            "{\"name\":\"temperature\",\"trainingRows\":100,\"validationRows\":100,"
                + "\"testRows\":1000,\"features\":1,\"task\":\"classification\",\"classes\":2}");
    assertThat(document.get("network").asString()).isEqualTo("dense(4) tanh, dense(2)");
    assertThat(document.get("parameters").asInt()).isEqualTo(18); // 1*4 + 4 + 4*2 + 2
    assertThat(document.get("plan").toString())
        .isEqualTo(
            "{\"text\":\"adam(0.001), updates 20\",\"batch\":32,\"updatesPerEpoch\":3,"
                + "\"updates\":20}");
    assertThat(document.get("protocol").toString())
        .isEqualTo("{\"metric\":\"accuracy\",\"higherIsBetter\":true,\"replicates\":2,\"seed\":5}");
    assertThat(document.get("model").isNull()).isTrue();
  }

  @Test
  void recipe_hasMeansOfItsReplicates() {
    JsonNode recipes = document("--recipe", "l2(0.01)", "--replicates", "2").get("recipes");
    assertThat(recipes.size()).isEqualTo(2);
    assertThat(recipes.get(0).get("versusNone").isNull()).isTrue();
    JsonNode l2 = recipes.get(1);
    assertThat(l2.propertyNames())
        .containsExactly(
            "recipe",
            "train",
            "validation",
            "test",
            "gap",
            "versusNone",
            "logLoss",
            "penalty",
            "penalties",
            "zeroFraction",
            "findings",
            "trials",
            "failed",
            "seconds",
            "replicates");
    double a = l2.get("replicates").get(0).get("test").asDouble();
    double b = l2.get("replicates").get(1).get("test").asDouble();
    assertThat(l2.get("test").get("mean").asDouble()).isEqualTo((a + b) / 2);
    assertThat(l2.get("test").get("deviation").asDouble())
        .isCloseTo(Math.abs(a - b) / Math.sqrt(2), Offset.offset(1e-12));
    assertThat(l2.get("versusNone").get("difference").asDouble())
        .isCloseTo((a - test(recipes, 0) + (b - test(recipes, 1))) / 2, Offset.offset(1e-12));
    assertThat(l2.get("penalties").size()).isEqualTo(2);
    assertThat(l2.get("seconds").isNull()).isTrue(); // --no-times
  }

  @Test
  void diagnostics_areThoseOfTheCore() {
    JsonNode l2 = document("--recipe", "l2(1e-9) + max-norm(50)").get("recipes").get(1);
    JsonNode own = l2.get("replicates").get(0).get("diagnostics");
    assertThat(own.propertyNames())
        .containsExactly(
            "norms",
            "gradients",
            "constraints",
            "deadUnits",
            "gaps",
            "repeatable",
            "robustness",
            "findings");
    assertThat(own.at("/norms/0/weight").asString()).isEqualTo("dense1.kernel");
    assertThat(own.at("/norms/0/epochs").toString()).isEqualTo("[0,1,2,3,4,5,6,7]");
    assertThat(own.at("/gradients/0/weight").asString()).isEqualTo("all");
    assertThat(own.at("/gradients/0/share").asDouble()).isBetween(0.0, 1e-6);
    assertThat(own.at("/constraints/0/held").asBoolean()).isTrue();
    assertThat(own.at("/constraints/0/peak").asDouble()).isBetween(0.0, 0.5);
    assertThat(own.at("/deadUnits/0/units").asInt()).isEqualTo(4);
    assertThat(own.at("/gaps").size()).isEqualTo(7);
    assertThat(own.at("/repeatable").asBoolean()).isTrue();
    assertThat(own.at("/robustness/part").asString()).isEqualTo("test");
    assertThat(l2.get("findings").findValuesAsString("kind"))
        .containsExactly("limit-never-reached", "limit-never-reached", "does-nothing");
    assertThat(l2.at("/findings/0/networks").asInt()).isEqualTo(1);
    assertThat(l2.at("/findings/0/severity").asString()).isEqualTo("warning");
  }

  @Test
  void robustness_isNull_whereManyRecipesAreTrained() {
    JsonNode recipes = document("--recipe", "l2(0.1, 0.2)").get("recipes");
    assertThat(recipes.get(1).at("/replicates/0/diagnostics/robustness").isNull()).isTrue();
  }

  @Test
  void scores_areThoseOfTheCore() {
    JsonNode recipes = document("--recipe", "dropout(0.2)").get("recipes");
    Split rows =
        BuiltIn.find("temperature").orElseThrow().split(Key.of(7).at("replicate").at(0).at("data"));
    TrainingResult result =
        Trainer.train(
            Architecture.parse("dense(4) tanh"),
            Recipe.parse("dropout(0.2)"),
            TrainingPlan.parse("adam(1e-3), updates 20"),
            rows,
            7);
    assertThat(test(recipes.get(1), 0, "train")).isEqualTo(result.train().get(Metric.ACCURACY));
    assertThat(test(recipes.get(1), 0, "validation"))
        .isEqualTo(result.validation().get(Metric.ACCURACY));
    assertThat(test(recipes.get(1), 0, "test")).isEqualTo(result.test().get(Metric.ACCURACY));
    assertThat(recipes.get(1).get("logLoss").asDouble())
        .isEqualTo(result.test().get(Metric.LOG_LOSS));
  }

  @Test
  void plan_isTheWholeText() {
    String[] options = {
      "--schedule",
      "cosine",
      "--warm-up",
      "5",
      "--initial",
      "lecun",
      "--loss",
      "binary-cross-entropy"
    };
    JsonNode plan = document(options).get("plan");
    assertThat(plan.get("text").asString())
        .isEqualTo(
            "adam(0.001), updates 20, schedule cosine, warm-up 5, initial lecun,"
                + " loss binary-cross-entropy");
    assertThat(plan.get("updates").asInt()).isEqualTo(20);
  }

  @Test
  void numbersThatDoNotExist_areNull() {
    Run run = Run.of(args("--optimizer", "sgd", "--learning-rate", "1e38"));
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.out()).doesNotContain("NaN").doesNotContain("Infinity");
    JsonNode none = MAPPER.readTree(run.out()).get("recipes").get(0);
    assertThat(none.get("failed").asInt()).isEqualTo(1);
    assertThat(none.get("test").get("mean").isNull()).isTrue();
    assertThat(none.get("gap").get("mean").isNull()).isTrue();
    JsonNode replicate = none.get("replicates").get(0);
    assertThat(replicate.get("outcome").asString()).isEqualTo("diverged");
    assertThat(replicate.get("test").isNull()).isTrue();
    assertThat(replicate.get("updates").asInt()).isPositive();
  }

  @Test
  void times_areThereUnlessUnwanted() {
    Run run = Run.of("train", "moons", "--network", "none", "--updates", "5", "--json");
    JsonNode none = MAPPER.readTree(run.out()).get("recipes").get(0);
    assertThat(none.get("seconds").asDouble()).isPositive();
    assertThat(none.get("replicates").get(0).get("outcome").asString()).isEqualTo("completed");
  }

  @Test
  void earlyStopping_tellsTheBestEpoch() {
    JsonNode stopped = document("--recipe", "early-stopping(100)").get("recipes").get(1);
    JsonNode replicate = stopped.get("replicates").get(0);
    assertThat(replicate.get("outcome").asString()).isEqualTo("stopped");
    assertThat(replicate.get("bestEpoch").asInt()).isBetween(1, 7); // 20 updates, 3 in an epoch
  }

  private static double test(JsonNode recipes, int replicate) {
    return test(recipes.get(0), replicate, "test");
  }

  private static double test(JsonNode recipe, int replicate, String part) {
    return recipe.get("replicates").get(replicate).get(part).asDouble();
  }

  private static JsonNode document(String... more) {
    Run run = Run.of(args(more));
    assertThat(run.code()).isZero();
    return MAPPER.readTree(run.out());
  }

  private static String[] args(String... more) {
    String[] args = TrainCommandTest.with(more);
    args = Arrays.copyOf(args, args.length + 1);
    args[args.length - 1] = "--json";
    return args;
  }
}
