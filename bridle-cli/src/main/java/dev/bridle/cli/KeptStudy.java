package dev.bridle.cli;

import dev.bridle.file.FileFormatException;
import dev.bridle.study.report.HtmlReport;
import dev.bridle.study.result.FinishedStudy;
import dev.bridle.study.run.Unit;
import dev.bridle.study.store.StoreException;
import dev.bridle.study.store.StoredFile;
import dev.bridle.study.store.StudyStore;
import dev.bridle.study.store.StudyView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What a folder tells of its study without a training: how far it is, and what it found. */
final class KeptStudy {
  private KeptStudy() {}

  /** What a finished study found, or the end of the command. */
  static FinishedStudy read(Path folder) {
    try (StudyView store = StudyStore.read(folder)) {
      Optional<StoredFile> found =
          store.files().stream().filter(file -> file.name().equals(StudyFiles.FOUND)).findFirst();
      if (found.isEmpty()) {
        throw unfinished(store);
      }
      return read(folder, found.get());
    } catch (StoreException e) {
      throw new CommandException(ExitCode.FILE, String.valueOf(e.getMessage()));
    }
  }

  private static FinishedStudy read(Path folder, StoredFile found) {
    Path file = folder.resolve(found.name());
    try {
      if (!Files.exists(file)) {
        throw lost(file, "is missing");
      }
      if (!StoredFile.of(folder, found.name()).equals(found)) {
        throw lost(file, "is not what the study wrote there");
      }
      return FinishedStudy.read(file);
    } catch (FileFormatException e) {
      throw new CommandException(ExitCode.FILE, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new CommandException(ExitCode.FILE, file + ": cannot be read: " + e.getMessage());
    }
  }

  private static CommandException lost(Path file, String what) {
    return new CommandException(
        ExitCode.FILE,
        file
            + ": "
            + what
            + "; the bridle compare command of this study, given again, writes it anew and trains"
            + " no unit twice");
  }

  private static CommandException unfinished(StudyView store) {
    String confirm = Unit.Phase.CONFIRM.name().toLowerCase(Locale.ROOT);
    boolean choosing = store.units().stream().noneMatch(unit -> unit.phase().equals(confirm));
    return new CommandException(
        ExitCode.DATA,
        "study "
            + store.folder()
            + ": not finished, so there is nothing to report yet: "
            + trained(store, choosing ? " units that choose strengths" : " units")
            + (store.missing().isEmpty() ? ", but what follows was not done" : "")
            + "; if it is not running, bridle compare "
            + store.plan().data().name()
            + " with --out "
            + store.folder()
            + " and the other options it was begun with goes on where it stopped");
  }

  /**
   * How many units are trained: {@code 12 of 24 units trained}.
   *
   * @param noun what to call them, behind a space; empty where that is said already
   */
  static String trained(StudyView store, String noun) {
    int units = store.units().size();
    int givenUp = store.poisoned().size();
    return Figures.count((long) units - store.missing().size() - givenUp)
        + " of "
        + Figures.count(units)
        + noun
        + " trained"
        + (givenUp > 0 ? ", " + Figures.count(givenUp) + " given up" : "");
  }

  /** Makes the report in the study's own folder anew, as its only writer. */
  static void writeReport(Path folder, FinishedStudy study) {
    try (StudyStore store = StudyStore.open(folder)) {
      HtmlReport.write(study.report(), folder.resolve(StudyFiles.REPORT));
      store.recordFile(StoredFile.of(folder, StudyFiles.REPORT));
    } catch (StoreException e) {
      throw new CommandException(ExitCode.FILE, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new CommandException(ExitCode.FILE, "study " + folder + ": " + e.getMessage());
    }
  }
}
