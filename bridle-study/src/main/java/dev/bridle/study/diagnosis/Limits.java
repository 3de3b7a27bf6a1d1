package dev.bridle.study.diagnosis;

import dev.bridle.study.table.Note;
import dev.bridle.study.table.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * What was not looked at, in words.
 *
 * @param rows that were studied
 * @param rowsInAll that there are
 * @param paired rows that pairs were looked at in
 */
record Limits(int rows, int rowsInAll, int paired) {

  List<Note> notes(Correlations correlations, int features) {
    List<Note> notes = new ArrayList<>();
    if (rows < rowsInAll) {
      notes.add(
          Note.info(
              "a sample of "
                  + Words.count(rows, "row")
                  + " of "
                  + Words.grouped(rowsInAll)
                  + " was studied, each class or region of the target with its share: rare values"
                  + " and most duplicates are not in it"));
    }
    if (paired < rows) {
      notes.add(
          Note.info(
              "correlations and noise were looked at in "
                  + Words.count(paired, "row")
                  + " of these"));
    }
    if (correlations.available() > Correlations.MOST_COLUMNS) {
      notes.add(
          Note.info(
              "of "
                  + Words.count(correlations.available(), "column")
                  + " of numbers the "
                  + Correlations.MOST_COLUMNS
                  + " that tell most of the target (without one: of largest variance) were"
                  + " correlated"));
    }
    if (features > Inputs.MOST) {
      notes.add(
          Note.info(
              Words.count(features, "input")
                  + " were hashed to "
                  + Inputs.MOST
                  + " to find neighbours, which keeps distances only roughly"));
    }
    return notes;
  }
}
