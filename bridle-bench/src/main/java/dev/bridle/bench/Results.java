package dev.bridle.bench;

import dev.bridle.file.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What lies in files of JSON lines: measurements of peers, and documents of this bench.
 *
 * @param peers one for each line of a peer, in their order
 * @param steps cells of verb {@code steps}
 * @param studies cells of verb {@code study}
 */
record Results(List<PeerCell> peers, List<StepCell> steps, List<StudyCell> studies) {
  /** Copies the lists. */
  Results {
    peers = List.copyOf(peers);
    steps = List.copyOf(steps);
    studies = List.copyOf(studies);
  }

  /**
   * Reads files one after the other; blank lines are passed over.
   *
   * @throws IllegalArgumentException if a line is not one of ours, with file and line
   */
  static Results read(List<Path> files) {
    Reader reader = new Reader();
    for (Path file : files) {
      List<String> lines = lines(file);
      for (int i = 0; i < lines.size(); i++) {
        try {
          reader.line(lines.get(i));
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(file + ", line " + (i + 1) + ": " + e.getMessage(), e);
        }
      }
    }
    return new Results(reader.peers, reader.steps, reader.studies);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + ": cannot be read, expected JSON lines", e);
    }
  }

  private static final class Reader {
    private final List<PeerCell> peers = new ArrayList<>();
    private final List<StepCell> steps = new ArrayList<>();
    private final List<StudyCell> studies = new ArrayList<>();

    void line(String text) {
      if (text.isBlank()) {
        return;
      }
      Fields fields = Fields.of(Json.parse(text));
      if (PeerCell.isOne(fields)) {
        peers.add(PeerCell.of(fields));
        return;
      }
      List<Fields> cells = fields.objects(Document.CELLS);
      switch (fields.text(Document.VERB)) {
        case "steps" -> cells.forEach(cell -> steps.add(StepCell.of(cell)));
        case "study" -> cells.forEach(cell -> studies.add(StudyCell.of(cell)));
        default -> {
          // other verbs have nothing that peers have too
        }
      }
    }
  }
}
