package dev.bridle.study.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bridle.study.store.StoreException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiskFullTest {
  private static final List<UnitKey> UNITS = Studies.units("select", 5, 8);

  @TempDir private Path directory;

  @Test
  void noRoomForAResult_isToldWithPathAndBytes_andTheStoreStaysUsable() {
    Path folder = directory.resolve("study");
    StudyStore.create(folder, Studies.plan(), UNITS).close();
    UnitResult large = Studies.resultWithWeights(UNITS.get(0), 1_000_000);
    try (StudyStore store = Opening.open(folder, Optional.of(Studies.plan()), limited(100))) {
      store.begin(UNITS.subList(0, 1));
      assertThatThrownBy(() -> store.put(large))
          .isInstanceOf(StoreException.class)
          .hasMessageMatching(
              "\\Q"
                  + folder.resolve("study.bridle")
                  + "\\E: no room to write \\(10\\d{5} bytes needed, \\d+ free on its disk\\);"
                  + " what was stored is safe, free some space and run again")
          .extracting("reason")
          .isEqualTo(Reason.FULL);
      assertThat(store.missing()).isEqualTo(UNITS);
      store.put(Studies.result(UNITS.get(1)));
    }
    try (StudyStore store = StudyStore.open(folder, Studies.plan())) {
      assertThat(store.results()).containsExactly(Studies.result(UNITS.get(1)));
      assertThat(store.deaths(UNITS.get(0))).isZero();
      store.put(large);
    }
  }

  @Test
  void noRoomAfterSomeResults_theyAreKept_restIsTrainedLater() throws Exception {
    String expected = Studies.uninterrupted(directory.resolve("plain"), UNITS);
    Path folder = directory.resolve("study");
    StudyStore.create(folder, Studies.plan(), UNITS).close();
    int pages = (int) (Files.size(folder.resolve("study.bridle")) / 4096);
    Connector limited = limited(pages + 4);
    try (StudyStore store = Opening.open(folder, Optional.of(Studies.plan()), limited)) {
      assertThatThrownBy(() -> Studies.finish(store))
          .isInstanceOf(StoreException.class)
          .extracting("reason")
          .isEqualTo(Reason.FULL);
    }
    try (StudyStore store = StudyStore.open(folder, Studies.plan())) {
      assertThat(store.results()).isNotEmpty().hasSizeLessThan(UNITS.size());
      Studies.finish(store);
      assertThat(store.dump(false)).isEqualTo(expected);
    }
  }

  @Test
  void noRoomForANewStudy_leavesNothing() {
    assertThatThrownBy(() -> Opening.create(directory, Studies.plan(), UNITS, false, limited(10)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("no room to write (")
        .extracting("reason")
        .isEqualTo(Reason.FULL);
    assertThat(directory.toFile().list()).containsExactly("study.bridle.lock");
    StudyStore.create(directory, Studies.plan(), UNITS).close();
  }

  @Test
  void filesLimitedByTheSystem_storedAreKept_restIsTrainedLater() throws Exception {
    Path folder = directory.resolve("study");
    Path temporary = Files.createDirectory(directory.resolve("tmp"));
    StudyStore.create(folder, Studies.plan(), UNITS).close();
    List<String> lines;
    // 2 or 4 MB, as blocks have 512 or 1024 bytes: enough for SQLite's library, not for 12 MB
    try (Child child = Child.startLimited("ulimit -f 4096", temporary, "fill", folder.toString())) {
      lines = child.rest();
      assertThat(child.exitCode()).isEqualTo(5);
    }
    String last = lines.get(lines.size() - 1);
    assertThat(last).contains(folder.resolve("study.bridle") + ": ", " bytes needed, ");
    try (StudyStore store = StudyStore.open(folder, Studies.plan())) {
      int stored = store.results().size();
      assertThat(stored).isEqualTo(lines.size() - 1).isPositive();
      for (UnitKey unit : store.missing()) {
        store.put(Studies.resultWithWeights(unit, 300_000));
      }
      assertThat(store.results())
          .isEqualTo(
              UNITS.stream()
                  .sorted()
                  .map(unit -> Studies.resultWithWeights(unit, 300_000))
                  .toList());
    }
  }

  /** A database that may have so many pages, as on a disk that has no more. */
  private static Connector limited(int pages) {
    return (file, access) -> {
      Connection connection = new Sqlite().connect(file, access);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA max_page_count = " + pages);
      }
      return connection;
    };
  }
}
