package dev.bridle.study.source;

import dev.bridle.data.Dataset;
import dev.bridle.data.Split;
import dev.bridle.data.Task;
import dev.bridle.study.statistics.Claim;
import dev.bridle.study.table.Preparation;
import dev.bridle.study.table.Table;
import dev.bridle.tensor.Key;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A table: 20 % of its rows are held out if there are at least 500; of the rest each replicate
 * takes 64 % to train, 16 % to stop and 20 % to score. Classes are spread evenly over all parts.
 * Everything that is learnt from columns (medians, categories, scales) is learnt from the
 * replicate's training rows.
 */
public final class TableSource implements ReplicateSource {
  /** From how many rows on some are held out. */
  public static final int HOLD_OUT_FROM = 500;

  private static final double SHARE = 0.2;

  private final Table table;
  private final Dataset sample;
  private final Stratified strata;
  private final int[] heldOut;
  private final int[] rest;

  /**
   * The data of a table.
   *
   * @param seed decides which rows are held out
   */
  public TableSource(Table table, long seed) {
    this.table = table;
    int[] all = IntStream.range(0, table.rows()).toArray();
    this.sample = Preparation.fit(table, all).apply(table, all);
    this.strata = Stratified.of(sample);
    Key key = Key.of(seed).at("held-out");
    int[][] parts =
        table.rows() >= HOLD_OUT_FROM
            ? strata.split(all, key, SHARE)
            : new int[][] {new int[0], all};
    this.heldOut = parts[0];
    this.rest = parts[1];
  }

  /** The rows that may be in a replicate: all but those held out. */
  public Table eligible() {
    return table.at(rest);
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
    int[][] parts = parts(Key.of(0));
    return new Shape(
        table.rows(),
        table.inputs().size(),
        parts[0].length,
        parts[1].length,
        parts[2].length,
        heldOut.length);
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
  public Split split(Key replicate) {
    int[][] parts = parts(replicate);
    Preparation preparation = Preparation.fit(table, parts[0]);
    return new Split(
        preparation.apply(table, parts[0]),
        preparation.apply(table, parts[1]),
        preparation.apply(table, parts[2]));
  }

  @Override
  public Refit refit(Key replicate) {
    int[][] parts = parts(replicate);
    int[] train = join(parts[0], parts[1]);
    Preparation preparation = Preparation.fit(table, train);
    Dataset score = preparation.apply(table, parts[2]);
    Dataset fitted = preparation.apply(table, train);
    return new Refit(
        new Split(fitted, fitted.rows(), score),
        preparation.apply(table, heldOut),
        preparation.toMap());
  }

  /** Train, stop and score rows of a replicate. */
  private int[][] parts(Key replicate) {
    int[][] score = strata.split(rest, replicate.at("split").at("score"), SHARE);
    int[][] stop = strata.split(score[1], replicate.at("split").at("stop"), SHARE);
    return new int[][] {stop[1], stop[0], score[0]};
  }

  private static int[] join(int[] a, int[] b) {
    int[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    Arrays.sort(both);
    return both;
  }
}
