package dev.bridle.study.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WriterLockTest {
  private static final List<UnitKey> UNITS = Studies.units("select", 2, 2);

  @TempDir private Path directory;

  private Path folder;
  private Path temporary;

  @BeforeEach
  void create() throws Exception {
    folder = directory.resolve("study");
    temporary = Files.createDirectory(directory.resolve("tmp"));
    StudyStore.create(folder, Studies.plan(), UNITS).close();
  }

  @Test
  void secondWriterInThisProcess_isRefusedAndTheFirstKeepsItsLock() throws Exception {
    long pid = ProcessHandle.current().pid();
    try (StudyStore store = StudyStore.open(folder, Studies.plan())) {
      for (Path path : List.of(folder, folder.resolve("../study"))) {
        assertThatThrownBy(() -> StudyStore.open(path))
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("in use by this very process (" + pid + ")")
            .extracting("reason")
            .isEqualTo(StoreException.Reason.LOCKED);
      }
      try (Child child = Child.start(temporary, "hold", folder.toString())) {
        assertThat(child.line().orElseThrow())
            .startsWith("LOCKED " + folder + ": in use by process " + pid + " on ")
            .endsWith("; wait until that has ended, or name another folder with --out");
        assertThat(child.exitCode()).isEqualTo(5);
      }
      store.put(Studies.result(UNITS.get(0)));
    }
  }

  @Test
  void secondWriterInAnotherProcess_isRefusedWithThePidUntilTheFirstEnds() throws Exception {
    try (Child child = Child.start(temporary, "hold", folder.toString())) {
      assertThat(child.line()).hasValue("open 4");
      assertThatThrownBy(() -> StudyStore.open(folder, Studies.plan()))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(": in use by process " + child.pid() + " on ");
      assertThatThrownBy(() -> StudyStore.createAnew(folder, Studies.plan(), UNITS))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("in use by");
      child.letGo();
      assertThat(child.exitCode()).isZero();
    }
    try (StudyStore store = StudyStore.open(folder, Studies.plan())) {
      assertThat(store.notes()).isEmpty();
    }
  }

  @Test
  void reader_worksBesideAWriter() throws Exception {
    try (Child child = Child.start(temporary, "hold", folder.toString())) {
      assertThat(child.line()).hasValue("open 4");
      try (StudyView study = StudyStore.read(folder)) {
        assertThat(study.missing()).isEqualTo(UNITS);
      }
    }
  }

  @Test
  void interruptedThread_keepsTheLock() throws Exception {
    Thread.currentThread().interrupt();
    try (StudyStore store = StudyStore.open(folder, Studies.plan())) {
      store.put(Studies.result(UNITS.get(0)));
      assertThat(Thread.interrupted()).isTrue();
      try (Child child = Child.start(temporary, "hold", folder.toString())) {
        assertThat(child.line().orElseThrow()).startsWith("LOCKED");
      }
    }
  }

  @Test
  void lockFileWithAnything_isTakenOver() throws Exception {
    Files.writeString(folder.resolve("study.bridle.lock"), "\u202e no pid\n".repeat(100));
    try (StudyStore store = StudyStore.open(folder, Studies.plan())) {
      assertThat(store.notes()).isEmpty();
    }
    assertThat(folder.resolve("study.bridle.lock")).isEmptyFile();
  }

  @Test
  void ownerOnAnotherMachine_isTakenForDeadOnALocalDiskOnly() throws Exception {
    Files.writeString(folder.resolve("study.bridle.lock"), "4711 elsewhere\n");
    Owner owner = new Owner(4711, "elsewhere");
    Owner self = Owner.self();
    StudyFolder place = new StudyFolder(folder);
    assertThatThrownBy(() -> WriterLock.requireDeath(owner, self, place, Optional.of("nfs4")))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            folder
                + ": last used by process 4711 on elsewhere, whose locks may not be seen across"
                + " nfs4; if no bridle runs there, delete "
                + folder.resolve("study.bridle.lock"));
    assertThatCode(() -> WriterLock.requireDeath(self, self, place, Optional.of("nfs4")))
        .doesNotThrowAnyException();
    try (StudyStore store = StudyStore.open(folder, Studies.plan())) {
      assertThat(store.notes()).hasSize(1);
      assertThat(store.notes().get(0)).startsWith("process 4711 on elsewhere had this study open");
    }
  }

  @Test
  void owner_roundTripsAndRefusesOtherTexts() {
    Owner owner = new Owner(4711, "box.example");
    assertThat(Owner.parse(owner.text())).hasValue(owner);
    for (String text :
        List.of("", "4711", "4711 a b", "x 1", "99999999999999999999 a", "1 \u00e9")) {
      assertThat(Owner.parse(text)).as(text).isEmpty();
    }
  }

  @Test
  void networkFileSystems_areKnownByName() {
    for (String type : List.of("nfs", "nfs4", "cifs", "smb2", "9p", "fuse.sshfs", "NFS")) {
      assertThat(StudyFolder.isNetwork(type)).as(type).isTrue();
    }
    for (String type : List.of("ext4", "xfs", "tmpfs", "overlay", "apfs", "NTFS", "fuseblk")) {
      assertThat(StudyFolder.isNetwork(type)).as(type).isFalse();
    }
  }
}
