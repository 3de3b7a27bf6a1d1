package dev.bridle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's blocks of Java are compiled and run as they stand there. */
final class ReadmeTest {
  private static final String IMPORTS =
      """
      import dev.bridle.architecture.Architecture;
      import dev.bridle.data.Split;
      import dev.bridle.data.builtin.Strokes;
      import dev.bridle.metric.Metric;
      import dev.bridle.metric.Predictions;
      import dev.bridle.model.TrainedNetwork;
      import dev.bridle.module.ModuleRestraint;
      import dev.bridle.plan.TrainingPlan;
      import dev.bridle.recipe.Recipe;
      import dev.bridle.tensor.Key;
      import dev.bridle.train.Trainer;
      import dev.bridle.train.TrainingResult;
      import java.nio.file.Path;
      import org.bytedeco.pytorch.*;
      import org.bytedeco.pytorch.Module;
      import org.bytedeco.pytorch.global.torch;
      """;

  @TempDir Path folder;

  @Test
  void javaLines_asTheyStandThere_trainSaveLoadAndPredict() throws Exception {
    List<String> printed = run(compile(0));
    assertThat(printed).hasSize(3);
    double accuracy = Double.parseDouble(printed.get(0).substring("accuracy ".length()));
    assertThat(accuracy).isBetween(0.8, 1.0);
    assertThat(printed.get(1)).isEqualTo(printed.get(0));
    assertThat(printed.get(2)).matches("the first drawing is a [0-9]");
    assertThat(folder.resolve("strokes.safetensors")).exists();
  }

  @Test
  void linesOfAnOwnTrainingLoop_asTheyStandThere_restrainItsModule() throws Exception {
    String lines = javaLines(1);
    String said = "System.out.println(restraint); // ";
    int comment = lines.indexOf(said) + said.length();
    String promised = lines.substring(comment, lines.indexOf('\n', comment));
    assertThat(run(compile(1)))
        .containsExactly(
            promised,
            "fc1.bias: 24 biases: nothing",
            "fc2.weight: 1 unit x 24 weights: l2(1e-4)",
            "fc2.bias: 1 bias: nothing");
  }

  /** Compiles the lines of one block; what to run them with. */
  private String compile(int block) throws IOException {
    Path source = folder.resolve("Example.java");
    Files.writeString(
        source,
        IMPORTS
            + "class Example { public static void main(String[] args) throws Exception {\n"
            + javaLines(block)
            + "}}\n");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String classes = System.getProperty("java.class.path");
    int errors =
        compiler.run(null, null, null, "-cp", classes, "-d", folder.toString(), source.toString());
    assertThat(errors).isZero();
    return classes;
  }

  /** The lines of the README's blocks of Java, counted from 0. */
  private static String javaLines(int block) throws IOException {
    String rest = Files.readString(Path.of("../README.md")).split("```java\n")[block + 1];
    return rest.substring(0, rest.indexOf("```"));
  }

  private List<String> run(String classes) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder =
        new ProcessBuilder(java.toString(), "-Xmx512m", "-cp", folder + ":" + classes, "Example")
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    // a machine that is busy otherwise makes several native threads of one program very slow
    builder.environment().put("OMP_NUM_THREADS", "1");
    Process process = builder.start();
    List<String> printed = process.inputReader().lines().toList();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return printed;
  }
}
