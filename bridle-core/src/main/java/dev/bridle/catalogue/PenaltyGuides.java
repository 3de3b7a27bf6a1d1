package dev.bridle.catalogue;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** What to know of terms in the loss. */
final class PenaltyGuides {
  static final Map<String, Guide> ALL =
      Map.ofEntries(
          entry(
              "l1",
              new Guide(
                  """
                  Weights that the data do not need become exactly 0, so that one can see which
                  inputs and connections the network uses. By default the penalty acts right after
                  the update, as a threshold that fits the update rule, so that every rule reaches
                  the minimum of loss plus penalty. With `solver=subgradient` it acts through the
                  gradient, as in most libraries: weights then swing around 0.
                  """,
                  List.of("l1(1e-4)", "l1(1e-6..1e-2)", "l1(1e-3, solver=subgradient)@dense1"),
                  """
                  `kernel_regularizer=keras.regularizers.L1(lambda)`, the same lambda. That is the
                  subgradient, which gives no exact zeros.
                  """,
                  """
                  Nothing built in: add `lambda * w.abs().sum()` to the loss for each weight `w` that
                  is no bias, the same lambda. That is the subgradient, which gives no exact zeros.
                  """)),
          entry(
              "l2",
              new Guide(
                  """
                  Every weight is pulled towards 0 in proportion to its size, so that large weights
                  lose most and none becomes exactly 0. Under `adam` the pull is divided by the size
                  of each weight's gradients; that of `weight-decay` is not. On weights that feed a
                  `batch-norm` it only changes the effective learning rate.
                  """,
                  List.of("l2(0.001)", "l2(1e-5..1e-1)", "l2(0.001)@all"),
                  """
                  `kernel_regularizer=keras.regularizers.L2(lambda)`, the same lambda: Keras has no
                  factor 1/2 either.
                  """,
                  """
                  `weight_decay=2 * lambda` of `torch.optim.SGD` or `Adam`, twice the strength. It
                  takes biases too: write `l2(lambda)@all` for the same, or give them a parameter
                  group of their own. The weight_decay of AdamW is `weight-decay`.
                  """)),
          entry(
              "elastic-net",
              new Guide(
                  """
                  Of several correlated inputs l1 alone keeps one; the squares keep them together.
                  It is written with both strengths, or as `lambda` and `alpha`, which is the share
                  of the squares, as in the source (`l1_ratio` of scikit-learn is the share of the
                  absolute values). `corrected=true` undoes the double shrinkage of a linear network
                  with mean squared error and one output; it is refused elsewhere.
                  """,
                  List.of("elastic-net(l1=1e-4, l2=0.001)", "elastic-net(1e-5..1e-1, alpha=0.5)"),
                  """
                  `kernel_regularizer=keras.regularizers.L1L2(l1=l1, l2=l2)`, the same numbers, with
                  the subgradient of the absolute values. Pass the object: the text `"l1l2"` is a
                  penalty of 0.
                  """,
                  """
                  Nothing built in: add `l1 * w.abs().sum()` to the loss, and give SGD or Adam
                  `weight_decay=2 * l2`.
                  """)),
          entry(
              "group-lasso",
              new Guide(
                  """
                  All weights of a group become exactly 0 together: whole units (`by=unit`), whole
                  inputs (`by=input`) or whole layers, so that they can be left out of the network.
                  `sparse` is the share of lambda that acts on single weights, as `l1` does. Under
                  `adam` a group's threshold is a mean over its weights, which tends to shrink more
                  than the minimum asks for.
                  """,
                  List.of("group-lasso(0.001)", "group-lasso(1e-4..1e-2, by=input)@dense1"),
                  """
                  Nothing built in: a regularizer of your own, lambda times the sum over units of the
                  root of the number of inputs times the norm. That is the subgradient, which gives
                  no exact zeros.
                  """,
                  """
                  Nothing built in: for each weight `w` of shape [out, in] add `lambda * w.shape[1] **
                  0.5 * w.norm(dim=1).sum()` to the loss (by unit), the same lambda. That is the
                  subgradient, which gives no exact zeros.
                  """)),
          entry(
              "orthogonal",
              new Guide(
                  """
                  Units that look at the same thing pay for it. `mode=soft` asks for lengths of 1 as
                  well, `mode=cosine` for right angles only. More units than inputs cannot be
                  orthogonal to each other: then `side=inputs` is what to ask for.
                  """,
                  List.of("orthogonal(0.001)", "orthogonal(0.1, mode=cosine)@hidden"),
                  """
                  `kernel_regularizer=keras.regularizers.OrthogonalRegularizer(lambda,
                  mode="columns")` is `mode=cosine`, the same lambda; its rows are `side=inputs`. For
                  `mode=soft` nothing is built in.
                  """,
                  """
                  Nothing built in: for each weight `w` of shape [out, in] add `lambda * (w @ w.T -
                  torch.eye(len(w))).square().sum()` to the loss, the same lambda.
                  """)),
          entry(
              "spectral-penalty",
              new Guide(
                  """
                  Pulls at the one direction of inputs that a layer amplifies most, and leaves the
                  others alone, so that small changes of the input grow less from layer to layer.
                  `spectral-norm` limits the same number instead of pulling at it. The source has a
                  factor 1/2: its lambda is twice this one.
                  """,
                  List.of("spectral-penalty(0.01)", "spectral-penalty(1e-3..1e-1)@hidden"),
                  """
                  Nothing built in: a regularizer of your own, lambda times the square of the largest
                  singular value.
                  """,
                  """
                  Nothing built in: add `lambda * torch.linalg.matrix_norm(w, 2) ** 2` to the loss for
                  each weight `w`, the same lambda; it makes a singular value decomposition each time.
                  """)));

  private PenaltyGuides() {}
}
