package dev.bridle.file;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the whole content of a file to a stream. */
@FunctionalInterface
public interface ContentWriter {

  /**
   * Writes everything. The stream is buffered; closing it, or a writer wrapped around it, does no
   * harm and is not needed, but such a writer must be flushed.
   *
   * @throws IOException if writing fails; the file is then not replaced
   */
  void writeTo(OutputStream out) throws IOException;
}
