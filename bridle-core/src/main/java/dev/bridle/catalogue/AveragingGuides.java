package dev.bridle.catalogue;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** What to know of averages of the weights. */
final class AveragingGuides {
  static final Map<String, Guide> ALL =
      Map.ofEntries(
          entry(
              "ema",
              new Guide(
                  """
                  The average wanders less than the weights do, which is worth most where the learning
                  rate is large to the end. It remembers about 1 / (1 - d) updates: choose d so that this
                  is a small part of the training. Early stopping and all metrics look at the average.
                  """,
                  List.of("ema(0.99)", "ema(0.9, 0.99, 0.999)"),
                  """
                  `use_ema=True, ema_momentum=d` of an optimizer; it starts from the initial weights, and
                  averages before constraints are applied.
                  """,
                  """
                  `torch.optim.swa_utils.AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(d))`; it
                  starts from the weights of its first update.
                  """)),
          entry(
              "swa",
              new Guide(
                  """
                  The mean over the last epochs lies in the middle of a flat minimum that the weights
                  themselves only circle around. Wants a learning rate that stays large. Statistics of
                  normalisations are taken anew for the mean.
                  """,
                  List.of("swa", "swa(0.5)"),
                  """
                  Nothing of the kind is built in.
                  """,
                  """
                  `torch.optim.swa_utils.AveragedModel`, updated after each epoch, and `update_bn` at the
                  end.
                  """)));

  private AveragingGuides() {}
}
