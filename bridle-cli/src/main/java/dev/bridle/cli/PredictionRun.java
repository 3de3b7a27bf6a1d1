package dev.bridle.cli;

import dev.bridle.export.Predictor;
import dev.bridle.study.table.ColumnMismatch;
import dev.bridle.study.table.Note;
import dev.bridle.study.table.Table;
import dev.bridle.study.table.TableException;
import dev.bridle.study.table.TableOptions;
import dev.bridle.study.table.TablePieces;
import dev.bridle.study.table.TableReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads rows, asks a model and writes what it says, a piece at a time: memory does not grow with
 * the file.
 */
final class PredictionRun {
  private static final int MOST_ROWS = 4096;
  private static final int MOST_CELLS = 1_000_000;

  private final Predictor model;
  private final Path rows;
  private final TableOptions options;
  private final PredictionFormat format;

  PredictionRun(Predictor model, Path rows, TableOptions options, boolean json) {
    this.model = model;
    this.rows = rows;
    this.options = options;
    this.format = PredictionFormat.of(model.task(), json);
  }

  /** Takes text as it comes. */
  @FunctionalInterface
  interface Sink {
    /** Takes a part; false if nobody wants more. */
    boolean write(String text) throws IOException;
  }

  /**
   * Predicts for all rows.
   *
   * @return what a user should know of the file
   */
  List<Note> writeTo(Sink sink) throws IOException {
    int columns = model.columns().reading().inputs().size();
    int most = Math.max(1, Math.min(MOST_ROWS, MOST_CELLS / columns));
    try (TablePieces pieces =
        TableReader.of(options).piecesFor(model.columns().reading(), rows, most)) {
      Optional<Table> piece = pieces.next();
      boolean wanted = sink.write(format.beginning());
      while (wanted && piece.isPresent()) {
        wanted = sink.write(format.piece(model.predict(piece.get())));
        piece = pieces.next();
      }
      sink.write(format.end());
      return pieces.notes();
    } catch (ColumnMismatch e) {
      throw new CommandException(ExitCode.MISFIT, String.valueOf(e.getMessage()));
    } catch (TableException e) {
      throw new CommandException(ExitCode.DATA, String.valueOf(e.getMessage()));
    }
  }
}
