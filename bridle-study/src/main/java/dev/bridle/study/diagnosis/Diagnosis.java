package dev.bridle.study.diagnosis;

import dev.bridle.study.table.Note;
import java.util.List;
import java.util.Optional;

/**
 * What can be said of a table before anything is trained: numbers and texts only.
 *
 * @param overview how large it is
 * @param columns those beside the target, in the order of the file
 * @param relevance which of them tell something of the target; empty without one
 * @param correlations which of them say the same
 * @param classes how many rows each class has; empty unless classes are asked for
 * @param duplicates rows that say the same
 * @param labelNoise labels that look wrong; empty unless classes are asked for, and with too few
 *     rows
 * @param targetNoise how much of a numeric target can be noise; empty likewise
 * @param pairedRows rows that correlations and noise were looked at in
 * @param notes what is odd, and what was not looked at
 * @param suggestions what to try, the most promising first
 */
public record Diagnosis(
    Overview overview,
    List<ColumnProfile> columns,
    Optional<Relevance> relevance,
    Correlations correlations,
    Optional<ClassBalance> classes,
    Duplicates duplicates,
    Optional<LabelNoise> labelNoise,
    Optional<TargetNoise> targetNoise,
    int pairedRows,
    List<Note> notes,
    List<Suggestion> suggestions) {

  /** Copies the lists. */
  public Diagnosis {
    columns = List.copyOf(columns);
    notes = List.copyOf(notes);
    suggestions = List.copyOf(suggestions);
  }
}
