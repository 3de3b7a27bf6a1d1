package dev.bridle.study.source;

import dev.bridle.data.Split;
import dev.bridle.data.Task;
import dev.bridle.study.series.Persistence;
import dev.bridle.study.series.Series;
import dev.bridle.study.series.SeriesPreparation;
import dev.bridle.study.statistics.Claim;
import dev.bridle.study.table.Table;
import dev.bridle.study.table.TableException;
import dev.bridle.study.table.Words;
import dev.bridle.tensor.Key;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A time series, in which the past predicts the future and nothing else does.
 *
 * <p>The last 20 % of the examples are held out if there are at least 500. A replicate is a
 * <em>rolling origin</em>: a stretch half as long as the rest, whose beginning its key draws, cut
 * in the order of time into 64 % to train, 16 % to stop and 20 % to score. Nothing is shuffled
 * across parts, and between two parts h - 1 targets are left out (h the horizon), so that every
 * forecast could have been made at its time: what trained the network was known when the last row
 * of its window was. The windows of a later part may reach back into an earlier one; no window or
 * target of an earlier part reaches into a later one. Scales are learnt from the rows of the
 * training part.
 *
 * <p><b>What is claimed.</b> By default "samples": which recipe forecasts better what follows a
 * stretch of this length of a series like this one. Two stretches of half the rest share on average
 * 19 % of their scoring examples and 50 % of their training ones; random splits of a table (see
 * {@link TableSource}) share 20 % and 64 %. So the corrected test leans on no more than it does
 * there, and like there it is a convention, not a proof; it says nothing of a series that changes
 * its ways. The held-out end, later than everything that was chosen by, is the last judge. The
 * claim "seeds" fixes one stretch.
 *
 * <p>The refit trains on the whole rest but its last 20 %, which choose the seed.
 */
public final class SeriesSource implements ReplicateSource {
  /** Fewer examples are refused: parts of two or three rows would decide. */
  static final int FEWEST = 40;

  private static final double SHARE = 0.2;

  private final Series series;
  private final int gap;
  private final Range heldOut;
  private final Range rest;

  /** Examples {@code [from, to)}. */
  private record Range(int from, int to) {
    int size() {
      return to - from;
    }

    /** The last share of it, and what is before, with a gap between. */
    Range[] split(double share, int gap) {
      int last = (int) Math.round(share * size());
      return new Range[] {new Range(from, to - last - gap), new Range(to - last, to)};
    }
  }

  /** The data of a series. */
  public SeriesSource(Series series) {
    this.series = series;
    this.gap = series.options().horizon() - 1;
    int all = series.size();
    boolean holdsOut = all >= RandomParts.HOLD_OUT_FROM;
    Range[] ends = new Range(0, all).split(SHARE, gap);
    this.heldOut = holdsOut ? ends[1] : new Range(all, all);
    this.rest = holdsOut ? ends[0] : new Range(0, all);
    int least = FEWEST + 4 * gap;
    if (rest.size() < least) {
      throw new TableException(
          series.table().name()
              + ": "
              + Words.count(series.steps(), "row")
              + " make "
              + Words.count(rest.size(), "example")
              + " of a window of "
              + series.options().window()
              + " and a horizon of "
              + series.options().horizon()
              + ", expected at least "
              + Words.grouped(least)
              + "; choose a shorter --window or --horizon");
    }
  }

  /** The rows that examples see which are not held out. */
  public Table eligible() {
    return series
        .table()
        .at(IntStream.rangeClosed(rest.from(), series.lastRow(rest.to() - 1)).toArray());
  }

  @Override
  public String name() {
    String name = series.table().name().replace('\\', '/');
    return name.substring(name.lastIndexOf('/') + 1);
  }

  @Override
  public String fingerprint() {
    return series.table().fingerprint() + " " + series.options();
  }

  @Override
  public Task task() {
    return new Task.Regression(List.of(target()));
  }

  @Override
  public String target() {
    return series.target().name();
  }

  @Override
  public Shape shape() {
    Range[] parts = parts(Key.of(0));
    int[] one = inputShape();
    return new Shape(
        series.steps(),
        Math.multiplyExact(one[0], one[1]),
        parts[0].size(),
        parts[1].size(),
        parts[2].size(),
        heldOut.size());
  }

  @Override
  public int[] inputShape() {
    return new int[] {series.options().window(), series.columns().size()};
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
    return split(parts(replicate));
  }

  @Override
  public Map<String, String> preparation(Key replicate) {
    return fit(parts(replicate)[0]).toMap();
  }

  @Override
  public Refit refit(Key replicate) {
    Range[] ends = rest.split(SHARE, gap);
    Range none = new Range(ends[0].to(), ends[0].to());
    SeriesPreparation preparation = fit(ends[0]);
    return new Refit(
        split(new Range[] {ends[0], none, ends[1]}),
        preparation.apply(series, heldOut.from(), heldOut.to()),
        preparation.toMap());
  }

  /** What the forecast that nothing changes is worth: before the held-out examples. */
  public Persistence persistence() {
    return Persistence.of(series, rest.from(), rest.to());
  }

  /** The same on the held-out examples, of which there have to be some. */
  public Persistence persistenceHeldOut() {
    return Persistence.of(series, heldOut.from(), heldOut.to());
  }

  private SeriesPreparation fit(Range train) {
    return SeriesPreparation.fit(series, train.from(), train.to());
  }

  private Split split(Range[] parts) {
    SeriesPreparation preparation = fit(parts[0]);
    return new Split(
        preparation.apply(series, parts[0].from(), parts[0].to()),
        preparation.apply(series, parts[1].from(), parts[1].to()),
        preparation.apply(series, parts[2].from(), parts[2].to()));
  }

  /** Train, stop and score examples of a replicate: one behind the other. */
  private Range[] parts(Key replicate) {
    int length = (rest.size() + 1) / 2;
    int places = rest.size() - length + 1;
    int from = rest.from() + replicate.at("split").at("origin").stream().nextInt(places);
    Range[] score = new Range(from, from + length).split(SHARE, gap);
    Range[] stop = score[0].split(SHARE, gap);
    return new Range[] {stop[0], stop[1], score[1]};
  }
}
