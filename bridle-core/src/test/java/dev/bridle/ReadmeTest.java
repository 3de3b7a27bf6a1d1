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

/** The README's lines of Java are compiled and run as they stand there. */
final class ReadmeTest {
  private static final String IMPORTS =
      """
      import dev.bridle.architecture.Architecture;
      import dev.bridle.data.Split;
      import dev.bridle.data.builtin.Strokes;
      import dev.bridle.metric.Metric;
      import dev.bridle.metric.Predictions;
      import dev.bridle.model.TrainedNetwork;
      import dev.bridle.plan.TrainingPlan;
      import dev.bridle.recipe.Recipe;
      import dev.bridle.tensor.Key;
      import dev.bridle.train.Trainer;
      import dev.bridle.train.TrainingResult;
      import java.nio.file.Path;
      """;

  @TempDir Path folder;

  @Test
  void javaLines_asTheyStandThere_trainSaveLoadAndPredict() throws Exception {
    String lines = javaLines(Files.readString(Path.of("../README.md")));
    Path source = folder.resolve("Example.java");
    Files.writeString(
        source,
        IMPORTS
            + "class Example { public static void main(String[] args) throws Exception {\n"
            + lines
            + "}}\n");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String classes = System.getProperty("java.class.path");
    int errors =
        compiler.run(null, null, null, "-cp", classes, "-d", folder.toString(), source.toString());
    assertThat(errors).isZero();

    List<String> printed = run(classes);
    assertThat(printed).hasSize(3);
    double accuracy = Double.parseDouble(printed.get(0).substring("accuracy ".length()));
    assertThat(accuracy).isBetween(0.8, 1.0);
    assertThat(printed.get(1)).isEqualTo(printed.get(0));
    assertThat(printed.get(2)).matches("the first drawing is a [0-9]");
    assertThat(folder.resolve("strokes.safetensors")).exists();
  }

  private static String javaLines(String readme) {
    int start = readme.indexOf("```java\n") + "```java\n".length();
    return readme.substring(start, readme.indexOf("```", start));
  }

  private List<String> run(String classes) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(java.toString(), "-Xmx512m", "-cp", folder + ":" + classes, "Example")
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> printed = process.inputReader().lines().toList();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return printed;
  }
}
