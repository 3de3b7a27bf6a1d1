package dev.bridle.study.table;

/**
 * A column of more than 100,000 different texts, which are not kept: it is of no use as an input.
 */
public final class TextColumn implements Column {
  /** A column with more different texts than this is a text column. */
  static final int MAX_DICTIONARY = 100_000;

  private final String name;
  private final int size;

  TextColumn(String name, int size) {
    this.name = name;
    this.size = size;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int size() {
    return size;
  }

  /** Always true: no value was kept. */
  @Override
  public boolean isMissing(int row) {
    return true;
  }

  @Override
  public String text(int row) {
    return "";
  }

  @Override
  public String type() {
    return "text";
  }

  @Override
  public TextColumn at(int[] rows) {
    return new TextColumn(name, rows.length);
  }
}
