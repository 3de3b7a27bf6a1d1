package dev.bridle.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Split;
import dev.bridle.data.builtin.Friedman;
import dev.bridle.data.builtin.Moons;
import dev.bridle.file.FileFormatException;
import dev.bridle.file.NamedArray;
import dev.bridle.file.Safetensors;
import dev.bridle.file.TensorFile;
import dev.bridle.metric.Predictions;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.Precision;
import dev.bridle.train.Member;
import dev.bridle.train.Replicate;
import dev.bridle.train.Trainer;
import dev.bridle.train.TrainingListener;
import dev.bridle.train.TrainingResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TrainedNetworkTest {
  private static final String RECIPE =
      "dropout(0.2) + batch-norm + max-norm(2x-init) + early-stopping(2)";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Precision.class)
  void load_ofWhatWasSaved_predictsTheSameToTheBit(Precision precision) throws IOException {
    for (Split split : List.of(new Moons().split(Key.of(1)), new Friedman().split(Key.of(1)))) {
      TrainingResult result = train(split, precision);
      Path file = folder.resolve("a.safetensors");
      result.network().save(file);
      TrainedNetwork loaded = TrainedNetwork.load(file);
      assertThat(loaded.evaluate(split.test())).isEqualTo(result.test());
      assertThat(loaded.task()).isEqualTo(split.train().task());
      assertThat(loaded.features()).isEqualTo(split.train().featureNames());
      assertThat(loaded.compiled()).isEqualTo(result.network().compiled());
      assertThat(loaded.precision()).isEqualTo(precision);
      assertThat(loaded.values("dense1.kernel"))
          .isEqualTo(result.network().values("dense1.kernel"));
    }
  }

  @Test
  void predict_rowByRow_saysWhatItSaysOfAllTogether() {
    Split split = new Moons().split(Key.of(1));
    TrainedNetwork network = train(split, Precision.FLOAT64).network();
    Predictions all = network.predict(split.test().inputs());
    assertThat(all.size()).isEqualTo(split.test().size());
    for (int row = 0; row < 600; row += 99) {
      Predictions one = network.predict(split.test().rows(row).inputs());
      assertThat(one.label(0)).isEqualTo(all.label(row));
      assertThat(one.get(0, 0) + one.get(0, 1)).isCloseTo(1, within(1e-12));
      assertThat(one.get(0, 1)).isCloseTo(all.get(row, 1), within(1e-12));
    }
  }

  @Test
  void violations_areNoneAfterATraining_andSaidOfAWeightThatWasMadeLarger() throws IOException {
    Split split = new Moons().split(Key.of(1));
    TrainedNetwork network = train(split, Precision.FLOAT32, "l2(1e-3) + max-norm(1)").network();
    assertThat(network.violations()).containsOnlyKeys("max-norm(1)");
    assertThat(network.violations().get("max-norm(1)").getAsDouble()).isBetween(0.0, 1e-5);

    Path file = folder.resolve("a.safetensors");
    network.save(file);
    TensorFile content = Safetensors.read(file);
    double[] kernel = new double[2 * network.values("dense1.bias").length];
    kernel[3] = 3; // one unit's incoming vector is [0, 3]: outside by twice the limit
    List<NamedArray> arrays =
        content.arrays().stream()
            .map(
                a ->
                    a.name().equals("dense1.kernel")
                        ? NamedArray.of(a.name(), a.shape(), kernel)
                        : a)
            .toList();
    Safetensors.write(file, new TensorFile(content.metadata(), arrays));
    assertThat(TrainedNetwork.load(file).violations().get("max-norm(1)").getAsDouble())
        .isEqualTo(2);
  }

  @Test
  void violations_ofALimitFromTheStart_areUnknownOnceLoaded() throws IOException {
    TrainedNetwork network = train(new Moons().split(Key.of(1)), Precision.FLOAT32).network();
    assertThat(network.violations().get("max-norm(2x-init)").getAsDouble()).isBetween(0.0, 1e-5);
    Path file = folder.resolve("a.safetensors");
    network.save(file);
    assertThat(TrainedNetwork.load(file).violations().get("max-norm(2x-init)")).isEmpty();
  }

  @Test
  void predict_incompleteRow_isRefused() {
    TrainedNetwork network = train(new Moons().split(Key.of(1)), Precision.FLOAT32).network();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.predict(1, 2, 3))
        .withMessage("inputs: 3 numbers, expected a multiple of 2");
  }

  @Test
  void save_attachments_comeBack() throws IOException {
    TrainedNetwork network = train(new Moons().split(Key.of(1)), Precision.FLOAT32).network();
    Path file = folder.resolve("a.safetensors");
    Map<String, String> texts = Map.of("preparation", "1", "input.0.column", "age \u00e9");
    network.withAttachments(texts).save(file);
    assertThat(TrainedNetwork.load(file).attachments()).isEqualTo(texts);
  }

  @Test
  void load_anotherToolsFile_isRefused() throws IOException {
    Path file = folder.resolve("foreign.safetensors");
    NamedArray array = NamedArray.of("w", new long[] {2}, new float[] {1, 2});
    Safetensors.write(file, new TensorFile(Map.of("format", "pt"), List.of(array)));
    assertThatThrownBy(() -> TrainedNetwork.load(file))
        .isInstanceOf(FileFormatException.class)
        .hasMessageContaining("foreign.safetensors: expected a network saved by Bridle");
  }

  @Test
  void load_damagedByte_isNoticed() throws IOException {
    Path file = folder.resolve("a.safetensors");
    train(new Moons().split(Key.of(1)), Precision.FLOAT32).network().save(file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 5] ^= 4;
    Files.write(file, bytes);
    assertThatThrownBy(() -> TrainedNetwork.load(file)).isInstanceOf(FileFormatException.class);
  }

  @Test
  void load_specificationThatDoesNotFitTheWeights_isRefusedWithTheArray() throws IOException {
    Path file = folder.resolve("a.safetensors");
    train(new Moons().split(Key.of(1)), Precision.FLOAT32).network().save(file);
    TensorFile content = Safetensors.read(file);
    Map<String, String> other = new HashMap<>(content.metadata());
    other.put("bridle.architecture", "dense(6) tanh, dense(2)");
    Safetensors.write(file, new TensorFile(other, content.arrays()));
    assertThatThrownBy(() -> TrainedNetwork.load(file))
        .isInstanceOf(FileFormatException.class)
        .hasMessageContaining("dense1.kernel")
        .hasMessageContaining("expected shape [6, 2]");
    other.remove("bridle.recipe");
    Safetensors.write(file, new TensorFile(other, content.arrays()));
    assertThatThrownBy(() -> TrainedNetwork.load(file))
        .isInstanceOf(FileFormatException.class)
        .hasMessageContaining("metadata key \"bridle.recipe\" is missing");
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  private static TrainingResult train(Split split, Precision precision) {
    return train(split, precision, RECIPE);
  }

  private static TrainingResult train(Split split, Precision precision, String recipe) {
    Member member =
        new Member(
            Recipe.parse(recipe),
            TrainingPlan.parse("adam(0.01), batch 16, updates 60"),
            Replicate.of(3, 0, split));
    return Trainer.train(
            Architecture.parse("dense(7) tanh"), List.of(member), precision, TrainingListener.NONE)
        .get(0);
  }
}
