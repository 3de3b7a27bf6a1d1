package dev.bridle.study.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be read of a study, on one connection. */
final class StoredStudy implements StudyView {
  private final StudyFolder folder;
  private final Database database;
  private final List<String> notes;

  StoredStudy(StudyFolder folder, Database database, List<String> notes) {
    this.folder = folder;
    this.database = database;
    this.notes = List.copyOf(notes);
  }

  @Override
  public Path folder() {
    return folder.path();
  }

  @Override
  public StudyPlanRecord plan() {
    return database.read(PlanRows::plan);
  }

  @Override
  public List<Map<String, String>> versions() {
    return database.read(PlanRows::allVersions);
  }

  @Override
  public List<UnitKey> units() {
    return database.read(UnitRows::all).stream().map(StoredUnit::key).toList();
  }

  @Override
  public List<UnitKey> missing() {
    return unfinished(false);
  }

  @Override
  public List<UnitKey> poisoned() {
    return unfinished(true);
  }

  private List<UnitKey> unfinished(boolean poisoned) {
    return database.read(
        sql -> {
          Set<Long> done = UnitRows.done(sql);
          return UnitRows.all(sql).stream()
              .filter(unit -> !done.contains(unit.id()) && unit.isPoisoned() == poisoned)
              .map(StoredUnit::key)
              .toList();
        });
  }

  @Override
  public int deaths(UnitKey unit) {
    return database.read(sql -> UnitRows.require(sql, unit).deaths());
  }

  @Override
  public List<UnitResult> results() {
    return database.read(StoredStudy::results);
  }

  private static List<UnitResult> results(Sql sql) throws SQLException {
    List<UnitResult> results = new ArrayList<>();
    for (StoredUnit unit : UnitRows.all(sql)) {
      ResultRows.of(sql, unit).ifPresent(stored -> results.add(stored.result()));
    }
    Tally.verify(sql);
    results.sort(Comparator.comparing(UnitResult::key));
    return results;
  }

  @Override
  public Optional<UnitResult> result(UnitKey unit) {
    return database.read(
        sql -> ResultRows.of(sql, UnitRows.require(sql, unit)).map(StoredResult::result));
  }

  @Override
  public List<String> testOpenings() {
    return database.read(OpeningRows::all);
  }

  @Override
  public List<StoredFile> files() {
    return database.read(FileRows::all);
  }

  @Override
  public List<FileCheck> verifyFiles() {
    List<FileCheck> checks = new ArrayList<>();
    files().forEach(file -> checks.add(check(file, Optional.empty())));
    for (UnitResult result : results()) {
      result.weightsFile().ifPresent(file -> checks.add(check(file, Optional.of(result.key()))));
    }
    return checks;
  }

  private FileCheck check(StoredFile file, Optional<UnitKey> unit) {
    return new FileCheck(file, unit, state(file));
  }

  private FileCheck.State state(StoredFile file) {
    try {
      if (!Files.isRegularFile(folder.path().resolve(file.name()))) {
        return FileCheck.State.MISSING;
      }
      boolean same = StoredFile.of(folder.path(), file.name()).equals(file);
      return same ? FileCheck.State.INTACT : FileCheck.State.ALTERED;
    } catch (IOException e) {
      return FileCheck.State.UNREADABLE;
    }
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  @Override
  public String dump(boolean times) {
    return database.read(sql -> new Dump(times).of(sql));
  }

  @Override
  public void close() {
    database.close();
  }
}
