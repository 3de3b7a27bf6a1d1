package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MainTest {
  @Test
  void version_isThatOfTheBuildAndOfJava() {
    Run run = Run.of("--version");
    assertThat(run.code()).isZero();
    assertThat(run.out()).matches("Bridle \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\nJava 1?[0-9].*\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void versionAndHelp_needNoLibtorch() throws Exception {
    assertThat(startedWithout("pytorch", "--version")).startsWith("exit 0\nBridle ");
    assertThat(startedWithout("pytorch", "--help")).startsWith("exit 0\nUsage: bridle VERB");
  }

  @Test
  void exitCode_isThatOfTheProcess() throws Exception {
    assertThat(startedWithout("pytorch", "trian"))
        .isEqualTo(
            "exit 2\nbridle: verb \"trian\": expected one of compare, diagnose, train, path,"
                + " predict, export, prune, report, show, repair, data, catalogue, doctor, completion;"
                + " did you mean train?\n");
  }

  /** As on a machine that ONNX Runtime does not run on. */
  @Test
  void compare_withoutOnnxRuntime_endsWithTheNetworkAsItsModel(@TempDir Path folder)
      throws Exception {
    String said =
        startedWithout(
            "onnxruntime",
            "compare",
            "moons",
            "--quick",
            "--quiet",
            "--json",
            "--updates",
            "20",
            "--recipes",
            "none; l2(1e-2)",
            "--out",
            folder.resolve("study").toString());
    assertThat(said)
        .startsWith("exit 0\n{")
        .contains("\"model\" : \"best.safetensors\"", "no ONNX model: ");
    assertThat(folder.resolve("study/best.onnx")).doesNotExist();
    assertThat(folder.resolve("study/report.html")).isNotEmptyFile();
  }

  @Test
  void help_listsVerbsExitCodesAndExamples() {
    Run run = Run.of("--help");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("\n  compare     Trains one network", "\n  train       Trains a network")
        .contains("\n  data        Lists the built-in data sets")
        .contains("\n  catalogue   Lists all regularizers and update rules")
        .contains("\n  6   a network does not fit the data\n")
        .contains("\n  bridle compare churn.csv --target churn\n");
  }

  @Test
  void help_namesWhatCanBeWritten() {
    Run run = Run.of("train", "--help");
    assertThat(run.code()).isZero();
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("or built-in data: strokes, moons, spirals,")
        .contains("Regularizers joined by +, out of")
        .contains("max-norm")
        .contains("Update rule: sgd, momentum, nesterov, adam, adamw, amsgrad, rmsprop, adagrad;");
  }

  @Test
  void noVerb_isHelpAndAnError() {
    Run run = Run.of();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("Usage: bridle VERB [options]\n");
  }

  @Test
  void debug_beforeOrAfterTheVerb_showsWhere() {
    for (String[] args :
        new String[][] {{"--debug", "data", "mons"}, {"data", "mons", "--debug"}}) {
      Run run = Run.of(args);
      assertThat(run.code()).isEqualTo(3);
      assertThat(run.err())
          .startsWith("bridle: data \"mons\": expected one of strokes, moons,")
          .contains("\n\tat dev.bridle.cli.DataNames.find(");
    }
  }

  @Test
  void output_thatCannotBeWritten_isAnErrorOfItsOwn() {
    StringWriter err = new StringWriter();
    Writer full =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("no space left");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    int code = Main.execute(new PrintWriter(full), new PrintWriter(err), "data", "moons");
    assertThat(code).isEqualTo(5);
    assertThat(err.toString().strip())
        .isEqualTo("bridle: standard output: not all of it could be written");
  }

  /** Runs a command without libraries of a name, or of one of some names with | between them. */
  static String startedWithout(String library, String... args) throws Exception {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.matches(".*(" + library + ").*"))
            .collect(Collectors.joining(File.pathSeparator));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder = new ProcessBuilder(java, "-cp", classPath, Main.class.getName());
    builder.command().addAll(Arrays.asList(args));
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return "exit " + process.waitFor() + "\n" + output.replace("\r\n", "\n");
  }
}
