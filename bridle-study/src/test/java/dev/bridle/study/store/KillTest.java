package dev.bridle.study.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes are killed at any moment; nothing that was acknowledged is lost, nothing is half. */
final class KillTest {
  private static final int KILLS = 12;
  private static final List<UnitKey> UNITS = Studies.units("select", 20, 20);

  @TempDir private Path directory;

  private Path folder;
  private Path temporary;

  @BeforeEach
  void folders() throws Exception {
    folder = directory.resolve("study");
    temporary = Files.createDirectory(directory.resolve("tmp"));
  }

  @Test
  void killedAtRandomInstants_resumedUntilDone_isAsIfUninterrupted() throws Exception {
    String expected = Studies.uninterrupted(directory.resolve("plain"), UNITS);
    StudyStore.create(folder, Studies.plan(), UNITS).close();
    Random random = new Random(1);
    Set<String> acknowledged = new HashSet<>();
    for (int kill = 0; kill < KILLS; kill++) {
      assertThat(runAndKill(kill % 3 == 0, random, acknowledged)).isNotZero();
      try (StudyView study = StudyStore.read(folder)) {
        assertThat(study.results())
            .allSatisfy(result -> assertThat(result).isEqualTo(Studies.result(result.key())))
            .extracting(result -> result.key().toString())
            .containsAll(acknowledged);
      }
    }
    try (Child child = Child.start(temporary, "write", folder.toString())) {
      assertThat(child.rest()).contains("open");
      assertThat(child.exitCode()).isZero();
    }
    try (StudyView study = StudyStore.read(folder)) {
      assertThat(study.dump(false)).isEqualTo(expected);
    }
  }

  /** Kills a child at some instant of its start, or of its work; returns its exit code. */
  private int runAndKill(boolean atStart, Random random, Set<String> acknowledged)
      throws Exception {
    try (Child child = Child.start(temporary, "write", folder.toString())) {
      if (!atStart) {
        assertThat(child.line()).hasValue("open");
        note(child.line(), acknowledged);
      }
      Thread.sleep(atStart ? random.nextInt(700) : random.nextInt(40));
      child.kill();
      for (String line : child.rest()) {
        note(Optional.of(line), acknowledged);
      }
      return child.exitCode();
    }
  }

  private static void note(Optional<String> line, Set<String> acknowledged) {
    line.filter(text -> text.startsWith("put "))
        .ifPresent(text -> acknowledged.add(text.substring("put ".length())));
  }

  @Test
  void unitThatEndsTwoProcesses_isGivenUpUntilItIsRetried() throws Exception {
    List<UnitKey> units = UNITS.subList(0, 2);
    StudyStore.create(folder, Studies.plan(), units).close();
    for (int death = 1; death <= 2; death++) {
      try (Child child = Child.start(temporary, "die", folder.toString())) {
        assertThat(child.rest()).isEmpty();
        assertThat(child.exitCode()).isEqualTo(137);
      }
      StudyStore.open(folder, Studies.plan()).close();
    }
    String note = "unit " + units.get(0) + " is skipped: 2 processes died while they trained it";
    try (StudyStore store = StudyStore.open(folder, Studies.plan())) {
      assertThat(store.poisoned()).containsExactly(units.get(0));
      assertThat(store.missing()).containsExactly(units.get(1));
      assertThat(store.deaths(units.get(0))).isEqualTo(2);
      assertThat(store.notes()).containsExactly(note);
      assertThat(store.dump(false)).contains("\"state\":\"given up\"");
      assertThat(store.retry()).isEqualTo(1);
      assertThat(store.missing()).isEqualTo(units);
      Studies.finish(store);
      assertThat(store.missing()).isEmpty();
    }
  }

  @Test
  void deadOwner_isNotedByPid() throws Exception {
    StudyStore.create(folder, Studies.plan(), UNITS.subList(0, 2)).close();
    long pid;
    try (Child child = Child.start(temporary, "die", folder.toString())) {
      pid = child.pid();
      child.rest();
    }
    try (StudyStore store = StudyStore.open(folder, Studies.plan())) {
      assertThat(store.notes()).hasSize(1);
      assertThat(store.notes().get(0))
          .startsWith("process " + pid + " on ")
          .endsWith(
              " had this study open and ended without closing it; what it had finished is here");
      assertThat(store.deaths(UNITS.get(0))).isEqualTo(1);
    }
    try (StudyStore store = StudyStore.open(folder, Studies.plan())) {
      assertThat(store.notes()).isEmpty();
      assertThat(store.deaths(UNITS.get(0))).isEqualTo(1);
    }
  }

  @Test
  void wrongPlanAfterADeath_doesNotForgetTheDeath() throws Exception {
    StudyStore.create(folder, Studies.plan(), UNITS.subList(0, 2)).close();
    try (Child child = Child.start(temporary, "die", folder.toString())) {
      child.rest();
    }
    assertThat(catchMismatch()).isTrue();
    try (StudyStore store = StudyStore.open(folder, Studies.plan())) {
      assertThat(store.deaths(UNITS.get(0))).isEqualTo(1);
    }
  }

  private boolean catchMismatch() {
    try (StudyStore store = StudyStore.open(folder, Studies.plan("{}"))) {
      return false;
    } catch (PlanMismatch e) {
      return true;
    }
  }

  @Test
  void unitBegunBeforeAClose_isNotADeath() {
    StudyStore.create(folder, Studies.plan(), UNITS.subList(0, 2)).close();
    for (int i = 0; i < 3; i++) {
      try (StudyStore store = StudyStore.open(folder, Studies.plan())) {
        store.begin(UNITS.subList(0, 2));
        assertThat(store.deaths(UNITS.get(0))).isZero();
        assertThat(store.missing()).isEqualTo(UNITS.subList(0, 2));
      }
    }
  }
}
