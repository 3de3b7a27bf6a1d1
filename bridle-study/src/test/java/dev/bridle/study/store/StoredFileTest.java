package dev.bridle.study.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StoredFileTest {
  private static final UnitKey KEY = new UnitKey("select", "none", 0);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x",
        "a/../../x",
        "/etc/passwd",
        "a//b",
        "a/",
        ".",
        "a\\b",
        "C:x",
        "study.bridle",
        "Study.Bridle-wal",
        ""
      })
  void name_thatLeavesTheFolderOrIsTheStores_isRefused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> new StoredFile(name, Studies.SHA, 1));
  }

  @Test
  void verifyFiles_noticesWhatIsMissingOrAltered() throws Exception {
    Files.createDirectory(folder.resolve("models"));
    write("report.html", "report");
    write("models/best.onnx", "model");
    write("weights.bin", "weights");
    try (StudyStore store = StudyStore.create(folder, Studies.plan(), List.of(KEY))) {
      store.recordFile(StoredFile.of(folder, "report.html"));
      store.recordFile(StoredFile.of(folder, "models/best.onnx"));
      store.put(withWeights(StoredFile.of(folder, "weights.bin")));
      assertThat(store.verifyFiles()).hasSize(3).allMatch(FileCheck::isIntact);
      write("models/best.onnx", "moDel");
      write("weights.bin", "");
      Files.delete(folder.resolve("report.html"));
      assertThat(store.verifyFiles())
          .extracting(check -> check.file().name(), FileCheck::unit, FileCheck::state)
          .containsExactly(
              tuple("models/best.onnx", Optional.empty(), FileCheck.State.ALTERED),
              tuple("report.html", Optional.empty(), FileCheck.State.MISSING),
              tuple("weights.bin", Optional.of(KEY), FileCheck.State.ALTERED));
    }
  }

  @Test
  void recordFile_again_replaces() throws Exception {
    try (StudyStore store = StudyStore.create(folder, Studies.plan(), List.of())) {
      for (String content : List.of("one", "three")) {
        write("report.html", content);
        store.recordFile(StoredFile.of(folder, "report.html"));
      }
      assertThat(store.files()).extracting(StoredFile::size).containsExactly(5L);
      assertThat(store.verifyFiles()).allMatch(FileCheck::isIntact);
    }
  }

  private void write(String name, String content) throws Exception {
    Files.writeString(folder.resolve(name), content);
  }

  private static UnitResult withWeights(StoredFile file) {
    UnitResult plain = Studies.result(KEY);
    return new UnitResult(
        KEY,
        plain.outcome(),
        plain.metrics(),
        plain.history(),
        plain.reliability(),
        plain.zeroFraction(),
        plain.weightNorm(),
        plain.seconds(),
        Optional.empty(),
        Optional.of(file));
  }
}
