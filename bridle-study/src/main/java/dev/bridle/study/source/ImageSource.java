package dev.bridle.study.source;

import dev.bridle.data.Split;
import dev.bridle.data.Task;
import dev.bridle.study.image.ImagePreparation;
import dev.bridle.study.image.Images;
import dev.bridle.study.statistics.Claim;
import dev.bridle.tensor.Key;
import java.util.Arrays;
import java.util.Map;

/**
 * Images: those that were set apart for testing by whoever made the set are held out, else 20 % if
 * there are at least 500; of the rest each replicate takes 64 % to train, 16 % to stop and 20 % to
 * score. Classes are spread evenly over all parts; means and deviations of the channels are learnt
 * from the replicate's training images. Inputs are {@code [N, C, H, W]}.
 */
public final class ImageSource implements ReplicateSource {
  private final Images images;
  private final Task task;
  private final RandomParts parts;

  /**
   * The data of images.
   *
   * @param seed decides which are held out, if nobody set any apart
   */
  public ImageSource(Images images, long seed) {
    this.images = images;
    this.task = new Task.Classification(images.classes());
    Stratified strata = Stratified.ofLabels(images.labels());
    this.parts =
        images.test() > 0
            ? RandomParts.lastHeldOut(strata, images.count(), images.test())
            : RandomParts.of(strata, images.count(), seed);
  }

  /** The images. */
  public Images images() {
    return images;
  }

  /** Those that a study may train on: all but those held out. */
  public int[] eligible() {
    return parts.rest().clone();
  }

  @Override
  public String name() {
    String name = images.name().replace('\\', '/').replaceFirst("(?<=.)/+$", "");
    String last = name.substring(name.lastIndexOf('/') + 1);
    return last.isEmpty() || last.equals(".") || last.equals("..") ? "images" : last;
  }

  @Override
  public String fingerprint() {
    return "images:" + images.sha256() + " " + Arrays.toString(images.shape()) + " " + task;
  }

  @Override
  public Task task() {
    return task;
  }

  @Override
  public String target() {
    return "class";
  }

  @Override
  public Shape shape() {
    int[][] rows = parts.of(Key.of(0));
    int inputs = images.channels().count() * images.size().pixels();
    return new Shape(
        images.count(),
        inputs,
        rows[0].length,
        rows[1].length,
        rows[2].length,
        parts.heldOut().length);
  }

  @Override
  public int[] inputShape() {
    return images.shape();
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
    int[][] rows = parts.of(replicate);
    ImagePreparation preparation = ImagePreparation.fit(images, rows[0]);
    return new Split(
        preparation.apply(images, rows[0]),
        preparation.apply(images, rows[1]),
        preparation.apply(images, rows[2]));
  }

  @Override
  public Map<String, String> preparation(Key replicate) {
    return ImagePreparation.fit(images, parts.of(replicate)[0]).toMap();
  }

  @Override
  public Refit refit(Key replicate) {
    int[][] rows = parts.of(replicate);
    int[] train = RandomParts.join(rows[0], rows[1]);
    ImagePreparation preparation = ImagePreparation.fit(images, train);
    Split split =
        new Split(
            preparation.apply(images, train),
            preparation.apply(images),
            preparation.apply(images, rows[2]));
    return new Refit(split, preparation.apply(images, parts.heldOut()), preparation.toMap());
  }
}
