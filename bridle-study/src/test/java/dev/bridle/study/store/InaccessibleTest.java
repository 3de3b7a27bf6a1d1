package dev.bridle.study.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bridle.study.store.StoreException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders and files that cannot be used are named before any training begins. */
final class InaccessibleTest {
  private static final List<UnitKey> UNITS = Studies.units("select", 2, 2);

  @TempDir private Path directory;

  @AfterEach
  void letEverythingBeDeleted() throws Exception {
    if (Files.exists(directory.resolve("study"))) {
      permit(directory.resolve("study"), "rwxr-xr-x");
    }
  }

  @Test
  void fileInPlaceOfTheFolder_isNamed() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "");
    assertThatThrownBy(() -> StudyStore.create(file, Studies.plan(), UNITS))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith(file + ": cannot be made");
    assertThatThrownBy(() -> StudyStore.read(file))
        .isInstanceOf(StoreException.class)
        .hasMessage(file + ": not a folder");
    Path below = file.resolve("study");
    assertThatThrownBy(() -> StudyStore.create(below, Studies.plan(), UNITS))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith(below + ": cannot be made");
  }

  @Test
  void folderThatNobodyMayWriteTo_isNamed() {
    Path kernel = Path.of("/proc");
    assumeTrue(Files.isDirectory(kernel), "there is no /proc, where nobody may make files");
    assertThatThrownBy(() -> StudyStore.create(kernel, Studies.plan(), UNITS))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("/proc: cannot be written to (")
        .hasMessageEndingWith("); name another folder with --out")
        .extracting("reason")
        .isEqualTo(Reason.INACCESSIBLE);
  }

  @Test
  void readOnlyFolder_canBeReadButNotWritten() throws Exception {
    Path folder = directory.resolve("study");
    try (StudyStore store = StudyStore.create(folder, Studies.plan(), UNITS)) {
      store.put(Studies.result(UNITS.get(0)));
    }
    permit(folder, "r-xr-xr-x");
    assumeTrue(!Files.isWritable(folder), "permissions do not bind this user");
    try (StudyView study = StudyStore.read(folder)) {
      assertThat(study.results()).containsExactly(Studies.result(UNITS.get(0)));
    }
    assertThat(folder.toFile().list()).hasSize(2);
    permit(folder.resolve("study.bridle.lock"), "r--r--r--");
    assertThatThrownBy(() -> StudyStore.open(folder, Studies.plan()))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith(folder + ": cannot be written to (");
  }

  @Test
  void readOnlyStore_isNamedWhenItIsOpenedForWriting() throws Exception {
    Path folder = directory.resolve("study");
    StudyStore.create(folder, Studies.plan(), UNITS).close();
    Path store = folder.resolve("study.bridle");
    permit(store, "r--r--r--");
    assumeTrue(!Files.isWritable(store), "permissions do not bind this user");
    assertThatThrownBy(() -> StudyStore.open(folder, Studies.plan()))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith(store + ": cannot be read or written: ")
        .extracting("reason")
        .isEqualTo(Reason.INACCESSIBLE);
  }

  @Test
  void temporaryFolderThatCannotBeUsed_isNamedWithTheProperty() throws Exception {
    Path folder = directory.resolve("study");
    StudyStore.create(folder, Studies.plan(), UNITS).close();
    Path unusable = Files.writeString(directory.resolve("tmp"), "");
    try (Child child = Child.start(unusable, "hold", folder.toString())) {
      List<String> lines = child.rest();
      assertThat(lines.get(lines.size() - 1))
          .startsWith("LIBRARY SQLite's native library cannot be unpacked to " + unusable)
          .endsWith("not mounted noexec; name one with -Dorg.sqlite.tmpdir=DIR");
      assertThat(child.exitCode()).isEqualTo(5);
    }
    StudyStore.open(folder, Studies.plan()).close();
  }

  private static void permit(Path file, String permissions) throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }
}
