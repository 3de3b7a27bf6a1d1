package dev.bridle.study.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A study as it can be read. Each answer is that of one moment, whatever is written meanwhile, and
 * holds whole units only.
 *
 * <p>All methods but {@link #close} throw a {@link StoreException} if the file cannot be read or
 * turns out to be damaged.
 */
public interface StudyView extends AutoCloseable {
  /** The study's folder. */
  Path folder();

  /** The plan, with the versions under which the study began. */
  StudyPlanRecord plan();

  /** The sets of versions that the study began and its results were made with, the first first. */
  List<Map<String, String>> versions();

  /** All units in the order of adding. */
  List<UnitKey> units();

  /**
   * The units still to be trained, in the order of adding: those without a result, except for the
   * {@link #poisoned}.
   */
  List<UnitKey> missing();

  /**
   * The units that are given up, in the order of adding: two processes died while they trained
   * them.
   */
  List<UnitKey> poisoned();

  /**
   * How many processes died while they trained this unit. A unit with one death is best trained
   * alone, so that its neighbours are not blamed for the next.
   *
   * @throws IllegalArgumentException if the study has no such unit
   */
  int deaths(UnitKey unit);

  /** All results in canonical order: by phase, recipe, replicate and salt. */
  List<UnitResult> results();

  /**
   * The result of a unit, if it has one.
   *
   * @throws IllegalArgumentException if the study has no such unit
   */
  Optional<UnitResult> result(UnitKey unit);

  /** For what the test set was opened, the first time first. */
  List<String> testOpenings();

  /** The files recorded beside the store, by name; those of units' weights are not among them. */
  List<StoredFile> files();

  /** Compares all files that the store knows, weights included, with what lies in the folder. */
  List<FileCheck> verifyFiles();

  /** What a user should be told, a sentence each: versions that differ, units given up. */
  List<String> notes();

  /**
   * The study as one JSON document on one line. The same results give the same text, in whatever
   * order and packing they were made, on one version of Java (Java 19 prints some doubles shorter).
   *
   * @param times whether to tell what differs from run to run as well: seconds, workers, deaths,
   *     the content of files
   */
  String dump(boolean times);

  /** Ends the reading. */
  @Override
  void close();
}
