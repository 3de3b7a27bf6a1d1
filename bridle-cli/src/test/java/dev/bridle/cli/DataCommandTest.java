package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.data.Dataset;
import dev.bridle.data.Generator;
import dev.bridle.data.builtin.BuiltIn;
import dev.bridle.tensor.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataCommandTest {
  @TempDir Path folder;

  @Test
  void list_hasEverySetWithItsSummary() {
    Run run = Run.of("data");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(
            "strokes: 500 rows to train on, 125 for validation, 2,000 for testing; 256 inputs,"
                + " 10 classes\n    Ten digits drawn by hand")
        .contains("\ntemperature: 100 rows", "; 1 input, 2 classes\n", "; 10 inputs, 1 target\n");
    for (Generator generator : BuiltIn.all()) {
      assertThat(run.out().replaceAll("\\s+", " ")).contains(generator.summary());
    }
  }

  @Test
  void rows_areTheFirstThatTrainTrainsOn() {
    Run run = Run.of("data", "moons", "--rows", "2");
    Dataset rows =
        BuiltIn.find("moons")
            .orElseThrow()
            .split(Key.of(7).at("replicate").at(0).at("data"))
            .train();
    String expected = "x,y,class\n";
    for (int i = 0; i < 2; i++) {
      String label = List.of("upper", "lower").get(rows.labels()[i]);
      expected += rows.inputs()[2 * i] + "," + rows.inputs()[2 * i + 1] + "," + label + "\n";
    }
    assertThat(run.out()).isEqualTo(expected);
  }

  @Test
  void rows_ofARegression_endInTheTarget() {
    Run run = Run.of("data", "friedman");
    assertThat(run.out().lines().count()).isEqualTo(11);
    assertThat(run.out()).startsWith("x1,x2,x3,x4,x5,x6,x7,x8,x9,x10,y\n");
  }

  @Test
  void out_isWrittenOnceAndAgainIfForced() throws IOException {
    Path file = folder.resolve("moons.csv");
    String[] args = {"data", "moons", "--rows", "3", "--out", file.toString()};
    Run run = Run.of(args);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("written   " + file + ": 3 rows\n");
    assertThat(Files.readString(file)).isEqualTo(Run.of("data", "moons", "--rows", "3").out());
    Run again = Run.of(args);
    assertThat(again.code()).isEqualTo(5);
    assertThat(again.err())
        .isEqualTo(
            "bridle: --out = " + file + ": cannot be written: it exists; --force replaces it\n");
    assertThat(Run.of("data", "spirals", "--force", "--out", file.toString()).code()).isZero();
    assertThat(Files.readAllLines(file)).hasSize(11);
  }

  @Test
  void mistakes_areSaid() {
    assertThat(Run.of("data", "--rows", "3"))
        .isEqualTo(
            new Run(
                2,
                "",
                "bridle: --rows and --out need the name of a set, as in bridle data moons\n"));
    assertThat(Run.of("data", "moons", "--rows", "0"))
        .isEqualTo(
            new Run(2, "", "bridle: --rows = 0: expected a whole number from 1 to 100,000\n"));
  }

  @Test
  void csv_quotesWhatNeedsIt() {
    Dataset rows =
        Dataset.classification(
                new float[] {1, 2.5f}, new int[] {2}, new int[] {0}, List.of("a \"b\"", "c"))
            .withFeatures(List.of("width, cm", "n"));
    assertThat(Csv.of(rows)).isEqualTo("\"width, cm\",n,class\n1.0,2.5,\"a \"\"b\"\"\"\n");
  }

  /** Case 22 of docs/reliability.md: names come from data, and a spreadsheet would run these. */
  @Test
  void csv_textThatASpreadsheetWouldRun_hasAnApostropheBeforeIt() {
    StringBuilder text = new StringBuilder();
    Csv.append(
        text,
        List.of("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1,1)", "\tx", "\rx", "-1e-5", "+.5"));
    Csv.append(text, List.of("+", "-", "=", "a=b", "-Infinity", "NaN", ""));
    assertThat(text.toString())
        .isEqualTo(
            "'=1+1,'+cmd|' /C calc'!A0,'-2+3,\"'@SUM(1,1)\",'\tx,\"'\rx\",-1e-5,+.5\n"
                + "+,-,=,a=b,-Infinity,NaN,\n");
  }
}
