package dev.bridle.study.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bridle.file.FileFormatException;
import dev.bridle.study.report.RandomStudies;
import dev.bridle.study.report.SampleExamined;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FinishedStudyTest {
  private static final int STUDIES = 200;

  private static final List<FaredAdvice> ADVICE =
      List.of(
          new FaredAdvice("l2(1e-5..1e-2)", "l2", Optional.of("better"), Optional.of(0.1 + 0.2)),
          new FaredAdvice("mixup(0.2)", "mixup", Optional.empty(), Optional.empty()));

  @TempDir Path folder;

  /** Whatever the types allow: NaN, half surrogate pairs, what is empty. */
  @Test
  void read_isWhatWasWritten() throws IOException {
    RandomStudies random = new RandomStudies(7);
    for (int i = 0; i < STUDIES; i++) {
      FinishedStudy study = new FinishedStudy(usualLibraries(random.next()), ADVICE);
      assertThat(again(study)).isEqualTo(study);
    }
  }

  @Test
  void read_isWhatWasWritten_alsoWhatIsKnownOfNetworks() throws IOException {
    StudyReport plain = usualLibraries(new RandomStudies(8).next());
    for (List<Examined> examined : List.of(SampleExamined.pair(), SampleExamined.named("\uD800"))) {
      FinishedStudy study = new FinishedStudy(plain.with(examined), List.of());
      assertThat(again(study)).isEqualTo(study);
      assertThat(again(study).report().examined()).hasSameSizeAs(examined);
    }
  }

  @Test
  void write_twice_isTheSameBytes_inAscii() throws IOException {
    FinishedStudy study = new FinishedStudy(usualLibraries(new RandomStudies(9).next()), ADVICE);
    Path one = folder.resolve("one.json");
    Path two = folder.resolve("two.json");
    study.write(one);
    FinishedStudy.read(one).write(two);
    assertThat(one).hasSameBinaryContentAs(two);
    for (byte b : Files.readAllBytes(one)) {
      assertThat(b).isPositive();
    }
  }

  @Test
  void read_newerFormat_isRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), "{\"bridleReport\":2,\"more\":1}");
    assertThatThrownBy(() -> FinishedStudy.read(file))
        .isInstanceOf(FileFormatException.class)
        .hasMessage(
            file
                + ": bridleReport = 2, expected at most 1: a newer Bridle wrote it, and one like"
                + " that can read it");
  }

  @Test
  void read_somethingElse_isRefused() throws IOException {
    Path file = folder.resolve("a.json");
    new FinishedStudy(usualLibraries(new RandomStudies(3).next()), ADVICE).write(file);
    String whole = Files.readString(file);
    for (String text :
        List.of(
            "",
            "[]",
            "{}",
            "{\"bridleReport\":1}",
            "{\"bridleReport\":1,\"study\":null}",
            "not JSON",
            whole.substring(0, whole.length() / 2),
            whole.replace("\"planHash\"", "\"hash\""),
            whole.replaceFirst("\"exploratory\":(true|false)", "\"exploratory\":null"))) {
      Files.writeString(file, text);
      assertThatThrownBy(() -> FinishedStudy.read(file))
          .as(text)
          .isInstanceOf(FileFormatException.class)
          .hasMessageStartingWith(file + ": is not what Bridle keeps of a finished study: ");
    }
  }

  /** The names of libraries are keys in the file, and none is random. */
  private static StudyReport usualLibraries(StudyReport r) {
    Map<String, String> versions = new HashMap<>();
    r.versions().values().forEach(text -> versions.put("library" + versions.size(), text));
    return new StudyReport(
        r.data(),
        r.network(),
        r.protocol(),
        r.arms(),
        r.recommended(),
        r.sentence(),
        r.notes(),
        r.seconds(),
        r.planHash(),
        versions,
        r.examined());
  }

  private FinishedStudy again(FinishedStudy study) throws IOException {
    Path file = folder.resolve("study.json");
    study.write(file);
    return FinishedStudy.read(file);
  }
}
