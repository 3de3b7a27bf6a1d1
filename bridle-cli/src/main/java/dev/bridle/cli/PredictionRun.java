package dev.bridle.cli;

import dev.bridle.study.table.Note;
import java.io.IOException;
import java.util.List;

/** Asks a model about everything in a file or a folder, and writes what it says as text. */
interface PredictionRun extends AutoCloseable {
  /** Takes text as it comes. */
  @FunctionalInterface
  interface Sink {
    /** Takes a part; false if nobody wants more. */
    boolean write(String text) throws IOException;
  }

  /**
   * Predicts for all rows.
   *
   * @return what a user should know of them
   */
  List<Note> writeTo(Sink sink) throws IOException;

  @Override
  void close();
}
