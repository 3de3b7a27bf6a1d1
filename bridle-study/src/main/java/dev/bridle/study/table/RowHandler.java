package dev.bridle.study.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;

/** Takes the parser's fields into one {@link Row}, which is given out again and again. */
final class RowHandler extends AbstractBaseCsvCallbackHandler<Row> {
  private final Row row;

  RowHandler(Row row) {
    this.row = row;
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    row.begin(startingLineNumber);
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    row.add(buffer, offset, length);
  }

  @Override
  protected Row buildRecord() {
    row.end();
    return row;
  }
}
