package dev.bridle.study.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bridle.study.store.StoreException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever can be saved is right, the damaged file stays, and the study can be finished. */
final class RepairTest {
  private static final List<UnitKey> UNITS = Studies.units("select", 6, 20);
  private static final int DONE = 100;
  private static final Map<String, String> NEWER = Map.of("bridle", "0.2.0");

  @TempDir(factory = MemoryFolder.class)
  private Path directory;

  private Path damaged;
  private Path repaired;
  private Path store;
  private byte[] whole;

  @BeforeEach
  void create() throws Exception {
    damaged = directory.resolve("damaged");
    repaired = Files.createDirectory(directory.resolve("repaired"));
    store = damaged.resolve("study.bridle");
    try (StudyStore study = StudyStore.create(damaged, Studies.plan(), UNITS)) {
      study.putAll(UNITS.subList(0, DONE).stream().map(Studies::result).toList());
      study.openTest("none");
    }
    whole = Files.readAllBytes(store);
  }

  @Test
  void soundStudy_isSavedWhole() throws Exception {
    try (StudyStore study = StudyStore.open(damaged, Studies.planWith(NEWER))) {
      study.put(Studies.result(UNITS.get(DONE)));
    }
    Repaired saved = StudyStore.repair(damaged, repaired);
    assertThat(saved).isEqualTo(new Repaired(120, 0, 101, 0));
    assertThat(saved.isComplete()).isTrue();
    try (StudyView from = StudyStore.read(damaged);
        StudyView to = StudyStore.read(repaired)) {
      assertThat(to.dump(true)).isEqualTo(from.dump(true));
      assertThat(to.versions()).containsExactly(Studies.VERSIONS, NEWER);
    }
  }

  @Test
  void truncatedToNineTenths_mostIsSavedAndTheRestIsTrainedAgain() throws Exception {
    Repaired saved = repair(Arrays.copyOf(whole, whole.length * 9 / 10));
    assertThat(saved.units()).isEqualTo(120);
    assertThat(saved.results()).isBetween(50, DONE - 1);
    assertThat(saved.results() + saved.resultsLost()).isEqualTo(DONE);
    assertFinishesAsIfNothingHadHappened();
  }

  @Test
  void truncatedToLess_isSavedInPartOrRefused() throws Exception {
    for (int percent : new int[] {60, 40, 20, 5}) {
      repairOrRefuse(Arrays.copyOf(whole, whole.length * percent / 100));
    }
  }

  @Test
  void randomFlips_areSavedInPartOrRefused() throws Exception {
    int saved = 0;
    for (int seed = 0; seed < 30; seed++) {
      byte[] flipped = whole.clone();
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < 1 + seed % 8; i++) {
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 + random.nextInt(255));
      }
      saved += repairOrRefuse(flipped) ? 1 : 0;
    }
    assertThat(saved).isGreaterThan(15);
  }

  @Test
  void noStudy_isRefused() throws Exception {
    Files.write(store, new byte[0]);
    assertThatThrownBy(() -> StudyStore.repair(damaged, repaired))
        .isInstanceOf(StoreException.class)
        .hasMessageEndingWith("study.bridle: not a study, it is empty (0 bytes)");
    Files.writeString(store, "text");
    assertThatThrownBy(() -> StudyStore.repair(damaged, repaired))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("not a study");
    assertThat(StudyStore.exists(repaired)).isFalse();
  }

  @Test
  void folderThatHasAStudy_isNotOverwritten() {
    assertThatThrownBy(() -> StudyStore.repair(damaged, damaged))
        .isInstanceOf(StoreException.class)
        .extracting("reason")
        .isEqualTo(Reason.EXISTS);
  }

  private Repaired repair(byte[] content) throws Exception {
    MemoryFolder.clear(repaired);
    MemoryFolder.clear(damaged);
    Files.write(store, content);
    try {
      return StudyStore.repair(damaged, repaired);
    } finally {
      assertThat(Files.readAllBytes(store)).isEqualTo(content);
    }
  }

  private boolean repairOrRefuse(byte[] content) throws Exception {
    try {
      Repaired saved = repair(content);
      try (StudyView study = StudyStore.read(repaired)) {
        assertThat(study.units()).hasSize(saved.units());
        assertThat(study.results()).hasSize(saved.results());
      }
    } catch (StoreException e) {
      assertThat(e.reason()).isIn(Reason.DAMAGED, Reason.NOT_A_STUDY, Reason.NEWER);
      assertThat(StudyStore.exists(repaired)).isFalse();
      return false;
    }
    assertFinishesAsIfNothingHadHappened();
    return true;
  }

  private void assertFinishesAsIfNothingHadHappened() throws Exception {
    Path plain = Files.createDirectories(directory.resolve("plain"));
    MemoryFolder.clear(plain);
    String expected = Studies.uninterrupted(plain, UNITS);
    try (StudyStore study = StudyStore.open(repaired, Studies.plan())) {
      study.addUnits(UNITS);
      List<UnitKey> missing = study.missing();
      study.begin(missing);
      study.putAll(missing.stream().map(Studies::result).toList());
      assertThat(withoutOpenings(study.dump(false))).isEqualTo(withoutOpenings(expected));
    }
  }

  private static String withoutOpenings(String dump) {
    return dump.replaceAll("\"testOpenings\":\\[[^]]*]", "");
  }
}
