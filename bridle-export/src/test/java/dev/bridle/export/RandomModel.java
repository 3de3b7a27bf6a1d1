package dev.bridle.export;

import dev.bridle.architecture.Activation;
import dev.bridle.architecture.Architecture;
import dev.bridle.data.Dataset;
import dev.bridle.data.Split;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.study.table.Preparation;
import dev.bridle.study.table.Table;
import dev.bridle.study.table.TableOptions;
import dev.bridle.study.table.TableReader;
import dev.bridle.study.table.TaskKind;
import dev.bridle.train.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * A small network trained for a few updates on a made-up table of numbers, categories and missing
 * values.
 *
 * @param table all rows, a third of which it was not trained on
 * @param network with its preparation
 */
record RandomModel(Table table, TrainedNetwork network) {
  static final List<String> RECIPES =
      List.of(
          "none",
          "batch-norm",
          "layer-norm",
          "rms-norm",
          "batch-norm(position=after-activation)",
          "layer-norm(position=after-activation, epsilon=1e-3)",
          "rms-norm(position=after-activation)",
          "layer-norm + batch-norm",
          "batch-norm(epsilon=1e-2) + layer-norm",
          "rms-norm + batch-norm(position=after-activation) + dropout(0.3)",
          "dropout(0.2)@input + gaussian-dropout(0.2) + max-norm(1)",
          "alpha-dropout(0.1) + input-noise(0.1) + activation-noise(0.1)",
          "weight-norm",
          "weight-norm + batch-norm + max-norm(1)",
          "contractive(1e-3) + ema(0.9)",
          "contractive(1e-3)@dense1 + dropout(0.1) + drop-connect(0.1)");

  private static final List<String> WORDS =
      List.of("red", "😀 <", "ä猫", "a b", "x,y", "=1+1", "\"q\"", "5", "None", "label");

  /** The names of columns are hard: spaces, and what outputs and operators are called, too. */
  private static final List<String> NAMES =
      List.of("label", "value", "probabilities", "numbers", "a b", "ä猫", "dense1", "features", "");

  /** A model of number {@code seed}: activations, recipes and tasks are gone through in turn. */
  static RandomModel of(int seed, Path folder) throws IOException {
    return of(seed, folder, RECIPES.get(seed % RECIPES.size()));
  }

  /** The same with a recipe of the caller's. */
  static RandomModel of(int seed, Path folder, String recipe) throws IOException {
    Random random = new Random(seed);
    TaskKind kind = seed % 3 == 2 ? TaskKind.REGRESSION : TaskKind.CLASSIFICATION;
    Path file = folder.resolve("table" + seed + ".csv");
    Files.writeString(file, csv(random, kind, 2 + seed % 3, seed % 2 == 0));
    Table table = TableReader.of(TableOptions.defaults().withTarget("y").withTask(kind)).read(file);
    int[] train = IntStream.range(0, table.rows()).filter(row -> row % 3 > 0).toArray();
    Preparation preparation = Preparation.fit(table, train);
    Dataset rows = preparation.apply(table, train);
    Activation[] all = Activation.values();
    String first = layer(4 + random.nextInt(12), all[seed % all.length]);
    String second = layer(3 + random.nextInt(6), all[random.nextInt(all.length)]);
    String architecture =
        (seed % 4 == 3 ? first : first + ", " + second) + ", dense(" + rows.task().outputs() + ")";
    TrainedNetwork network =
        Trainer.train(
                Architecture.parse(architecture),
                Recipe.parse(recipe),
                TrainingPlan.parse(
                    "adam(1e-2), batch 16, updates 60, unscaled, loss " + loss(kind, seed)),
                new Split(rows, rows, rows),
                seed)
            .network();
    return new RandomModel(table, network.withAttachments(preparation.toMap()));
  }

  private static String loss(TaskKind kind, int seed) {
    boolean usual = seed % 2 == 0;
    return kind == TaskKind.REGRESSION
        ? usual ? "mean-squared-error" : "huber(1)"
        : usual ? "cross-entropy" : "binary-cross-entropy";
  }

  private static String layer(int units, Activation activation) {
    return "dense(" + units + ")" + (activation == Activation.LINEAR ? "" : " " + activation);
  }

  private static String csv(Random random, TaskKind kind, int classes, boolean numbers) {
    int width = 1 + random.nextInt(8);
    boolean[] texts = new boolean[width];
    double[] size = new double[width];
    StringJoiner header = new StringJoiner(",");
    for (int c = 0; c < width; c++) {
      texts[c] = random.nextInt(3) == 0;
      size[c] = Math.pow(10, random.nextInt(13) - 4);
      String name = NAMES.get(random.nextInt(NAMES.size()));
      header.add(
          c < NAMES.size() && !name.isEmpty() && !header.toString().contains(name)
              ? name
              : "c" + c + "x");
    }
    StringBuilder text = new StringBuilder(header.add("y").toString()).append('\n');
    for (int row = 0; row < 150; row++) {
      StringJoiner line = new StringJoiner(",");
      for (int c = 0; c < width; c++) {
        line.add(cell(random, texts[c], size[c]));
      }
      int label = row % classes;
      line.add(
          kind == TaskKind.REGRESSION
              ? Double.toString(2000 + random.nextGaussian())
              : numbers ? Integer.toString(label * 2 - 1) : quoted(WORDS.get(label)));
      text.append(line).append('\n');
    }
    return text.toString();
  }

  private static String cell(Random random, boolean text, double size) {
    if (random.nextInt(8) == 0) {
      return "";
    }
    return text
        ? quoted(WORDS.get(random.nextInt(WORDS.size())))
        : Double.toString(size * (3 + random.nextGaussian()));
  }

  private static String quoted(String word) {
    return '"' + word.replace("\"", "\"\"") + '"';
  }
}
