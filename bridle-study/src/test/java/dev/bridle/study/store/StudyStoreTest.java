package dev.bridle.study.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bridle.metric.CalibrationError.Bin;
import dev.bridle.train.History;
import dev.bridle.train.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StudyStoreTest {
  private static final List<UnitKey> UNITS = Studies.units("select", 2, 2);
  private static final UnitKey FIRST = UNITS.get(0);

  @TempDir private Path folder;

  @Test
  void create_thenRead_planAndUnitsAreThere() {
    create().close();
    try (StudyView study = StudyStore.read(folder)) {
      assertThat(study.plan()).isEqualTo(Studies.plan());
      assertThat(study.units()).isEqualTo(UNITS);
      assertThat(study.missing()).isEqualTo(UNITS);
      assertThat(study.results()).isEmpty();
      assertThat(study.notes()).isEmpty();
    }
  }

  @Test
  void create_planTextIsKeptToTheLetter() {
    String text = "{ \"b\" : 1e-4,\n \"a\" : \"\u00e9\ud83d\ude00\" }";
    try (StudyStore store = StudyStore.create(folder, Studies.plan(text), List.of())) {
      assertThat(store.plan().text()).isEqualTo(text);
      assertThat(store.plan().sha256()).isEqualTo(Sha256.of(text));
    }
  }

  @Test
  void create_whereThereIsAStudy_isRefused() {
    create().close();
    assertThatThrownBy(this::create)
        .isInstanceOf(StoreException.class)
        .hasMessage(folder + ": has a study already; --fresh starts anew")
        .extracting("reason")
        .isEqualTo(StoreException.Reason.EXISTS);
  }

  @Test
  void create_unitNamedTwice_isRefusedAndLeavesNothing() throws Exception {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StudyStore.create(folder, Studies.plan(), List.of(FIRST, FIRST)))
        .withMessage(
            "unit select, l2(1), replicate 0: expected once, found twice; a salt tells two arms"
                + " apart");
    assertThat(StudyStore.exists(folder)).isFalse();
    assertThat(folder.toFile().list()).containsExactly("study.bridle.lock");
  }

  @Test
  void createAnew_keepsTheOldStudy() throws Exception {
    try (StudyStore store = create()) {
      store.put(Studies.result(FIRST));
    }
    StudyPlanRecord other = Studies.plan("{\"seed\":8}");
    try (StudyStore store = StudyStore.createAnew(folder, other, List.of(FIRST))) {
      assertThat(store.plan()).isEqualTo(other);
      assertThat(store.missing()).containsExactly(FIRST);
    }
    Path kept = Files.createDirectory(folder.resolve("kept"));
    Files.move(folder.resolve("study.bridle.old"), kept.resolve("study.bridle"));
    try (StudyView study = StudyStore.read(kept)) {
      assertThat(study.results()).containsExactly(Studies.result(FIRST));
    }
  }

  @Test
  void put_allKindsOfNumbers_comeBackToTheBit() {
    UnitResult result =
        new UnitResult(
            FIRST,
            new Outcome.Stopped(300, 7),
            Map.of(
                "score",
                Map.of(
                    "smallest", Double.MIN_VALUE,
                    "largest", -Double.MAX_VALUE,
                    "nan", Double.NaN,
                    "up", Double.POSITIVE_INFINITY,
                    "down", Double.NEGATIVE_INFINITY,
                    "sum", 0.1 + 0.2,
                    "whole", 3.0,
                    "huge whole", 0x1p53 + 2)),
            new History(List.of(-0.0, Double.NaN, Double.NEGATIVE_INFINITY), List.of()),
            List.of(new Bin(0.5, Double.NaN, 3), new Bin(0.9, 1, 0)),
            Double.NaN,
            Double.POSITIVE_INFINITY,
            1e-9,
            Optional.of(Bytes.of((byte) 0, (byte) -1, (byte) 39)),
            Optional.of(new StoredFile("weights/1.safetensors", Studies.SHA, 5_000_000_000L)));
    try (StudyStore store = create()) {
      store.put(result);
      assertThat(store.results()).containsExactly(result);
    }
  }

  @Test
  void put_eachOutcome_comesBack() {
    List<Outcome> outcomes =
        List.of(new Outcome.Completed(0), new Outcome.Stopped(9, 1), new Outcome.Diverged(8));
    try (StudyStore store = create()) {
      for (int i = 0; i < outcomes.size(); i++) {
        store.put(withOutcome(UNITS.get(i), outcomes.get(i)));
        assertThat(store.result(UNITS.get(i)).orElseThrow().outcome()).isEqualTo(outcomes.get(i));
      }
      assertThat(store.result(UNITS.get(3))).isEmpty();
    }
  }

  @Test
  void results_writtenInReverse_areInCanonicalOrder() {
    try (StudyStore store = create()) {
      for (int i = UNITS.size() - 1; i >= 0; i--) {
        store.put(Studies.result(UNITS.get(i)));
      }
      assertThat(store.results()).extracting(UnitResult::key).isSorted().hasSize(4);
    }
  }

  @Test
  void missing_isInTheOrderOfAdding() {
    try (StudyStore store = create()) {
      store.put(Studies.result(UNITS.get(2)));
      assertThat(store.missing()).containsExactly(UNITS.get(0), UNITS.get(1), UNITS.get(3));
    }
  }

  @Test
  void put_sameResultTwice_isStoredOnceWithTheFirstTime() {
    UnitResult result = Studies.result(FIRST);
    try (StudyStore store = create()) {
      store.put(result.withSeconds(1));
      store.put(result.withSeconds(2));
      assertThat(store.results()).containsExactly(result.withSeconds(1));
    }
  }

  @Test
  void put_anotherResultOfAUnit_isRefused() {
    try (StudyStore store = create()) {
      store.put(withOutcome(FIRST, new Outcome.Completed(1)));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> store.put(withOutcome(FIRST, new Outcome.Completed(2))))
          .withMessage(
              "unit select, l2(1), replicate 0: expected the result it has already, found another");
    }
  }

  @Test
  void putAll_oneUnknownUnit_storesNone() {
    UnitKey unknown = new UnitKey("select", "l1(1)", 0);
    try (StudyStore store = create()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> store.putAll(List.of(Studies.result(FIRST), Studies.result(unknown))))
          .withMessage("unit select, l1(1), replicate 0: expected one of the study's 4 units");
      assertThat(store.results()).isEmpty();
    }
  }

  @Test
  void put_withoutPlan_isRefused() {
    create().close();
    try (StudyStore store = StudyStore.open(folder)) {
      assertThatIllegalStateException().isThrownBy(() -> store.put(Studies.result(FIRST)));
      assertThat(store.openTest("none")).isEqualTo(1);
    }
  }

  @Test
  void addUnits_secondTime_addsNothing() {
    List<UnitKey> confirm = Studies.units("confirm", 2, 3);
    try (StudyStore store = create()) {
      assertThat(store.addUnits(confirm)).isEqualTo(6);
      assertThat(store.addUnits(confirm)).isZero();
      assertThat(store.missing()).hasSize(10).startsWith(FIRST).endsWith(confirm.get(5));
    }
  }

  @Test
  void addUnits_saltOnly_areTwoUnits() {
    try (StudyStore store = create()) {
      UnitKey salted = new UnitKey(FIRST.phase(), FIRST.recipe(), FIRST.replicate(), "a");
      assertThat(store.addUnits(List.of(salted))).isEqualTo(1);
      store.put(Studies.result(salted));
      assertThat(store.missing()).contains(FIRST).doesNotContain(salted);
    }
  }

  @Test
  void discard_unitIsMissingAgain() {
    try (StudyStore store = create()) {
      store.put(Studies.result(FIRST));
      store.discard(List.of(FIRST, UNITS.get(1)));
      assertThat(store.missing()).isEqualTo(UNITS);
      store.put(withOutcome(FIRST, new Outcome.Completed(5)));
    }
    try (StudyView study = StudyStore.read(folder)) {
      assertThat(study.results()).containsExactly(withOutcome(FIRST, new Outcome.Completed(5)));
    }
  }

  @Test
  void openTest_countsPurposesOnce() {
    try (StudyStore store = create()) {
      assertThat(store.openTest("none, l2(1)")).isEqualTo(1);
      assertThat(store.openTest("none, l2(1)")).isEqualTo(1);
      assertThat(store.openTest("none, l2(0)")).isEqualTo(2);
      assertThat(store.testOpenings()).containsExactly("none, l2(1)", "none, l2(0)");
    }
  }

  @Test
  void open_samePlanOtherwiseWritten_isTheSame() {
    create().close();
    String reordered = "{ \"recipes\": [\"none\", \"l2(1e-4)\"], \"seed\": 7 }";
    try (StudyStore store = StudyStore.open(folder, Studies.plan(reordered))) {
      assertThat(store.plan().text()).isEqualTo(Studies.plan().text());
    }
  }

  @Test
  void open_otherPlan_isRefusedAndNamesTheDifference() {
    create().close();
    StudyPlanRecord other = Studies.plan("{\"seed\":8,\"recipes\":[\"none\",\"l2(1e-4)\"]}");
    assertThatThrownBy(() -> StudyStore.open(folder, other))
        .isInstanceOf(PlanMismatch.class)
        .hasMessage(
            "the study in "
                + folder
                + " is of another plan: seed 7 there, 8 here; --fresh starts anew");
    StudyStore.open(folder, Studies.plan()).close();
  }

  @Test
  void open_noStudy_isMissing() {
    assertThatThrownBy(() -> StudyStore.open(folder, Studies.plan()))
        .hasMessage("no study in " + folder + ": there is no file study.bridle in it");
    assertThatThrownBy(() -> StudyStore.read(folder.resolve("none")))
        .hasMessage(folder.resolve("none") + ": there is no such folder");
    assertThat(StudyStore.exists(folder)).isFalse();
  }

  @Test
  void close_twice_leavesOneFileAndAnEmptyLock() throws Exception {
    StudyStore store = create();
    store.close();
    store.close();
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("study.bridle", "study.bridle.lock");
    assertThat(folder.resolve("study.bridle.lock")).isEmptyFile();
    assertThatThrownBy(store::missing)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("closed, by its user or after an error");
  }

  @Test
  void folder_ofAnyName_works() {
    Path odd = folder.resolve("we?ird #%41&=+ \u00fc\u540d 'x'; \"q\"");
    try (StudyStore store = StudyStore.create(odd, Studies.plan(), UNITS)) {
      store.put(Studies.result(FIRST));
    }
    try (StudyView study = StudyStore.read(odd)) {
      assertThat(study.results()).hasSize(1);
    }
    assertThat(odd.resolve("study.bridle")).isRegularFile();
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void texts_thatLookLikeMarkup_comeBack() {
    String nasty =
        "</script><img src=x onerror=alert(1)>'; DROP TABLE unit; -- \u202e\u2028{{7*7}}";
    UnitKey key = new UnitKey("select", nasty, 0, "x".repeat(100_000));
    try (StudyStore store = StudyStore.create(folder, Studies.plan(), List.of(key))) {
      store.put(Studies.result(key));
      assertThat(store.results()).containsExactly(Studies.result(key));
    }
  }

  private StudyStore create() {
    return StudyStore.create(folder, Studies.plan(), UNITS);
  }

  private static UnitResult withOutcome(UnitKey key, Outcome outcome) {
    UnitResult result = Studies.result(key);
    return new UnitResult(
        key,
        outcome,
        result.metrics(),
        result.history(),
        result.reliability(),
        result.zeroFraction(),
        result.weightNorm(),
        result.seconds(),
        result.weights(),
        result.weightsFile());
  }
}
