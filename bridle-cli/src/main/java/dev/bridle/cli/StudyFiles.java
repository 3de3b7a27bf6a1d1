package dev.bridle.cli;

import dev.bridle.study.report.HtmlReport;
import dev.bridle.study.result.FinishedStudy;
import dev.bridle.study.result.StudyReport;
import dev.bridle.study.run.DurableUnits;
import dev.bridle.study.run.Study;
import dev.bridle.study.run.StudyPlan;
import dev.bridle.study.run.UnitStore;
import dev.bridle.study.store.PlanMismatch;
import dev.bridle.study.store.StoreException;
import dev.bridle.study.store.StoredFile;
import dev.bridle.study.store.StudyPlanRecord;
import dev.bridle.study.store.StudyStore;
import dev.bridle.study.store.UnitKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a study keeps in its folder: the store, the report, what the report is made from, and which
 * files belong to it.
 */
final class StudyFiles implements AutoCloseable {
  /** The name of the report. */
  static final String REPORT = "report.html";

  /** The name of what was found. It is written last, so a study that has it is finished. */
  static final String FOUND = "report.json";

  private final StudyStore store;

  private StudyFiles(StudyStore store) {
    this.store = store;
  }

  /** Takes up the study in the folder if it is this one, or begins it. */
  static StudyFiles open(
      Path folder, StudyPlan plan, StudyData data, int workers, Study outline, boolean fresh) {
    StudyPlanRecord record =
        new StudyPlanRecord(text(plan), data.fingerprint(), StudySession.versions(), workers);
    List<UnitKey> first = outline.selectUnits().stream().map(DurableUnits::key).toList();
    try {
      if (!StudyStore.exists(folder)) {
        return new StudyFiles(StudyStore.create(folder, record, first));
      }
      return new StudyFiles(
          fresh ? StudyStore.createAnew(folder, record, first) : StudyStore.open(folder, record));
    } catch (PlanMismatch e) {
      throw new CommandException(ExitCode.DATA, String.valueOf(e.getMessage()));
    } catch (StoreException e) {
      throw new CommandException(ExitCode.FILE, String.valueOf(e.getMessage()));
    }
  }

  private static String text(StudyPlan plan) {
    Map<String, String> texts = new LinkedHashMap<>(plan.canonical());
    texts.remove("data"); // the fingerprint tells more
    return JsonMapper.builder().build().writeValueAsString(texts);
  }

  /** Where units are kept. */
  UnitStore units() {
    return new DurableUnits(store);
  }

  /** What a user should know of the store. */
  List<String> notes() {
    return store.notes();
  }

  /** Writes down that the held-out rows are looked at, and says how often they have been. */
  int openTest(StudyPlan plan) {
    return store.openTest("refit, seed " + plan.seed());
  }

  /**
   * Writes the report, and down which files belong to the study.
   *
   * @param more files in its folder, beside the report and the model
   */
  void write(StudyReport report, List<String> more) throws IOException {
    HtmlReport.write(report, store.folder().resolve(REPORT));
    store.recordFile(StoredFile.of(store.folder(), REPORT));
    for (String name : more) {
      store.recordFile(StoredFile.of(store.folder(), name));
    }
    if (report.recommended().flatMap(StudyReport.Recommendation::model).isPresent()) {
      String model = report.recommended().orElseThrow().model().orElseThrow();
      store.recordFile(StoredFile.of(store.folder(), model));
    }
  }

  /** Keeps what was found, which ends the study. */
  void finish(FinishedStudy study) throws IOException {
    study.write(store.folder().resolve(FOUND));
    store.recordFile(StoredFile.of(store.folder(), FOUND));
  }

  @Override
  public void close() {
    store.close();
  }
}
