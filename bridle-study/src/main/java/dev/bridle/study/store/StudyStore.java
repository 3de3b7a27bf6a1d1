package dev.bridle.study.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A study that is being written: one in each folder, by one process at a time.
 *
 * <pre>{@code
 * try (StudyStore store =
 *     StudyStore.exists(folder)
 *         ? StudyStore.open(folder, plan)
 *         : StudyStore.create(folder, plan, units)) {
 *   for (UnitKey unit : store.missing()) {
 *     store.begin(List.of(unit));
 *     store.put(train(unit));
 *   }
 * }
 * }</pre>
 *
 * <p>Whatever happens to the process, the same lines go on where it stopped. What a method has
 * written is on disk when it returns. Methods may be called by several threads, one at a time gets
 * its turn; what cannot be done ends in a {@link StoreException} and leaves the store as it was.
 */
public final class StudyStore implements StudyView {
  private final StoredStudy view;
  private final Database database;
  private final WriterLock lock;
  private final Optional<Map<String, String>> versions;
  private boolean open = true;

  StudyStore(
      StoredStudy view,
      Database database,
      WriterLock lock,
      Optional<Map<String, String>> versions) {
    this.view = view;
    this.database = database;
    this.lock = lock;
    this.versions = versions;
  }

  /** Whether there is a study in a folder, whole or damaged. */
  public static boolean exists(Path folder) {
    return Files.exists(folder.resolve(StudyFolder.STORE));
  }

  /**
   * Begins a study: writes down the plan and the units of the first phase, all or nothing. The
   * folder is made if need be.
   *
   * @throws StoreException if there is a study already, or the folder is in use or cannot be
   *     written to
   * @throws IllegalArgumentException if a unit is named twice
   */
  public static StudyStore create(Path folder, StudyPlanRecord plan, List<UnitKey> units) {
    return Opening.create(folder, plan, units, false, new Sqlite());
  }

  /**
   * Begins a study anew: one that is there, whole or damaged, is kept as {@code study.bridle.old},
   * in place of an older one of that name.
   */
  public static StudyStore createAnew(Path folder, StudyPlanRecord plan, List<UnitKey> units) {
    return Opening.create(folder, plan, units, true, new Sqlite());
  }

  /**
   * Opens a study to go on with it. {@link #notes} tell if the versions are others than before.
   *
   * @throws PlanMismatch if it is of another plan, or its data have changed
   * @throws StoreException if there is none, or it is in use, damaged or cannot be written to
   */
  public static StudyStore open(Path folder, StudyPlanRecord plan) {
    return Opening.open(folder, Optional.of(plan), new Sqlite());
  }

  /**
   * Opens a study of whatever plan, to write to it but no results: with which versions those would
   * be made is not known.
   *
   * @throws StoreException if there is none, or it is in use, damaged or cannot be written to
   */
  public static StudyStore open(Path folder) {
    return Opening.open(folder, Optional.empty(), new Sqlite());
  }

  /**
   * Opens a study to read it, also while another process writes to it.
   *
   * @throws StoreException if there is none, or it is damaged or cannot be read
   */
  public static StudyView read(Path folder) {
    return Opening.read(folder, new Sqlite());
  }

  /**
   * Saves the complete units of a damaged study into a new one; the damaged one stays as it is.
   * Files beside the store are not copied.
   *
   * @param from the folder of the damaged study
   * @param to the folder of the new one, in which there is no study yet
   * @throws StoreException if nothing can be saved, above all if the plan cannot be read
   */
  public static Repaired repair(Path from, Path to) {
    return Rescue.repair(from, to, new Sqlite());
  }

  /**
   * Adds the units of a further phase, all or nothing; those that are there already stay as they
   * are, so that doing it again does no harm.
   *
   * @return how many were new
   * @throws IllegalArgumentException if a unit is named twice
   */
  public int addUnits(List<UnitKey> units) {
    return database.write(Space.ofUnits(units), sql -> Writes.addUnits(sql, units));
  }

  /**
   * Says that training of these units begins. If the process dies before their results are put, it
   * counts as a death of each; if the store is closed before, it does not.
   *
   * @throws IllegalArgumentException if one is not {@link #missing}
   */
  public void begin(List<UnitKey> units) {
    database.write(Space.ofUnits(units), sql -> Writes.begin(sql, units));
  }

  /** Stores a result, as {@link #putAll} does. */
  public void put(UnitResult result) {
    putAll(List.of(result));
  }

  /**
   * Stores the results of a population's units, all or nothing. A unit that has a result keeps it,
   * provided that the two agree in all but time.
   *
   * @throws IllegalArgumentException if the study has no such unit, or another result of it
   * @throws IllegalStateException if the store was opened without a plan
   */
  public void putAll(List<UnitResult> results) {
    Map<String, String> madeWith =
        versions.orElseThrow(
            () ->
                new IllegalStateException(
                    folder() + ": expected to be opened with its plan, which tells the versions"));
    database.write(Space.ofResults(results), sql -> Writes.put(sql, results, madeWith));
  }

  /**
   * Takes results out, so that their units are missing again: those whose weights are lost.
   *
   * @throws IllegalArgumentException if the study has no such unit
   */
  public void discard(List<UnitKey> units) {
    database.write(Space.ofUnits(units), sql -> Writes.discard(sql, units));
  }

  /**
   * Gives the {@link #poisoned} units another chance: their deaths are forgotten.
   *
   * @return how many there were
   */
  public int retry() {
    return database.write(Space.ofSmallChange(), Writes::retry);
  }

  /**
   * Writes down that the test set is about to be looked at. The same purpose counts once, since
   * whoever looks again for the same numbers after a crash learns nothing new.
   *
   * @param purpose what for: the recipes that are to be tested, as text
   * @return how often it has been opened, this time included
   */
  public int openTest(String purpose) {
    Require.line("purpose", purpose);
    return database.write(Space.ofSmallChange(), sql -> OpeningRows.put(sql, purpose));
  }

  /** Writes down a file beside the store, in place of an older one of its name. */
  public void recordFile(StoredFile file) {
    database.write(
        Space.ofSmallChange(),
        sql -> {
          FileRows.put(sql, file);
          return true;
        });
  }

  /** Ends the writing; units begun and not finished are missing as before. */
  @Override
  public synchronized void close() {
    if (!open) {
      return;
    }
    open = false;
    try {
      database.write(Space.ofSmallChange(), sql -> Writes.settle(sql, false));
    } catch (StoreException e) {
      // The empty lock file tells the next one the same.
    } finally {
      try {
        database.close();
      } finally {
        lock.close();
      }
    }
  }

  @Override
  public Path folder() {
    return view.folder();
  }

  @Override
  public StudyPlanRecord plan() {
    return view.plan();
  }

  @Override
  public List<Map<String, String>> versions() {
    return view.versions();
  }

  @Override
  public List<UnitKey> units() {
    return view.units();
  }

  @Override
  public List<UnitKey> missing() {
    return view.missing();
  }

  @Override
  public List<UnitKey> poisoned() {
    return view.poisoned();
  }

  @Override
  public int deaths(UnitKey unit) {
    return view.deaths(unit);
  }

  @Override
  public List<UnitResult> results() {
    return view.results();
  }

  @Override
  public Optional<UnitResult> result(UnitKey unit) {
    return view.result(unit);
  }

  @Override
  public List<String> testOpenings() {
    return view.testOpenings();
  }

  @Override
  public List<StoredFile> files() {
    return view.files();
  }

  @Override
  public List<FileCheck> verifyFiles() {
    return view.verifyFiles();
  }

  @Override
  public List<String> notes() {
    return view.notes();
  }

  @Override
  public String dump(boolean times) {
    return view.dump(times);
  }
}
