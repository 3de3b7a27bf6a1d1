package dev.bridle.study.table;

import java.util.List;

/** A column of texts, kept as numbers of a dictionary, -1 where one is missing. */
public final class CategoryColumn implements Column {
  private final String name;
  private final int[] codes;
  private final List<String> dictionary;

  /**
   * A column of texts.
   *
   * @param codes {@code [N]}, each an index into the dictionary or -1; not copied
   * @param dictionary different texts, in any order
   */
  public CategoryColumn(String name, int[] codes, List<String> dictionary) {
    this.name = name;
    this.codes = codes;
    this.dictionary = List.copyOf(dictionary);
  }

  /** The dictionary index of each row, {@code [N]}, -1 where the text is missing; not a copy. */
  public int[] codes() {
    return codes;
  }

  /** The texts the codes stand for; some may occur in no row. */
  public List<String> dictionary() {
    return dictionary;
  }

  /** How often each text of the dictionary occurs in the given rows. */
  int[] counts(int[] rows) {
    int[] counts = new int[dictionary.size()];
    for (int row : rows) {
      if (codes[row] >= 0) {
        counts[codes[row]]++;
      }
    }
    return counts;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int size() {
    return codes.length;
  }

  @Override
  public boolean isMissing(int row) {
    return codes[row] < 0;
  }

  @Override
  public String text(int row) {
    return isMissing(row) ? "" : dictionary.get(codes[row]);
  }

  @Override
  public String type() {
    return "category";
  }

  @Override
  public CategoryColumn at(int[] rows) {
    int[] chosen = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = codes[rows[i]];
    }
    return new CategoryColumn(name, chosen, dictionary);
  }
}
