package dev.bridle.study.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bridle.study.store.StoreException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to the file, the answer is the right table or an exception, and no change. */
final class DamageTest {
  private static final List<UnitKey> UNITS = Studies.units("select", 4, 6);
  private static final int SEEDS = 100;
  private static final int FLIPS = 64;

  @TempDir(factory = MemoryFolder.class)
  private Path folder;

  private Path store;
  private byte[] whole;
  private String dump;

  @BeforeEach
  void create() throws Exception {
    store = folder.resolve("study.bridle");
    try (StudyStore study = StudyStore.create(folder, Studies.plan(), UNITS)) {
      study.putAll(UNITS.subList(0, 20).stream().map(Studies::result).toList());
      study.openTest("none");
      study.recordFile(new StoredFile("report.html", Studies.SHA, 1));
      dump = study.dump(true);
    }
    whole = Files.readAllBytes(store);
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 60, 90, 99})
  void truncated_isDamaged(int percent) throws Exception {
    refused(Arrays.copyOf(whole, whole.length * percent / 100), Reason.DAMAGED, "damaged at ");
  }

  @Test
  void otherFiles_areNoStudies() throws Exception {
    refused(new byte[0], Reason.NOT_A_STUDY, "not a study, it is empty (0 bytes)");
    refused("a,b\n1,2\n".getBytes(), Reason.NOT_A_STUDY, "not a study");
    refused(new byte[100_000], Reason.NOT_A_STUDY, "not a study");
    byte[] noise = new byte[100_000];
    new Random(1).nextBytes(noise);
    refused(noise, Reason.NOT_A_STUDY, "not a study");
  }

  @Test
  void folderInItsPlace_isNoStudy() throws Exception {
    Files.delete(store);
    Files.createDirectory(store);
    assertRefused(Reason.NOT_A_STUDY, "not a file");
  }

  @Test
  void databaseOfAnotherProgram_isNoStudy() throws Exception {
    refusedAfter("PRAGMA application_id = 7", Reason.NOT_A_STUDY, "a database of another program");
  }

  @Test
  void newerTables_areToldApartFromDamage() throws Exception {
    refusedAfter(
        "PRAGMA user_version = 2",
        Reason.NEWER,
        ": made by a newer Bridle: its tables are of version 2, this Bridle knows 1");
    refusedAfter("PRAGMA user_version = 0", Reason.DAMAGED, "its header, with tables of version 0");
  }

  /** What a repair tool, a hand or a disk could do while the file stays a sound database. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE metric SET value = 0.99 WHERE unit = 3 | the result of unit 3 (select, l2(1), rep",
        "DELETE FROM metric WHERE unit = 3 AND part = 'score' | the result of unit 3",
        "INSERT INTO metric VALUES (3, 'score', 'f1', 1.0) | the result of unit 3",
        "DELETE FROM bin WHERE unit = 4 | the result of unit 4",
        "UPDATE result SET outcome = 'won' WHERE unit = 5 | the result of unit 5 (select, l2(3),"
            + " replicate 1): an outcome \"won\"",
        "UPDATE result SET train_curve = x'00' WHERE unit = 5 | the result of unit 5 (select,"
            + " l2(3), replicate 1): a curve of 1 bytes",
        "UPDATE result SET updates = -1 WHERE unit = 5 | the result of unit 5 (select, l2(3),"
            + " replicate 1): updates -1",
        "UPDATE result SET zero_fraction = 7 WHERE unit = 5 | the result of unit 5 (select, l2(3),"
            + " replicate 1): zeroFraction = 7.0",
        "DELETE FROM result WHERE unit = 6 | table bin: it has rows that belong to nothing",
        "UPDATE unit SET recipe = 'l1(1)' WHERE id = 7 | unit 7: its checksum is another",
        "UPDATE unit SET deaths = 2 WHERE id = 24 | unit 24: its checksum is another",
        "DELETE FROM unit WHERE id = 24 | table unit: it has 23 of 24 rows",
        "DELETE FROM unit WHERE id = 3 | table result: it has rows that belong to nothing",
        "UPDATE study SET plan = replace(plan, '7', '8') | the plan: its checksum is another",
        "UPDATE study SET plan_sha256 = '' | the plan: its SHA-256 is another",
        "UPDATE versions SET names = '{}' | versions 1: its checksum is another",
        "DELETE FROM study | the plan: it is missing",
        "UPDATE opening SET purpose = 'all' | opening 1: its checksum is another",
        "UPDATE file SET size = 2 | file report.html: its checksum is another",
        "UPDATE tally SET rows = 25 WHERE name = 'unit' | table unit: it has 24 of 25 rows",
        "DELETE FROM tally WHERE name = 'file' | no answer to SELECT rows",
        "ALTER TABLE bin ADD COLUMN x INTEGER | the list of its tables",
        "CREATE TRIGGER t AFTER INSERT ON unit BEGIN DELETE FROM unit; END | the list of its"
            + " tables",
        "PRAGMA journal_mode = DELETE | its header, with journal mode [delete]",
      })
  void changedBehindItsBack_isNoticedWhereItWas(String statement, String where) throws Exception {
    refusedAfter(statement, Reason.DAMAGED, "damaged at " + where);
  }

  @Test
  void missingResult_isNoticed() throws Exception {
    change("DELETE FROM metric WHERE unit = 6");
    change("DELETE FROM bin WHERE unit = 6");
    change("DELETE FROM result WHERE unit = 6");
    assertRefused(Reason.DAMAGED, "damaged at table result: it has 19 of 20 rows");
  }

  @Test
  void swappedResults_areNoticed() throws Exception {
    change("UPDATE result SET unit = unit + 1000 WHERE unit = 1");
    change("UPDATE result SET unit = 1 WHERE unit = 2");
    change("UPDATE result SET unit = 2 WHERE unit = 1001");
    assertRefused(Reason.DAMAGED, "damaged at ");
  }

  @Test
  void randomFlips_giveTheRightTableOrAnException() throws Exception {
    Map<Optional<Reason>, Integer> outcomes = new HashMap<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      for (int flips : new int[] {1, FLIPS}) {
        byte[] flipped = flipped(whole, seed, flips);
        write(flipped);
        outcomes.merge(look(), 1, Integer::sum);
        assertThat(Files.readAllBytes(store)).isEqualTo(flipped);
      }
    }
    assertThat(outcomes.getOrDefault(Optional.of(Reason.DAMAGED), 0)).isGreaterThan(SEEDS);
  }

  /** Frames of the log after a flipped one do not count, so an earlier state is right as well. */
  @Test
  void randomFlipsInTheLog_giveAnEarlierTableOfWholeUnits() throws Exception {
    MemoryFolder.clear(folder);
    byte[] log;
    try (StudyStore study = StudyStore.create(folder, Studies.plan(), UNITS)) {
      Studies.finish(study);
      whole = Files.readAllBytes(copy("study.bridle"));
      log = Files.readAllBytes(copy("study.bridle-wal"));
    }
    for (int seed = 0; seed < SEEDS; seed++) {
      write(whole);
      Files.write(folder.resolve("study.bridle-wal"), flipped(log, seed, 1 + seed % 3));
      try (StudyStore study = StudyStore.open(folder, Studies.plan())) {
        List<UnitKey> missing = study.missing();
        assertThat(missing).isEqualTo(UNITS.subList(UNITS.size() - missing.size(), UNITS.size()));
        assertThat(study.results())
            .allSatisfy(result -> assertThat(result).isEqualTo(Studies.result(result.key())));
      } catch (StoreException e) {
        assertThat(e.reason()).isEqualTo(Reason.DAMAGED);
      }
    }
  }

  /** Reads all there is; what does not end in an exception must be as it was written. */
  private Optional<Reason> look() {
    try (StudyView study = StudyStore.read(folder)) {
      assertThat(study.dump(true)).isEqualTo(dump);
      return Optional.empty();
    } catch (StoreException e) {
      return Optional.of(e.reason());
    }
  }

  private void refused(byte[] content, Reason reason, String words) throws Exception {
    write(content);
    assertRefused(reason, words);
    assertThat(Files.readAllBytes(store)).isEqualTo(content);
  }

  private void refusedAfter(String statement, Reason reason, String words) throws Exception {
    change(statement);
    byte[] changed = Files.readAllBytes(store);
    assertRefused(reason, words);
    assertThat(Files.readAllBytes(store)).isEqualTo(changed);
  }

  private void assertRefused(Reason reason, String words) {
    assertThatThrownBy(() -> StudyStore.read(folder))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith(store + ": ")
        .hasMessageContaining(words)
        .extracting("reason")
        .isEqualTo(reason);
    assertThatThrownBy(() -> StudyStore.open(folder, Studies.plan()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(words);
  }

  private void change(String statement) throws Exception {
    try (Connection connection = new Sqlite().connect(store, Access.WRITE);
        Statement change = connection.createStatement()) {
      change.execute("PRAGMA foreign_keys = OFF");
      change.execute(statement);
    }
  }

  private void write(byte[] content) throws Exception {
    MemoryFolder.clear(folder);
    Files.write(store, content);
  }

  /** A copy by way of another process's eyes: reading the file here would end SQLite's locks. */
  private Path copy(String name) throws Exception {
    Path target = folder.resolve("copy of " + name);
    String[] command = {"cp", folder.resolve(name).toString(), target.toString()};
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    return target;
  }

  private static byte[] flipped(byte[] content, int seed, int flips) {
    byte[] flipped = content.clone();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < flips; i++) {
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 + random.nextInt(255));
    }
    return flipped;
  }
}
