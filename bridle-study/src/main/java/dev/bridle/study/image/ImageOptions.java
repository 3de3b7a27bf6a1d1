package dev.bridle.study.image;

import java.util.Optional;

/**
 * How a folder of images is to be read.
 *
 * @param size what all are brought to; if absent, all must have one size; {@code --size}
 * @param channels grey or colour; if absent, colour if any pixel of any image has one; {@code
 *     --channels}
 * @param badImages what is done with files that cannot be used; {@code --bad-images}
 */
public record ImageOptions(
    Optional<ImageSize> size, Optional<Channels> channels, BadImages badImages) {

  /** Size and channels as the files have them; a bad file is an error. */
  public static ImageOptions defaults() {
    return new ImageOptions(Optional.empty(), Optional.empty(), BadImages.FAIL);
  }

  /** The same with all images brought to a size. */
  public ImageOptions withSize(ImageSize value) {
    return new ImageOptions(Optional.of(value), channels, badImages);
  }

  /** The same with grey or colour given. */
  public ImageOptions withChannels(Channels value) {
    return new ImageOptions(size, Optional.of(value), badImages);
  }

  /** The same with another way to deal with bad files. */
  public ImageOptions withBadImages(BadImages value) {
    return new ImageOptions(size, channels, value);
  }
}
