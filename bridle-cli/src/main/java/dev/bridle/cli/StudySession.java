package dev.bridle.cli;

import dev.bridle.export.ExportException;
import dev.bridle.export.ModelCard;
import dev.bridle.export.OnnxExport;
import dev.bridle.export.Origin;
import dev.bridle.export.Rows;
import dev.bridle.file.AtomicFile;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.recipe.Recipe;
import dev.bridle.study.result.FaredAdvice;
import dev.bridle.study.result.FinishedStudy;
import dev.bridle.study.result.StudyReport;
import dev.bridle.study.run.Study;
import dev.bridle.study.run.StudyListener;
import dev.bridle.study.run.StudyPlan;
import dev.bridle.study.run.StudyReporter;
import dev.bridle.study.run.UnitStore;
import dev.bridle.study.source.ReplicateSource;
import dev.bridle.study.table.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run of {@code compare}: what it says before, its progress, and what it leaves in its folder.
 */
final class StudySession {
  /** The network in the folder of a study, with all its weights. */
  static final String NETWORK = "best.safetensors";

  private static final String MODEL = "best.onnx";

  /** Updates with 32 rows of a network next to nothing that one core makes in a second, roughly. */
  private static final double STEPS_PER_SECOND = 12_000;

  private final StudyPlan plan;
  private final StudyData data;
  private final Path folder;
  private final int workers;
  private final String command;
  private final Study outline;

  /**
   * A run.
   *
   * @param command what was typed, for the model's card
   */
  StudySession(StudyPlan plan, StudyData data, Path folder, int workers, String command) {
    this.command = command;
    this.plan = plan;
    this.data = data;
    this.folder = folder;
    this.workers = workers;
    this.outline = study(UnitStore.inMemory(), StudyListener.NONE);
  }

  private Study study(UnitStore store, StudyListener listener) {
    return new Study(plan, data.source(), store, listener, workers);
  }

  /** What will be done, and about how long it will take. */
  List<String> preface() {
    ReplicateSource.Shape shape = data.source().shape();
    List<String> lines = new ArrayList<>();
    lines.add(
        "data      "
            + data.source().name()
            + ": "
            + Figures.count(shape.rows())
            + " rows, "
            + Preface.shape(shape.columns(), data.source().task())
            + "; a replicate trains on "
            + Figures.count(shape.train())
            + ", stops by "
            + Figures.count(shape.stop())
            + ", is scored on "
            + Figures.count(shape.score()));
    for (Note note : data.notes()) {
      lines.add(line(note));
    }
    lines.add(
        "network   " + plan.architecture() + ": " + Figures.of(outline.parameters(), "parameter"));
    lines.add(
        "plan      " + plan.training() + ": " + Figures.of(updates(), "update") + " a training");
    lines.add("families  " + families());
    int select = outline.selectUnits().size();
    lines.add(
        "study     "
            + Figures.of(select, "training")
            + " to choose strengths, "
            + outline.confirmUnits()
            + " to confirm, on "
            + Figures.of(outline.load().workers(), "thread")
            + ", about "
            + Figures.megabytes(outline.load().bytes())
            + " beside the Java heap; about "
            + estimate(select + outline.confirmUnits())
            + "; kept in "
            + folder);
    return lines;
  }

  /** A note as a line of what is said before. */
  static String line(Note note) {
    return (note.level() == Note.Level.WARNING ? "warning   " : "note      ") + note.text();
  }

  private String families() {
    return String.join("; ", plan.families().stream().map(Recipe::toString).toList());
  }

  private int updates() {
    return plan.training().budget(data.source().shape().train()).updates();
  }

  private String estimate(int trainings) {
    double perStep = 1 / STEPS_PER_SECOND + outline.work() / 1e4 / STEPS_PER_SECOND / 2;
    double batch = plan.training().budget(data.source().shape().train()).batch() / 32.0;
    double seconds = (double) trainings * updates() * perStep * batch / workers;
    return seconds < 90
        ? Math.max(1, Math.round(seconds)) + " s"
        : Math.round(seconds / 60) + " min";
  }

  /** Trains what is still to be trained, judges, refits, and writes everything down. */
  FinishedStudy run(Console console, boolean fresh) {
    makeFolder();
    try (StudyFiles files = StudyFiles.open(folder, plan, data, workers, outline, fresh)) {
      files.notes().forEach(note -> console.say("note      " + note));
      AtomicFile.sweep(folder); // what a killed run was writing
      Study.Findings findings = train(files.units(), console);
      StudyReporter reporter =
          new StudyReporter(plan, data.source(), findings, texts(), versions());
      int opened = files.openTest(plan);
      List<TrainedNetwork> refitted = new ArrayList<>();
      StudyReport found = reporter.reportWithModel(NETWORK, opened, refitted::add);
      StudyReport report = refitted.isEmpty() ? found : saved(found, refitted.get(0));
      files.write(report, refitted.isEmpty() ? List.of() : List.of(NETWORK));
      FinishedStudy finished =
          new FinishedStudy(report, FaredAdvice.of(data.suggestions(plan.seed()), report));
      files.finish(finished);
      return finished;
    } catch (IOException e) {
      throw new CommandException(ExitCode.FILE, "study " + folder + ": " + e.getMessage());
    }
  }

  /** Writes the network with where it comes from, then the ONNX model. */
  private StudyReport saved(StudyReport found, TrainedNetwork refitted) throws IOException {
    StudyReport.Recommendation recommended = found.recommended().orElseThrow();
    Origin origin = data.origin(recommended.recipe(), CardScores.of(found, recommended));
    TrainedNetwork network = refitted.withAttachments(origin.attachedTo(refitted.attachments()));
    network.save(folder.resolve(NETWORK));
    return exported(found, network, origin);
  }

  /** Writes the ONNX model; where there is none, the network's own file remains the model. */
  private StudyReport exported(StudyReport found, TrainedNetwork network, Origin origin)
      throws IOException {
    Optional<String> obstacle = OnnxExport.obstacle(network.compiled().recipe());
    if (obstacle.isPresent()) {
      return withoutOnnx(found, obstacle.get());
    }
    Rows rows = data.rowsToCheck(network);
    try {
      new OnnxOutput(network, origin, Optional.of(rows), command).write(folder.resolve(MODEL));
      return found.withModel(MODEL, List.of());
    } catch (ExportException | IllegalStateException | LinkageError e) { // or no ONNX Runtime
      return withoutOnnx(found, String.valueOf(e.getMessage()));
    }
  }

  /** What is there of an earlier run is not this network. */
  private StudyReport withoutOnnx(StudyReport found, String reason) throws IOException {
    Files.deleteIfExists(folder.resolve(MODEL));
    Files.deleteIfExists(ModelCard.beside(folder.resolve(MODEL)));
    return found.withModel(NETWORK, List.of("no ONNX model: " + reason));
  }

  private Study.Findings train(UnitStore store, Console console) {
    long all = (long) (outline.selectUnits().size() + outline.confirmUnits()) * updates();
    try (Progress progress = console.progress("Training", all)) {
      return study(store, listener(progress)).run();
    }
  }

  private StudyListener listener(Progress progress) {
    long each = updates();
    return new StudyListener() {
      @Override
      public void onPhase(String what, int units, int done) {
        progress.advance(done * each);
      }

      @Override
      public void onUpdates(long modelSteps) {
        progress.advance(modelSteps);
      }
    };
  }

  private void makeFolder() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.FILE, "--out = " + folder + ": the folder cannot be made: " + e.getMessage());
    }
  }

  private List<String> texts() {
    return data.notes().stream().map(Note::text).toList();
  }

  static Map<String, String> versions() {
    return Map.of("bridle", Version.bridle(), "java", Version.java(), "libtorch", "2.10.0");
  }

  /** What lies in the folder now. */
  List<String> files(StudyReport report) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("report    " + folder.resolve(StudyFiles.REPORT));
    report
        .recommended()
        .flatMap(StudyReport.Recommendation::model)
        .ifPresent(
            model -> {
              lines.add("model     " + folder.resolve(model));
              if (model.equals(MODEL)) {
                lines.add("card      " + ModelCard.beside(folder.resolve(model)));
              }
              if (data.rows().isEmpty()) {
                return;
              }
              lines.add("to use    ./bridle predict " + folder.resolve(model) + " " + data.rows());
            });
    return lines;
  }

  /** How the command ends: also when nothing wins, that is a result. */
  int exitCode(StudyReport report) {
    return report.recommended().isEmpty() ? ExitCode.FAILED : ExitCode.DONE;
  }
}
