package dev.bridle.study.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A whole study, with a fault at its first, second, third ... call of the database. Whatever the
 * call, the study can be opened again, is finished by the same lines, and is as if there had been
 * no fault.
 */
final class FaultInjectionTest {
  private static final List<UnitKey> SELECT = Studies.units("select", 2, 1);
  private static final List<UnitKey> CONFIRM = Studies.units("confirm", 1, 2);

  @TempDir(factory = MemoryFolder.class)
  private Path directory;

  @ParameterizedTest
  @EnumSource
  void anyCallFails_studyIsFinishedAsIfNoneHad(FaultyConnector.Fault fault) throws Exception {
    String expected = run(directory.resolve("plain"), new Sqlite());
    Path folder = Files.createDirectory(directory.resolve("faulty"));
    boolean failed = true;
    int call = 0;
    while (failed) {
      call++;
      FaultyConnector faulty = new FaultyConnector(fault, call);
      boolean ended = runToFault(folder, faulty);
      failed = faulty.hasFailed();
      assertThat(ended || failed).as("call %d", call).isTrue();
      assertThat(run(folder, new Sqlite())).as("call %d", call).isEqualTo(expected);
      MemoryFolder.clear(folder);
    }
    assertThat(call).isGreaterThan(100);
  }

  /** Beginning anew leaves the old study or the new one, whole, whatever call fails. */
  @ParameterizedTest
  @EnumSource
  void anyCallFailsWhenBeginningAnew_oneOfTheTwoIsThere(FaultyConnector.Fault fault)
      throws Exception {
    StudyPlanRecord anew = Studies.plan("{\"seed\":8}");
    Path folder = Files.createDirectory(directory.resolve("anew"));
    String old = run(folder, new Sqlite());
    boolean failed = true;
    for (int call = 1; failed; call++) {
      FaultyConnector faulty = new FaultyConnector(fault, call);
      try (StudyStore store = Opening.create(folder, anew, SELECT, true, faulty)) {
        assertThat(store.missing()).isEqualTo(SELECT);
      } catch (StoreException e) {
        assertThat(e).hasMessageContaining("injected");
      }
      failed = faulty.hasFailed();
      try (StudyStore store = StudyStore.open(folder)) {
        boolean isNew = store.plan().equals(anew);
        assertThat(isNew || store.dump(false).equals(old)).as("call %d", call).isTrue();
      }
      MemoryFolder.clear(folder);
      run(folder, new Sqlite());
    }
  }

  /** Runs until a call fails, which must come out as one exception only. */
  private static boolean runToFault(Path folder, FaultyConnector faulty) {
    try {
      run(folder, faulty);
      return true;
    } catch (StoreException e) {
      assertThat(e).hasMessageStartingWith(folder.toString()).hasMessageContaining("injected");
      return false;
    }
  }

  /** A study of two phases, from wherever it stands to its end. */
  private static String run(Path folder, Connector connector) {
    StudyPlanRecord plan = Studies.plan();
    try (StudyStore store =
        StudyStore.exists(folder)
            ? Opening.open(folder, Optional.of(plan), connector)
            : Opening.create(folder, plan, SELECT, false, connector)) {
      Studies.finish(store);
      store.addUnits(CONFIRM);
      train(store);
      store.openTest("none");
      store.recordFile(new StoredFile("report.html", Studies.SHA, 1));
      return store.dump(false);
    }
  }

  /** All that is missing as one population. */
  private static void train(StudyStore store) {
    List<UnitKey> missing = store.missing();
    store.begin(missing);
    store.putAll(missing.stream().map(Studies::result).toList());
  }
}
