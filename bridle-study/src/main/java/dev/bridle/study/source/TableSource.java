package dev.bridle.study.source;

import dev.bridle.data.Dataset;
import dev.bridle.data.Split;
import dev.bridle.data.Task;
import dev.bridle.study.statistics.Claim;
import dev.bridle.study.table.Preparation;
import dev.bridle.study.table.Table;
import dev.bridle.tensor.Key;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A table: 20 % of its rows are held out if there are at least 500; of the rest each replicate
 * takes 64 % to train, 16 % to stop and 20 % to score. Classes are spread evenly over all parts.
 * Everything that is learnt from columns (medians, categories, scales) is learnt from the
 * replicate's training rows.
 */
public final class TableSource implements ReplicateSource {
  /** From how many rows on some are held out. */
  public static final int HOLD_OUT_FROM = RandomParts.HOLD_OUT_FROM;

  private final Table table;
  private final Dataset sample;
  private final RandomParts parts;

  /**
   * The data of a table.
   *
   * @param seed decides which rows are held out
   */
  public TableSource(Table table, long seed) {
    this.table = table;
    int[] all = IntStream.range(0, table.rows()).toArray();
    this.sample = Preparation.fit(table, all).apply(table, all);
    this.parts = RandomParts.of(Stratified.of(sample), table.rows(), seed);
  }

  /** The rows that may be in a replicate: all but those held out. */
  public Table eligible() {
    return table.at(parts.rest());
  }

  @Override
  public String name() {
    String name = table.name().replace('\\', '/');
    return name.substring(name.lastIndexOf('/') + 1);
  }

  @Override
  public String fingerprint() {
    return table.fingerprint().toString();
  }

  @Override
  public Task task() {
    return sample.task();
  }

  @Override
  public String target() {
    return table.columns().get(table.target().orElseThrow().column()).name();
  }

  @Override
  public Shape shape() {
    int[][] rows = parts.of(Key.of(0));
    return new Shape(
        table.rows(),
        table.inputs().size(),
        rows[0].length,
        rows[1].length,
        rows[2].length,
        parts.heldOut().length);
  }

  @Override
  public Claim claim() {
    return Claim.SAMPLES;
  }

  @Override
  public boolean standardize() {
    return false;
  }

  @Override
  public int[] inputShape() {
    return sample.inputShape();
  }

  @Override
  public Split split(Key replicate) {
    int[][] rows = parts.of(replicate);
    Preparation preparation = Preparation.fit(table, rows[0]);
    return new Split(
        preparation.apply(table, rows[0]),
        preparation.apply(table, rows[1]),
        preparation.apply(table, rows[2]));
  }

  @Override
  public Map<String, String> preparation(Key replicate) {
    return Preparation.fit(table, parts.of(replicate)[0]).toMap();
  }

  @Override
  public Refit refit(Key replicate) {
    int[][] rows = parts.of(replicate);
    int[] train = RandomParts.join(rows[0], rows[1]);
    Preparation preparation = Preparation.fit(table, train);
    Dataset score = preparation.apply(table, rows[2]);
    Dataset fitted = preparation.apply(table, train);
    return new Refit(
        new Split(fitted, fitted.rows(), score),
        preparation.apply(table, parts.heldOut()),
        preparation.toMap());
  }
}
