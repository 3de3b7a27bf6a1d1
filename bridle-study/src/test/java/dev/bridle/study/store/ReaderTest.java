package dev.bridle.study.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers work while a study is written, and see whole transactions only. */
final class ReaderTest {
  private static final List<UnitKey> UNITS = Studies.units("select", 10, 12);
  private static final int PACK = 4;

  @TempDir(factory = MemoryFolder.class)
  private Path folder;

  @Test
  void reader_seesWhatIsPutAfterItWasOpened() {
    try (StudyStore store = StudyStore.create(folder, Studies.plan(), UNITS);
        StudyView study = StudyStore.read(folder)) {
      assertThat(study.results()).isEmpty();
      store.put(Studies.result(UNITS.get(0)));
      assertThat(study.results()).containsExactly(Studies.result(UNITS.get(0)));
      assertThat(study.dump(true)).isEqualTo(store.dump(true));
    }
  }

  @Test
  void readersWhileWriting_seeWholePacksInOrder() throws Exception {
    ExecutorService readers = Executors.newFixedThreadPool(2);
    try (StudyStore store = StudyStore.create(folder, Studies.plan(), UNITS)) {
      List<Future<Integer>> looks = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        looks.add(readers.submit(this::watch));
      }
      for (int from = 0; from < UNITS.size(); from += PACK) {
        store.putAll(UNITS.subList(from, from + PACK).stream().map(Studies::result).toList());
      }
      for (Future<Integer> look : looks) {
        assertThat(look.get()).isPositive();
      }
    } finally {
      readers.shutdown();
    }
  }

  /** Looks, through a new view now and then, until all is there; returns how often. */
  private int watch() {
    int looks = 0;
    int seen = 0;
    while (seen < UNITS.size()) {
      try (StudyView study = StudyStore.read(folder)) {
        for (int i = 0; i < 5; i++) {
          List<UnitKey> missing = study.missing();
          int now = study.results().size();
          assertThat(now % PACK).isZero();
          assertThat(now).isGreaterThanOrEqualTo(UNITS.size() - missing.size());
          assertThat(now).isGreaterThanOrEqualTo(seen);
          seen = now;
          looks++;
        }
      }
    }
    return looks;
  }

  @Test
  void severalThreads_putIntoOneStore() throws Exception {
    String expected = Studies.uninterrupted(folder.resolve("plain"), UNITS);
    ExecutorService workers = Executors.newFixedThreadPool(4);
    try (StudyStore store = StudyStore.create(folder, Studies.plan(), UNITS)) {
      List<Future<?>> done = new ArrayList<>();
      for (UnitKey unit : UNITS) {
        done.add(
            workers.submit(
                () -> {
                  store.begin(List.of(unit));
                  store.put(Studies.result(unit));
                }));
      }
      for (Future<?> future : done) {
        future.get();
      }
      assertThat(store.dump(false)).isEqualTo(expected);
    } finally {
      workers.shutdown();
    }
  }

  @Test
  void readerLeftOpen_doesNotKeepTheWriterFromClosing() {
    StudyStore store = StudyStore.create(folder, Studies.plan(), UNITS);
    try (StudyView study = StudyStore.read(folder)) {
      store.put(Studies.result(UNITS.get(0)));
      store.close();
      assertThat(study.results()).hasSize(1);
      try (StudyStore again = StudyStore.open(folder, Studies.plan())) {
        assertThat(again.notes()).isEmpty();
        again.put(Studies.result(UNITS.get(1)));
      }
      assertThat(study.results()).hasSize(2);
    }
  }
}
