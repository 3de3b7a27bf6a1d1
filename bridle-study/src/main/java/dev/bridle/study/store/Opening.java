package dev.bridle.study.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The ways into a study: by making one, by going on with one, or only to read it. */
final class Opening {
  private final StudyFolder folder;
  private final Connector connector;

  Opening(StudyFolder folder, Connector connector) {
    this.folder = folder;
    this.connector = connector;
  }

  static StudyStore create(
      Path path, StudyPlanRecord plan, List<UnitKey> units, boolean anew, Connector connector) {
    Opening opening = new Opening(StudyFolder.made(path), connector);
    return opening.locked(lock -> opening.create(plan, units, anew, lock));
  }

  static StudyStore open(Path path, Optional<StudyPlanRecord> plan, Connector connector) {
    Opening opening = new Opening(StudyFolder.existing(path), connector);
    opening.folder.requireStore();
    return opening.locked(lock -> opening.open(plan, lock));
  }

  static StudyView read(Path path, Connector connector) {
    StudyFolder folder = StudyFolder.existing(path);
    folder.requireStore();
    Database database = Inspection.open(folder, connector);
    return guarded(
        () -> new StoredStudy(folder, database, notes(database, Optional.empty()).sentences()),
        database::close);
  }

  /** What is done while the folder is held. */
  private interface Held {
    StudyStore with(WriterLock lock);
  }

  private StudyStore locked(Held work) {
    WriterLock lock = WriterLock.acquire(folder);
    return guarded(() -> work.with(lock), lock::giveBack);
  }

  private StudyStore create(
      StudyPlanRecord plan, List<UnitKey> units, boolean anew, WriterLock lock) {
    Creation creation = new Creation(folder, connector);
    Database.Work<Integer> content =
        sql -> {
          PlanRows.insert(sql, plan);
          return Writes.addUnits(sql, units);
        };
    if (anew) {
      creation.createAnew(Space.of(plan, units), content);
    } else {
      creation.create(Space.of(plan, units), content);
    }
    return open(Optional.of(plan), lock);
  }

  private StudyStore open(Optional<StudyPlanRecord> plan, WriterLock lock) {
    folder.sweep();
    try (Database found = Inspection.open(folder, connector)) {
      plan.ifPresent(here -> requireSame(found.read(PlanRows::plan), here));
    }
    Database database = Database.open(connector, folder.store(), Access.WRITE);
    return guarded(() -> writer(database, plan, lock), database::close);
  }

  private StudyStore writer(Database database, Optional<StudyPlanRecord> plan, WriterLock lock) {
    database.write(Space.ofSmallChange(), sql -> Writes.settle(sql, lock.isAfterDeath()));
    Optional<Map<String, String>> versions = plan.map(StudyPlanRecord::versions);
    Notes notes = notes(database, versions);
    lock.deadOwner().ifPresent(notes::addDeath);
    folder.networkType().ifPresent(notes::addNetwork);
    StoredStudy view = new StoredStudy(folder, database, notes.sentences());
    return new StudyStore(view, database, lock, versions);
  }

  private void requireSame(StudyPlanRecord there, StudyPlanRecord here) {
    List<String> differences = PlanDifference.between(there, here);
    if (!differences.isEmpty()) {
      throw new PlanMismatch(folder.path(), differences);
    }
  }

  private static Notes notes(Database database, Optional<Map<String, String>> versions) {
    return database.read(
        sql -> {
          Notes notes = new Notes();
          notes.addUnits(sql);
          notes.addVersions(sql, versions);
          return notes;
        });
  }

  /** What a supplier gives; if it fails, what it was to use is released first. */
  private static <T> T guarded(Supplier<T> supplier, Runnable release) {
    boolean done = false;
    try {
      T value = supplier.get();
      done = true;
      return value;
    } finally {
      if (!done) {
        release.run();
      }
    }
  }
}
