package dev.bridle.study.diagnosis;

import dev.bridle.study.source.Stratified;
import dev.bridle.study.table.InputRule;
import dev.bridle.study.table.Note;
import dev.bridle.study.table.Preparation;
import dev.bridle.study.table.Table;
import dev.bridle.study.table.TableReport;
import dev.bridle.study.table.Words;
import dev.bridle.tensor.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Diagnoses a table: with a target all of it, without one what needs none.
 *
 * <p>Single columns, duplicates and classes are looked at in all rows; what needs pairs
 * (correlations, neighbours) in at most 4,000 of them, fewer where there are thousands of columns.
 * So time grows with the number of cells, and memory beyond the table's own has a bound.
 */
public final class Diagnoser {
  /** Rows that pairs are looked at in, at most. */
  public static final int MOST_PAIRED = 4000;

  private static final int FEWEST_PAIRED = 500;
  private static final long MOST_CELLS = 20_000_000;
  private static final int FEWEST_FOR_NOISE = 20;

  private final Table table;
  private final int rowsInAll;
  private final long seed;
  private final List<ColumnProfile> profiles;
  private final List<InputRule> rules;

  private Diagnoser(Table table, int rowsInAll, long seed) {
    this.table = table;
    this.rowsInAll = rowsInAll;
    this.seed = seed;
    this.profiles = Profiles.of(table);
    this.rules = usable(Preparation.fitInputs(table, all(table.rows())));
  }

  /** The diagnosis of all rows. */
  public static Diagnosis of(Table table, long seed) {
    return new Diagnoser(table, table.rows(), seed).diagnosis();
  }

  /**
   * The diagnosis of at most so many rows: a sample in which each class, or each region of a
   * numeric target, has its share.
   *
   * @param seed decides which
   */
  public static Diagnosis ofSample(Table table, int rows, long seed) {
    return new Diagnoser(sample(table, rows, seed, "sample"), table.rows(), seed).diagnosis();
  }

  private Diagnosis diagnosis() {
    int paired = (int) Math.min(MOST_PAIRED, MOST_CELLS / Math.max(1, table.columns().size()));
    Table few = sample(table, Math.max(FEWEST_PAIRED, paired), seed, "pairs");
    Overview overview = overview();
    Correlations correlations = Correlations.of(few, profiles);
    Optional<ClassBalance> classes =
        Targets.labels(table)
            .map(labels -> ClassBalance.of(table.target().orElseThrow().classes(), labels));
    Duplicates duplicates = Duplicates.of(table, profiles);
    Optional<Relevance> relevance =
        table.target().isPresent() ? Optional.of(Relevance.of(profiles)) : Optional.empty();
    boolean enough = few.rows() >= FEWEST_FOR_NOISE && !rules.isEmpty();
    Optional<LabelNoise> labelNoise = enough ? labelNoise(few) : Optional.empty();
    return new Diagnosis(
        overview,
        profiles,
        relevance,
        correlations,
        classes,
        duplicates,
        labelNoise,
        enough
            ? Targets.amounts(few).map(y -> TargetNoise.of(Inputs.of(few, rules), y))
            : Optional.empty(),
        few.rows(),
        notes(few, correlations, duplicates),
        Suggestions.of(new Evidence(overview, relevance, correlations, classes, labelNoise)));
  }

  private Optional<LabelNoise> labelNoise(Table few) {
    return Targets.labels(few)
        .map(
            labels ->
                LabelNoise.of(
                    Inputs.of(few, rules),
                    labels,
                    few.target().orElseThrow().classes(),
                    few::line));
  }

  private Overview overview() {
    int features = rules.stream().mapToInt(rule -> rule.features().size()).sum();
    List<ColumnProfile> inputs = profiles.stream().filter(ColumnProfile::isInput).toList();
    boolean[] incomplete = new boolean[table.rows()];
    for (int i = 0; i < profiles.size(); i++) {
      if (profiles.get(i).isInput() && profiles.get(i).missing() > 0) {
        for (int row = 0; row < incomplete.length; row++) {
          incomplete[row] |= table.inputs().get(i).isMissing(row);
        }
      }
    }
    return new Overview(
        table.name(),
        table.rows(),
        rowsInAll,
        inputs.size(),
        (int) inputs.stream().filter(column -> column.type().equals("number")).count(),
        (int) inputs.stream().filter(column -> column.type().equals("category")).count(),
        profiles.size() - inputs.size(),
        features,
        Targets.labels(table).isPresent()
            ? "classification"
            : table.target().isPresent() ? "regression" : "none",
        Targets.name(table),
        inputs.stream().mapToLong(ColumnProfile::missing).sum(),
        (int) IntStream.range(0, incomplete.length).filter(row -> incomplete[row]).count(),
        Sparsity.zeros(table, rules));
  }

  private List<Note> notes(Table few, Correlations correlations, Duplicates duplicates) {
    List<Note> notes = new ArrayList<>(TableReport.of(table));
    Limits limits = new Limits(table.rows(), rowsInAll, few.rows());
    notes.addAll(
        limits.notes(correlations, rules.stream().mapToInt(r -> r.features().size()).sum()));
    for (ColumnProfile column : profiles) {
      boolean said = notes.stream().anyMatch(n -> n.text().contains(Words.quote(column.name())));
      if (column.leak() && !said) {
        notes.add(nearly(column));
      }
    }
    if (rules.isEmpty()) {
      notes.add(Note.warning("no column is left that a network could learn from"));
    }
    if (duplicates.conflicting() > 0) {
      notes.add(
          Note.warning(
              Words.count(duplicates.conflicting(), "row")
                  + " share the inputs of another row, but not its target"
                  + (duplicates.unlearnable() > 0
                      ? ": no network can get more than "
                          + Words.grouped(table.rows() - duplicates.unlearnable())
                          + " of "
                          + Words.count(table.rows(), "row")
                          + " right"
                      : "")));
    }
    return notes.stream().distinct().toList();
  }

  private static Note nearly(ColumnProfile column) {
    return Note.warning(
        "column "
            + Words.quote(column.name())
            + " tells nearly all of the target by itself; if it is not known before the target is: "
            + Words.option("--drop", column.name()));
  }

  /** Rules of columns that do not look like keys: neighbours by such a column are strangers. */
  private List<InputRule> usable(List<InputRule> all) {
    Map<String, ColumnProfile> byName =
        profiles.stream().collect(Collectors.toMap(ColumnProfile::name, Function.identity()));
    return all.stream()
        .filter(
            rule -> {
              ColumnProfile profile = byName.get(rule.column());
              return profile != null && !profile.identifier();
            })
        .toList();
  }

  private static Table sample(Table table, int rows, long seed, String what) {
    if (table.rows() <= rows) {
      return table;
    }
    int[] all = all(table.rows());
    Key key = Key.of(seed).at("diagnosis").at(what);
    double[] order = Targets.order(table).orElseGet(() -> new double[table.rows()]);
    double share = (double) rows / table.rows();
    return table.at(Stratified.by(order).split(all, key, share)[0]);
  }

  private static int[] all(int rows) {
    return IntStream.range(0, rows).toArray();
  }
}
