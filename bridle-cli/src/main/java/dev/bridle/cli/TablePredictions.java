package dev.bridle.cli;

import dev.bridle.export.InputColumns;
import dev.bridle.export.Rows;
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
 * What a model says about the rows of a table, read, asked and written a piece at a time: memory
 * does not grow with the file.
 */
final class TablePredictions implements PredictionRun {
  private static final int MOST_ROWS = 4096;
  private static final int MOST_CELLS = 1_000_000;

  private final Answers model;
  private final InputColumns columns;
  private final Path rows;
  private final TableOptions options;
  private final PredictionFormat format;

  /** Over the rows of a file; the model is closed with it. */
  TablePredictions(
      Answers model, InputColumns columns, Path rows, TableOptions options, boolean json) {
    this.model = model;
    this.columns = columns;
    this.rows = rows;
    this.options = options;
    this.format = model.format(Optional.empty(), json);
  }

  @Override
  public List<Note> writeTo(Sink sink) throws IOException {
    int most = Math.max(1, Math.min(MOST_ROWS, MOST_CELLS / columns.names().size()));
    try (TablePieces pieces = TableReader.of(options).piecesFor(columns.reading(), rows, most)) {
      Optional<Table> piece = pieces.next();
      boolean wanted = sink.write(format.beginning());
      while (wanted && piece.isPresent()) {
        wanted = sink.write(format.piece(model.next(Rows.of(piece.get())), List.of()));
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

  @Override
  public void close() {
    model.close();
  }
}
