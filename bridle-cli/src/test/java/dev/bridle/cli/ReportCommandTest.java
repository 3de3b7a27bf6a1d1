package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.study.store.DataFingerprint;
import dev.bridle.study.store.StudyPlanRecord;
import dev.bridle.study.store.StudyStore;
import dev.bridle.study.store.UnitKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code report} as a user runs it, on a study of a second. */
final class ReportCommandTest {
  private static final String NO_UNITS = "0".repeat(64);

  @TempDir static Path kept;
  private static Path study = Path.of("");
  private static Run compared = new Run(0, "", "");

  @TempDir Path folder;

  @BeforeAll
  static void compare() {
    study = kept.resolve("study");
    compared = compare(study);
  }

  /** A study that claims something, so that every part of a report is in it. */
  private static Run compare(Path folder, String... more) {
    List<String> arguments = new ArrayList<>(List.of("compare", "moons", "--quiet"));
    arguments.addAll(List.of("--recipes", "none; l2(1e-3, 1e-1); weight-decay(1e30)"));
    arguments.addAll(List.of("--network", "dense(8) relu", "--updates", "40"));
    arguments.addAll(List.of("--select", "2", "--confirm", "3", "--out", folder.toString()));
    arguments.addAll(List.of(more));
    Run run = Run.of(arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  @Test
  void out_isTheReportThatCompareWrote_byteByByte_andTheFolderStays() throws IOException {
    List<String> before = files(study);
    Path page = folder.resolve("page.html");
    Run run = Run.of("report", study.toString(), "--out", page.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(compared.out())
        .contains("Recommended: ", "Diagnose suggested ");
    assertThat(run.err()).isEqualTo("report    " + page + "\n");
    assertThat(page).hasSameBinaryContentAs(study.resolve("report.html"));
    assertThat(files(study)).isEqualTo(before);
  }

  @Test
  void json_isTheDocumentThatComparePrints() {
    Path page = folder.resolve("page.html");
    Run again = compare(study, "--json");
    Run run = Run.of("report", study.toString(), "--json", "--quiet", "--out", page.toString());
    assertThat(run).isEqualTo(again);
    Run timeless =
        Run.of("report", study.toString(), "--json", "--no-times", "--out", page.toString());
    assertThat(timeless.out()).isEqualTo(compare(study, "--json", "--no-times").out());
  }

  @Test
  void withoutOut_replacesTheStudysOwn_andTheStoreKnowsIt() throws IOException {
    Path own = study.resolve("report.html");
    byte[] whole = Files.readAllBytes(own);
    String known = show("--json");
    Files.writeString(own, "spoilt");
    Run run = Run.of("report", study.toString());
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEqualTo("report    " + own + "\n");
    assertThat(own).hasBinaryContent(whole);
    assertThat(show("--json")).isEqualTo(known).contains("\"report.json\"");
  }

  @Test
  void out_replacesReports_butNothingElse_unlessForced() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine.html"), "<html>mine</html>");
    Run refused = Run.of("report", study.toString(), "--out", mine.toString());
    assertThat(refused)
        .isEqualTo(
            new Run(
                5,
                "",
                "bridle: --out = "
                    + mine
                    + ": cannot be written: it exists; --force replaces it\n"));
    assertThat(mine).hasContent("<html>mine</html>");
    assertThat(Run.of("report", study.toString(), "--force", "--out", mine.toString()).code())
        .isZero();
    assertThat(Run.of("report", study.toString(), "--out", mine.toString()).code()).isZero();
  }

  @Test
  void unfinished_saysHowFarItIs_alsoWhileItRuns() {
    StudyPlanRecord plan =
        new StudyPlanRecord(
            "{}", new DataFingerprint("moons", 0, NO_UNITS, ""), Map.of("bridle", "0"), 1);
    List<UnitKey> units = List.of(new UnitKey("select", "none", 0), new UnitKey("select", "l1", 0));
    try (StudyStore running = StudyStore.create(folder.resolve("a"), plan, units)) {
      Run run = Run.of("report", folder.resolve("a").toString());
      assertThat(run)
          .isEqualTo(
              new Run(
                  ExitCode.DATA,
                  "",
                  "bridle: study "
                      + folder.resolve("a")
                      + ": not finished, so there is nothing to report yet: 0 of 2 units that"
                      + " choose strengths trained; if it is not running, bridle compare moons with"
                      + " --out "
                      + folder.resolve("a")
                      + " and the other options it was begun with goes on where it stopped\n"));
      running.addUnits(List.of(new UnitKey("confirm", "none", 0)));
      assertThat(Run.of("report", folder.resolve("a").toString()).err())
          .contains(": 0 of 3 units trained; ");
    }
    assertThat(folder.resolve("a/report.html")).doesNotExist();
  }

  /** As when it was killed during the refit, or by a Bridle that did not keep what was found. */
  @Test
  void allTrained_butNothingKept_isNotFinished_untilComparedAgain() {
    Path saved = folder.resolve("a");
    assertThat(Run.of("repair", study.toString(), saved.toString()).code()).isZero();
    Run run = Run.of("report", saved.toString());
    assertThat(run.code()).isEqualTo(ExitCode.DATA);
    assertThat(run.err()).contains(": 17 of 17 units trained, but what follows was not done; ");
    assertThat(Run.of("show", saved.toString()).out()).endsWith("\nunits     17 of 17 trained\n");
    assertThat(compare(saved).out()).isEqualTo(compared.out());
    assertThat(Run.of("report", saved.toString()).out()).isEqualTo(compared.out());
  }

  /** What lies there of the study before is not of this one. */
  @Test
  void begunAnew_isNotFinished_whateverLiesInTheFolder() {
    Path begun = folder.resolve("a");
    compare(begun);
    StudyPlanRecord plan =
        new StudyPlanRecord(
            "{}", new DataFingerprint("moons", 0, NO_UNITS, ""), Map.of("bridle", "0"), 1);
    StudyStore.createAnew(begun, plan, List.of(new UnitKey("select", "none", 0))).close();
    assertThat(begun.resolve("report.json")).isNotEmptyFile();
    assertThat(Run.of("report", begun.toString()).code()).isEqualTo(ExitCode.DATA);
  }

  @Test
  void lostOrAltered_isRefused_andCompareWritesItAnew() throws IOException {
    Path whole = folder.resolve("a");
    compare(whole);
    Path found = whole.resolve("report.json");
    Files.writeString(found, Files.readString(found).replaceFirst("\"seed\":7", "\"seed\":8"));
    Run altered = Run.of("report", whole.toString());
    assertThat(altered.code()).isEqualTo(ExitCode.FILE);
    assertThat(altered.err())
        .isEqualTo(
            "bridle: "
                + found
                + ": is not what the study wrote there; the bridle compare command of this study,"
                + " given again, writes it anew and trains no unit twice\n");
    Files.delete(found);
    Run missing = Run.of("report", whole.toString());
    assertThat(missing.code()).isEqualTo(ExitCode.FILE);
    assertThat(missing.err()).contains("report.json: is missing; ");
    compare(whole);
    assertThat(Run.of("report", whole.toString()).out()).isEqualTo(compared.out());
  }

  @Test
  void noStudy_orADamagedOne_isSaidAsShowSaysIt() throws IOException {
    for (Path wrong : List.of(folder, folder.resolve("none"))) {
      Run run = Run.of("report", wrong.toString());
      assertThat(run.code()).isEqualTo(ExitCode.FILE);
      assertThat(run.err())
          .startsWith("bridle: ")
          .contains(wrong.toString())
          .contains("there is no");
    }
    Path damaged = Files.createDirectory(folder.resolve("damaged"));
    Files.writeString(damaged.resolve("study.bridle"), "no store at all");
    Run run = Run.of("report", damaged.toString());
    assertThat(run).isEqualTo(Run.of("show", damaged.toString()));
    assertThat(run.code()).isEqualTo(ExitCode.FILE);
  }

  @Test
  void inUse_isRefused_butCanBeReadElsewhere() {
    try (StudyStore writer = StudyStore.open(study)) {
      Run own = Run.of("report", study.toString());
      assertThat(own.code()).isEqualTo(ExitCode.FILE);
      assertThat(own.err()).contains("this very process");
      Path page = folder.resolve("page.html");
      assertThat(Run.of("report", study.toString(), "--out", page.toString()).code()).isZero();
      assertThat(page).hasSameBinaryContentAs(writer.folder().resolve("report.html"));
    }
  }

  private static String show(String option) {
    return Run.of("show", study.toString(), option).out();
  }

  /** The files beside the store's own, which a reader opens. */
  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName() + " " + file.toFile().lastModified())
          .filter(name -> !name.startsWith("study.bridle"))
          .sorted()
          .toList();
    }
  }
}
