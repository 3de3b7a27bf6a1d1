package dev.bridle.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PeersTableTest {
  private static final Machine MACHINE =
      new Machine("cpu", 2, "17", List.of(new Limits(1, 1e11, 1e10), new Limits(2, 2e11, 1e10)));

  @TempDir private Path folder;

  private static String peer(String peer, int reg, double us, double least) {
    return String.format(
        Locale.ROOT,
        "{\"peer\": \"%s\", \"config\": \"tiny\", \"reg\": %d, \"us\": %.1f, \"us_min\": %.1f,"
            + " \"us_max\": 999.0, \"first_s\": 1.0, \"rss_mb\": 1.0}",
        peer,
        reg,
        us,
        least);
  }

  private static StepCell step(int members, int workers, Kind kind, double us) {
    return new StepCell(
        "tiny", members, workers, "momentum(0.01)", kind, new Spread(us, us - 1, us + 1), 10, 20);
  }

  private static String steps(StepCell... cells) {
    return Document.of("steps", MACHINE, List.of(cells).stream().map(StepCell::json).toList());
  }

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(peer("torch-seq-1t", 1, 600, 590));
    lines.add(peer("torch-2proc", 1, 290, 280));
    lines.add(peer("torch-2proc", 1, 310, 270)); // a second pass
    lines.add(peer("torch-2proc", 0, 200, 190));
    lines.add("{\"peer\": \"djl-2t\", \"config\": \"tiny\", \"reg\": 1, \"error\": \"killed\"}");
    lines.add("");
    lines.add(
        steps(
            step(1, 1, Kind.REGULARIZED, 100),
            step(1, 2, Kind.REGULARIZED, 60),
            step(8, 2, Kind.REGULARIZED, 30),
            step(64, 2, Kind.REGULARIZED, 40),
            step(8, 2, Kind.PLAIN, 25)));
    StudyCell study = new StudyCell(64, 2, 360, 10_000, 90_000, 4, 0.97, 10);
    lines.add(Document.of("study", MACHINE, List.of(study.json())));
    return lines;
  }

  private String table(List<String> lines) throws IOException {
    Path file = Files.write(folder.resolve("results.jsonl"), lines);
    return new PeersTable(Results.read(List.of(file))).toString();
  }

  private static String row(String table, String start) {
    return table.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
  }

  @Test
  void peer_severalPasses_isTheMedianOfMediansAndTheFastestWindow() throws IOException {
    assertThat(row(table(lines()), "  torch-2proc ")).endsWith(" 300 [270]");
  }

  @Test
  void peer_thatFailed_isSaidToHaveFailed() throws IOException {
    assertThat(row(table(lines()), "  djl-2t")).endsWith(" failed");
  }

  @Test
  void ours_isTheFastestPopulationAndTheOneAlone() throws IOException {
    String table = table(lines());
    assertThat(row(table, "  bridle, 2 workers, best K")).endsWith(" K=8  30.0 [29.0]");
    assertThat(row(table, "  bridle, 1 worker, K=1")).endsWith(" 100 [99.0]");
    assertThat(row(table, "floating-point bound")).endsWith(" 10.0");
  }

  @Test
  void ratios_areMedianOverMedian() throws IOException {
    String table = table(lines());
    assertThat(row(table, "  torch-2proc / bridle, best K, regularized")).endsWith(" 10.00");
    assertThat(row(table, "  fastest peer / bridle, best K, regularized")).endsWith(" 10.00");
    assertThat(row(table, "  torch-seq-1t / bridle, 1 worker, K=1, reg")).endsWith(" 6.00");
    assertThat(row(table, "  bridle, best K / bound, regularized")).endsWith(" 3.00");
    assertThat(row(table, "  torch-2proc / bridle, best K, plain")).endsWith(" 8.00");
    assertThat(row(table, "  torch-seq-1t / bridle, 1 worker, K=1, plain")).endsWith(" -");
  }

  @Test
  void study_standsBesideAsManyStepsOfThePeer() throws IOException {
    // 10,000 plain steps at 200 us and 90,000 regularized ones at 300 us are 29 s
    assertThat(row(table(lines()), "  64,64").strip().split(" +"))
        .containsExactly("64,64", "360", "100000", "40.0", "4.00", "4.0", "29.0", "7.25");
  }

  @Test
  void study_withoutThePeer_standsAlone() throws IOException {
    List<String> lines = lines().stream().filter(line -> !line.contains("torch-2proc")).toList();
    assertThat(row(table(lines), "  64,64")).endsWith(" -              -");
  }

  @Test
  void columns_areTheSizesThatWereMeasured() throws IOException {
    assertThat(table(lines()).lines().findFirst().orElseThrow()).endsWith(" tiny");
  }

  @Test
  void read_otherText_isRefusedWithFileAndLine() throws IOException {
    Path file = Files.write(folder.resolve("log.txt"), List.of("", "beside-peers: tiny"));
    assertThatThrownBy(() -> Results.read(List.of(file)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(file + ", line 2: ");
  }
}
