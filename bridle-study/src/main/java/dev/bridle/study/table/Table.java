package dev.bridle.study.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A file's rows as columns in memory: N rows, each of which knows the line it was read from.
 *
 * <p>Arrays are not copied; whoever makes a table changes them no more.
 */
public final class Table {
  private final String name;
  private final List<Column> columns;
  private final List<Column> inputs;
  private final int[] lines;
  private final Optional<Target> target;
  private final List<Note> notes;
  private final Fingerprint fingerprint;
  private final Map<String, Column> byName = new HashMap<>();

  Table(
      String name,
      List<Column> columns,
      int[] lines,
      Optional<Target> target,
      List<Note> notes,
      Fingerprint fingerprint) {
    this.name = name;
    this.columns = List.copyOf(columns);
    this.inputs = inputs(this.columns, target);
    this.lines = lines;
    this.target = target;
    this.notes = List.copyOf(notes);
    this.fingerprint = fingerprint;
    columns.forEach(column -> byName.put(column.name(), column));
  }

  /**
   * Rows to predict for, made in memory; they count as lines 1, 2, ...
   *
   * @param columns one or more, of different names and one length
   */
  public static Table ofInputs(String name, List<Column> columns) {
    int rows = columns.get(0).size();
    if (columns.stream().anyMatch(column -> column.size() != rows)) {
      throw new IllegalArgumentException(
          "columns of " + name + ": expected " + rows + " rows each");
    }
    int[] lines = IntStream.rangeClosed(1, rows).toArray();
    return ofInputs(name, columns, lines);
  }

  /** Rows of a file that is never in memory as a whole. */
  static Table ofInputs(String name, List<Column> columns, int[] lines) {
    List<String> names = columns.stream().map(Column::name).toList();
    List<String> types = columns.stream().map(Column::type).toList();
    Fingerprint none = new Fingerprint("", 0, names, types);
    return new Table(name, columns, lines, Optional.empty(), List.of(), none);
  }

  /** The path it was read from, as it was given. */
  public String name() {
    return name;
  }

  /** How many rows there are, N. */
  public int rows() {
    return lines.length;
  }

  /** All columns in the order of the file, the target among them; dropped ones are not. */
  public List<Column> columns() {
    return columns;
  }

  /** The column of a name. */
  public Optional<Column> column(String wanted) {
    return Optional.ofNullable(byName.get(wanted));
  }

  /** The line of the file a row begins at, counted from 1. */
  public int line(int row) {
    return lines[row];
  }

  /** What is to be predicted; absent in a table that was read for its inputs. */
  public Optional<Target> target() {
    return target;
  }

  /** The target and its kind, for what needs one. */
  Target requireTarget() {
    return target.orElseThrow(
        () -> new IllegalArgumentException(name + ": read without a target, expected one"));
  }

  /** The column that is to be predicted. */
  Column targetColumn() {
    return columns.get(requireTarget().column());
  }

  /** All columns but the target. */
  public List<Column> inputs() {
    return inputs;
  }

  private static List<Column> inputs(List<Column> columns, Optional<Target> target) {
    List<Column> inputs = new ArrayList<>(columns);
    target.ifPresent(t -> inputs.remove(t.column()));
    return List.copyOf(inputs);
  }

  /**
   * The class of each row, {@code [N]}: an index into the classes of the target.
   *
   * @throws IllegalArgumentException if there is no target
   */
  public int[] labels() {
    Column column = targetColumn();
    int[] all = IntStream.range(0, rows()).toArray();
    return new TargetRule.Classes(column.name(), requireTarget().classes())
        .labels(column, this, all);
  }

  /** The same table with the given rows alone, in that order. */
  public Table at(int... rows) {
    int[] kept = IntStream.of(rows).map(row -> lines[row]).toArray();
    List<Column> at = columns.stream().<Column>map(column -> column.at(rows)).toList();
    return new Table(name, at, kept, target, notes, fingerprint);
  }

  /** What was noticed while the file was read. */
  public List<Note> notes() {
    return notes;
  }

  /** What tells this file from others. */
  public Fingerprint fingerprint() {
    return fingerprint;
  }

  /** The same table with one more note. */
  public Table with(Note note) {
    List<Note> all = new ArrayList<>(notes);
    all.add(note);
    return new Table(name, columns, lines, target, all, fingerprint);
  }

  /** Columns and lines of the given rows, with a target and more notes. */
  Table with(int[] rows, Target chosen, List<Note> more) {
    boolean all = rows.length == rows();
    List<Column> kept = all ? columns : columns.stream().<Column>map(c -> c.at(rows)).toList();
    int[] keptLines = all ? lines : new int[rows.length];
    for (int i = 0; i < keptLines.length && !all; i++) {
      keptLines[i] = lines[rows[i]];
    }
    List<Note> allNotes = new ArrayList<>(notes);
    allNotes.addAll(more);
    return new Table(name, kept, keptLines, Optional.of(chosen), allNotes, fingerprint);
  }

  @Override
  public String toString() {
    return name + ": " + rows() + " rows x " + columns.size() + " columns";
  }
}
