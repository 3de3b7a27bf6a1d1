package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bad input to {@code compare}: one paragraph, the right exit code, nothing half-written. Of
 * docs/reliability.md, cases 12, 13, 14 and 15.
 */
final class CompareMistakesTest {
  private static final String GOOD = rows(40, "a,b,y\n");

  @TempDir Path folder;

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of("ragged row", GOOD + "1,2\n", "line 42"),
        Arguments.of("unclosed quote", GOOD + "1,\"2,3\n", "line 42, column 2"),
        Arguments.of("NUL byte", GOOD + "1,\0,no\n", "line 42, column 2"),
        Arguments.of(
            "10 MB in one field",
            GOOD + "1," + "x".repeat(10_000_000) + ",no\n",
            "line 42, column 2 (\"b\"): found 10,000,000 characters"),
        Arguments.of("text below 30,000 numbers", rows(30_000, "a,b,y\n") + "x,1,no\n", "30002"),
        Arguments.of("decimal comma", GOOD.replace(",", ";").replace("0;", "0,5;"), "--decimal ,"),
        Arguments.of("no finite number", GOOD + "1.797e309,2,no\n", "line 42"),
        Arguments.of("class of one row", GOOD + "1,2,maybe\n", "\"maybe\" has 1 row"),
        Arguments.of("no target at all", GOOD.replaceAll("yes|no", ""), "missing in every row"),
        Arguments.of(
            "one class only", "a,y\n" + "1,no\n".repeat(30), "expected at least two classes"),
        Arguments.of("constant target", "a,y\n" + "1,2.5\n3,2.5\n".repeat(30), "2.5"),
        Arguments.of("empty file", "", "no rows"),
        Arguments.of("header only", "a,b,y\n", "no rows"),
        Arguments.of("duplicate headers", GOOD.replace("a,b,y", "a,a,y"), "\"a\""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void badFile_isSaidInOneParagraph_exit3(String name, String content, String expected)
      throws IOException {
    Path file = folder.resolve("data.csv");
    Files.writeString(file, content);
    assertRefused(ExitCode.DATA, expected, file.toString(), "--target", "y");
  }

  @Test
  void missingFile_exit3() {
    String file = folder.resolve("nowhere.csv").toString();
    assertRefused(ExitCode.DATA, "nowhere.csv", file, "--target", "y");
  }

  @Test
  void directory_exit3() {
    assertRefused(ExitCode.DATA, "0 folders in it, expected at least two", folder.toString());
    assertRefused(ExitCode.USAGE, "is a folder of images", folder.toString(), "--target", "y");
  }

  @Test
  void wrongBytes_areNamedWithTheirOffset_exit3() throws IOException {
    Path file = folder.resolve("data.csv");
    Files.write(file, GOOD.replace("a,b", "\u00e4,b").getBytes(StandardCharsets.ISO_8859_1));
    assertRefused(ExitCode.DATA, "--encoding", file.toString(), "--target", "y");
  }

  @Test
  void unknownTarget_isAnsweredWithTheNearest_exit3() throws IOException {
    Path file = folder.resolve("data.csv");
    Files.writeString(file, GOOD.replace("a,b,y", "age,plan,churn"));
    assertRefused(ExitCode.DATA, "did you mean \"churn\"?", file.toString(), "--target", "chrun");
  }

  static Stream<Arguments> options() {
    return Stream.of(
        Arguments.of(
            ExitCode.USAGE, "did you mean dropout?", new String[] {"--recipes", "dropuot(0.5)"}),
        Arguments.of(
            ExitCode.USAGE,
            "expected a number in [0, 1)",
            new String[] {"--recipes", "none; dropout(1.2)"}),
        Arguments.of(ExitCode.USAGE, "did you mean dense", new String[] {"--network", "dens(8)"}),
        Arguments.of(ExitCode.USAGE, "--metric = acuracy", new String[] {"--metric", "acuracy"}),
        Arguments.of(ExitCode.USAGE, "--confirm", new String[] {"--confirm", "1"}),
        Arguments.of(ExitCode.USAGE, "delta", new String[] {"--delta", "-1"}),
        Arguments.of(ExitCode.USAGE, "claim", new String[] {"--claim", "sample"}),
        Arguments.of(ExitCode.USAGE, "fresh or seeds", new String[] {"--claim", "samples"}),
        Arguments.of(ExitCode.USAGE, "are for files", new String[] {"--target", "y"}),
        Arguments.of(
            ExitCode.USAGE,
            "place \"dense9\" of dropout: matches nothing",
            new String[] {"--recipes", "dropout(0.5)@dense9"}),
        Arguments.of(
            ExitCode.MISFIT,
            "elastic-net corrected = true: expected a linear network",
            new String[] {"--recipes", "elastic-net(l1=1, l2=1, corrected=true)"}),
        Arguments.of(
            ExitCode.MISFIT,
            "early-stopping metric = r2: not for 2 classes",
            new String[] {"--recipes", "early-stopping(5, metric=r2)"}),
        Arguments.of(
            ExitCode.MISFIT,
            "loss huber(1) is for numbers, but the data ask for classes",
            new String[] {"--loss", "huber(1)"}),
        Arguments.of(ExitCode.USAGE, "unknown option", new String[] {"--recipies", "none"}),
        Arguments.of(
            ExitCode.USAGE,
            "is written twice",
            new String[] {"--recipes", "none; l2(1e-3); l2(1e-3)"}));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("options")
  void badOption_isSaidInOneParagraph(int code, String expected, String[] options) {
    List<String> all = new ArrayList<>(List.of("moons"));
    all.addAll(List.of(options));
    assertRefused(code, expected, all.toArray(String[]::new));
  }

  @Test
  void unknownName_isAnsweredWithTheBuiltInSets_exit3() {
    assertRefused(ExitCode.DATA, "did you mean moons?", "mons");
  }

  private void assertRefused(int code, String expected, String... options) {
    Path study = folder.resolve("study");
    List<String> arguments = new ArrayList<>(List.of("compare"));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--out", study.toString()));
    Run run = Run.of(arguments.toArray(String[]::new));
    assertThat(run.err()).contains(expected).startsWith("bridle: ").doesNotContain("\tat ");
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.code()).isEqualTo(code);
    assertThat(run.out()).isEmpty();
    assertThat(study).doesNotExist();
  }

  private static String rows(int count, String header) {
    StringBuilder text = new StringBuilder(header);
    for (int i = 0; i < count; i++) {
      text.append(i).append(',').append(i * i % 7).append(i % 2 == 0 ? ",yes\n" : ",no\n");
    }
    return text.toString();
  }
}
