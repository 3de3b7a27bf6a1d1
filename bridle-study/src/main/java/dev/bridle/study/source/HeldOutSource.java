package dev.bridle.study.source;

import dev.bridle.data.Split;
import dev.bridle.data.Task;
import dev.bridle.study.statistics.Claim;
import dev.bridle.tensor.Key;
import java.util.Map;

/**
 * The rows of another source as they are parted for the last word: what trains and what stops a
 * replicate there trains here, what scores it there is there to stop by, and the rows held out are
 * what a network is scored on. To choose by those scores is to lose them.
 */
public final class HeldOutSource implements ReplicateSource {
  private final ReplicateSource rows;

  /**
   * Another parting of the same rows.
   *
   * @throws IllegalArgumentException if that source holds no rows out
   */
  public HeldOutSource(ReplicateSource rows) {
    if (rows.shape().test() == 0) {
      throw new IllegalArgumentException(
          "no rows of "
              + rows.name()
              + " are held out: expected at least 500 rows, or a set with test images of its own");
    }
    this.rows = rows;
  }

  @Override
  public String name() {
    return rows.name();
  }

  @Override
  public String fingerprint() {
    return rows.fingerprint() + ", held-out rows";
  }

  @Override
  public Task task() {
    return rows.task();
  }

  @Override
  public String target() {
    return rows.target();
  }

  @Override
  public Shape shape() {
    Shape all = rows.shape();
    return new Shape(
        all.rows(), all.columns(), all.train() + all.stop(), all.score(), all.test(), 0);
  }

  @Override
  public Claim claim() {
    return rows.claim();
  }

  @Override
  public boolean standardize() {
    return rows.standardize();
  }

  @Override
  public int[] inputShape() {
    return rows.inputShape();
  }

  @Override
  public Split split(Key replicate) {
    Refit parts = rows.refit(replicate);
    return new Split(parts.split().train(), parts.split().test(), parts.heldOut());
  }

  @Override
  public Map<String, String> preparation(Key replicate) {
    return rows.refit(replicate).preparation();
  }

  /** As that of the other source: the held-out rows are the same. */
  @Override
  public Refit refit(Key replicate) {
    return rows.refit(replicate);
  }
}
