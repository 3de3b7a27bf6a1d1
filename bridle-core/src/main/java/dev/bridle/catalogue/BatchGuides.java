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
                  """)));

  private BatchGuides() {}
}
