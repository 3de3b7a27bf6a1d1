package dev.bridle.catalogue;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** What to know of changes of a batch. */
final class BatchGuides {
  static final Map<String, Guide> ALL =
      Map.ofEntries(
          entry(
              "label-smoothing",
              new Guide(
                  """
                  Where networks are too sure of themselves, and where some labels may be wrong. Logits
                  stay small, and probabilities fit frequencies better; the training loss that is
                  reported no longer goes to 0. Only classes can be smoothed.
                  """,
                  List.of("label-smoothing(0.1)", "label-smoothing(0.02..0.3)"),
                  """
                  `keras.losses.CategoricalCrossentropy(label_smoothing=epsilon)`, the same epsilon.
                  """,
                  """
                  `torch.nn.CrossEntropyLoss(label_smoothing=epsilon)`, the same epsilon.
                  """)),
          entry(
              "mixup",
              new Guide(
                  """
                  Rows in between are made of pairs of rows, so that a network changes its mind evenly
                  from one to the other. Good for images and tables of numbers, less for one-hot
                  columns. An alpha of 0.1 to 0.4 mixes most rows only a little; 1 draws every mixture
                  alike and underfits small networks.
                  """,
                  List.of("mixup(0.2)", "mixup(0.05..1)"),
                  """
                  `keras.layers.MixUp(alpha)` in a data pipeline, for images; the same alpha.
                  """,
                  """
                  `torchvision.transforms.v2.MixUp(alpha=alpha, num_classes=C)` on batches, the same
                  alpha; it rolls the batch by one row where this draws partners.
                  """)),
          entry(
              "label-noise",
              new Guide(
                  """
                  For experiments: how much does a regularizer help where labels are wrong? A share of
                  the training rows gets another class once, the same for all recipes of a replicate;
                  validation and test rows stay right.
                  """,
                  List.of("label-noise(0.2)", "label-noise(0.2) + label-smoothing(0.1)"),
                  """
                  Nothing built in: change the labels before `fit`.
                  """,
                  """
                  Nothing built in: change the labels in the data set.
                  """)),
          entry(
              "cutout",
              new Guide(
                  """
                  Where a network knows images by one spot. Squares of a quarter to half the width are
                  usual, smaller ones the more classes there are. What is blank has the mean of its
                  channel.
                  """,
                  List.of("cutout(8)", "cutout(4, 8, 12) + random-crop(4)"),
                  """
                  `keras.layers.RandomErasing` is near: a rectangle of random size inside the image.
                  """,
                  """
                  `torchvision.transforms.v2.RandomErasing(p=1, ratio=(1, 1))` on standardised images
                  is near: a square of random size inside the image.
                  """)),
          entry(
              "random-crop",
              new Guide(
                  """
                  Where things may stand anywhere in an image. An eighth of the width is usual; what
                  is moved in from outside is blank.
                  """,
                  List.of("random-crop(4)", "random-crop(2) + flip"),
                  """
                  `keras.layers.ZeroPadding2D(pad)` and `keras.layers.RandomCrop(H, W)` in a data
                  pipeline.
                  """,
                  """
                  `torchvision.transforms.v2.RandomCrop((H, W), padding=pad)`, behind `v2.Normalize`
                  for the same blank.
                  """)),
          entry(
              "flip",
              new Guide(
                  """
                  Where left and right make no difference: animals and things, not letters and digits.
                  It stands alone for one half; rates are for experiments.
                  """,
                  List.of("flip", "flip + random-crop(4)"),
                  """
                  `keras.layers.RandomFlip("horizontal")` in a data pipeline, always one half.
                  """,
                  """
                  `torchvision.transforms.v2.RandomHorizontalFlip(p=rate)`, one half likewise.
                  """)));

  private BatchGuides() {}
}
