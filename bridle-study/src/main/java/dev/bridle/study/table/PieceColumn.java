package dev.bridle.study.table;

/** Collects the values of one column whose type is known, for a piece of a file at a time. */
interface PieceColumn {
  /** Adds the value {@code s[from..to)} of the row that begins at a line. */
  void add(char[] s, int from, int to, int line);

  /** The values so far as a column; the next piece begins. */
  Column take();

  /** A column of numbers. */
  final class Numbers implements PieceColumn {
    private final String file;
    private final String name;
    private final MissingWords missing;
    private final NumberParser parser;
    private final DoubleList values = new DoubleList();

    Numbers(String file, String name, MissingWords missing, char decimal) {
      this.file = file;
      this.name = name;
      this.missing = missing;
      this.parser = new NumberParser(decimal);
    }

    @Override
    public void add(char[] s, int from, int to, int line) {
      if (missing.contains(s, from, to)) {
        values.add(Double.NaN);
        return;
      }
      switch (parser.parse(s, from, to)) {
        case NUMBER -> values.add(parser.value());
        case INFINITE ->
            throw ColumnCheck.infinite(
                file, name, new ColumnBuilder.Found(line, new String(s, from, to - from)));
        case TEXT ->
            throw new ColumnMismatch(
                file
                    + ": does not fit the model: column "
                    + Words.quote(name)
                    + " holds texts (line "
                    + line
                    + ": "
                    + Words.quote(new String(s, from, to - from))
                    + "), expected numbers");
      }
    }

    @Override
    public Column take() {
      return new NumberColumn(name, values.drain());
    }
  }

  /** A column of texts. */
  final class Texts implements PieceColumn {
    private final String name;
    private final MissingWords missing;
    private final IntList codes = new IntList();
    private Dictionary dictionary = new Dictionary();

    Texts(String name, MissingWords missing) {
      this.name = name;
      this.missing = missing;
    }

    @Override
    public void add(char[] s, int from, int to, int line) {
      codes.add(missing.contains(s, from, to) ? -1 : dictionary.add(s, from, to));
    }

    @Override
    public Column take() {
      Column column = new CategoryColumn(name, codes.drain(), dictionary.texts());
      dictionary = new Dictionary();
      return column;
    }
  }
}
