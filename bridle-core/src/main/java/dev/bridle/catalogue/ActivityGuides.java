package dev.bridle.catalogue;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** What to know of terms in the loss that look at activations. */
final class ActivityGuides {
  static final Map<String, Guide> ALL =
      Map.ofEntries(
          entry(
              "activity-l1",
              new Guide(
                  """
                  Most units then say 0 to most rows. The penalty looks at activations, not at weights:
                  it depends on the data, and a layer can escape it by small weights and large ones
                  behind. Divided by the number of rows in a batch.
                  """,
                  List.of("activity-l1(1e-4)", "activity-l1(1e-5..1e-2)@dense1"),
                  """
                  `activity_regularizer=keras.regularizers.L1(lambda)` of the layer, the same lambda
                  (Keras divides by the batch as well).
                  """,
                  """
                  Nothing built in: add `lambda * a.abs().sum() / len(a)` to the loss for the
                  activations `a`, the same lambda.
                  """)),
          entry(
              "activity-l2",
              new Guide(
                  """
                  Keeps activations small without making them 0; on `@output` it keeps logits small, and
                  with them the certainty of predictions. Divided by the number of rows in a batch.
                  """,
                  List.of("activity-l2(1e-4)", "activity-l2(1e-4..1)@output"),
                  """
                  `activity_regularizer=keras.regularizers.L2(lambda)` of the layer, the same lambda
                  (Keras divides by the batch as well).
                  """,
                  """
                  Nothing built in: add `lambda * a.square().sum() / len(a)` to the loss for the
                  activations `a`, the same lambda.
                  """)),
          entry(
              "kl-sparsity",
              new Guide(
                  """
                  Each unit is asked to be active at the rate given, on average over the batch; which
                  rows it answers to is its own choice. For sigmoid, tanh and ReLU. Large batches make
                  the mean a better one.
                  """,
                  List.of("kl-sparsity(0.01)", "kl-sparsity(1e-3..1, rate=0.1)@dense1"),
                  """
                  Nothing built in: an activity regularizer of your own.
                  """,
                  """
                  Nothing built in: with `r = a.mean(0)` add `beta * (rho * (rho / r).log() + (1 - rho) *
                  ((1 - rho) / (1 - r)).log()).sum()` to the loss.
                  """)),
          entry(
              "contractive",
              new Guide(
                  """
                  Small changes of the input then change the activations little, in every direction that
                  the data do not need. It looks at each layer by itself. For a ReLU it is a decay of the
                  weights of units that are active.
                  """,
                  List.of("contractive(1e-3)", "contractive(1e-4..1e-1)@dense1"),
                  """
                  Nothing of the kind is built in.
                  """,
                  """
                  Nothing built in: for a sigmoid layer add `lambda * ((h * (1 - h)).square() @
                  w.square().sum(1)).mean()` to the loss, the same lambda.
                  """)),
          entry(
              "confidence-penalty",
              new Guide(
                  """
                  Certainty has a price, so that a network is only as sure as it must be. A relative of
                  `label-smoothing` that pulls least where the network is unsure. Its value is negative.
                  """,
                  List.of("confidence-penalty(0.1)", "confidence-penalty(0.01..1)"),
                  """
                  Nothing built in: add `-beta` times the mean entropy of the softmax to the loss.
                  """,
                  """
                  Nothing built in: subtract `beta * torch.distributions.Categorical(logits=z)
                  .entropy().mean()` from the loss.
                  """)));

  private ActivityGuides() {}
}
