package dev.bridle.catalogue;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** What to know of what changes weights directly: decay and constraints. */
final class ConstraintGuides {
  static final Map<String, Guide> ALL =
      Map.ofEntries(
          entry(
              "prune",
              new Guide(
                  """
                  The smallest weights become 0 for good, more and more of them, while the rest learns to
                  do without. `by=unit-norm` makes whole units 0, which makes a smaller network;
                  single weights do not make it faster. Much can go before accuracy does.
                  """,
                  List.of("prune(0.8)", "prune(0.5, by=unit-norm)@hidden"),
                  """
                  `prune_low_magnitude` with `PolynomialDecay` of TensorFlow's Model Optimization, the same
                  cubic.
                  """,
                  """
                  `torch.nn.utils.prune.l1_unstructured(module, "weight", amount)` at points of your own
                  choice; `remove` makes it permanent.
                  """)),
          entry(
              "weight-decay",
              new Guide(
                  """
                  Each update takes the same share of every weight: the learning rate times lambda.
                  The scaling of `adam` does not touch it, which is what sets it apart from `l2` and
                  `coupled-decay`; under plain `sgd` it is `coupled-decay`, and `l2` of half the
                  strength. Under `adam` a good lambda is far larger than one of `l2`, whose pull is
                  divided by the small size of the gradients.
                  """,
                  List.of("weight-decay(1)", "weight-decay(0.01..10)", "weight-decay(1)@all"),
                  """
                  `weight_decay=lambda` of `keras.optimizers.AdamW`, or of any other of its
                  optimizers, the same lambda. It takes biases too, unless
                  `exclude_from_weight_decay` says otherwise.
                  """,
                  """
                  `weight_decay=lambda` of `torch.optim.AdamW`, the same lambda. It takes biases too:
                  write `weight-decay(lambda)@all` for the same, or give them a parameter group of
                  their own.
                  """)),
          entry(
              "coupled-decay",
              new Guide(
                  """
                  The weight times lambda joins the gradient before the update rule sees it. Under
                  `sgd`, `momentum` and `nesterov` that is `l2` of half the strength, outside the
                  loss; under `adam` weights with large gradients decay less than others, unlike
                  under `weight-decay`.
                  """,
                  List.of("coupled-decay(0.002)", "coupled-decay(1e-5..1e-1)@all"),
                  """
                  `kernel_regularizer=keras.regularizers.L2(lambda / 2)`, half the strength. The
                  weight_decay of its optimizers is `weight-decay`.
                  """,
                  """
                  `weight_decay=lambda` of `torch.optim.SGD` or `Adam`, the same lambda. It takes
                  biases too: write `coupled-decay(lambda)@all` for the same. The weight_decay of
                  AdamW is `weight-decay`.
                  """)),
          entry(
              "max-norm",
              new Guide(
                  """
                  Units may turn but not grow: after every update a unit's incoming vector that is
                  longer than c is cut to length c, and a shorter one keeps every bit. It goes well
                  with dropout and large learning rates. `bias=rescaled` multiplies the bias by the
                  same factor, which keeps the unit's decision boundary where it is. A limit of
                  `3x-init` is three times each unit's own norm at the start, `rms(r)` a root mean
                  square.
                  """,
                  List.of(
                      "max-norm(3)",
                      "dropout(0.5) + max-norm(0.5, 1, 2, 3)",
                      "max-norm(3x-init, bias=rescaled)@hidden"),
                  """
                  `kernel_constraint=keras.constraints.MaxNorm(c, axis=0)` on a Dense layer, the same
                  c, biases left alone. It divides by the norm plus 1e-7, so that vectors within the
                  limit shrink a little in every step.
                  """,
                  """
                  Nothing built in: after each step, under `torch.no_grad()`,
                  `w.copy_(w.renorm(2, 0, c))` for each weight `w` of shape [out, in], the same c.
                  The 0 is the axis of the units; that of Keras is the axis summed over.
                  """)),
          entry(
              "non-negative",
              new Guide(
                  """
                  Inputs can add up but not cancel, so that a unit's weights show what it responds
                  to; where activations only rise, the outputs rise with every input. About half of
                  the weights start below 0 and become 0 in the first update.
                  """,
                  List.of("non-negative", "non-negative@dense1"),
                  """
                  `kernel_constraint=keras.constraints.NonNeg()`, the same.
                  """,
                  """
                  Nothing built in: after each step, under `torch.no_grad()`, `w.clamp_(min=0)`.
                  """)),
          entry(
              "unit-norm",
              new Guide(
                  """
                  Only the direction of a unit's weights is learned; how strongly it answers is left
                  to its bias and to the layers above. A vector of zeros stays zero.
                  """,
                  List.of("unit-norm", "unit-norm(scope=per-input)@dense1"),
                  """
                  `kernel_constraint=keras.constraints.UnitNorm(axis=0)` on a Dense layer. It divides
                  by the norm plus 1e-7, so that norms end a little below 1.
                  """,
                  """
                  Nothing built in: after each step, under `torch.no_grad()`, `w.div_(w.norm(dim=1,
                  keepdim=True))` for each weight `w` of shape [out, in].
                  """)),
          entry(
              "min-max-norm",
              new Guide(
                  """
                  Keeps units from growing and from dying: vectors longer than hi are shortened, those
                  shorter than lo lengthened. With a rate below 1 each update goes only that share of
                  the way. A vector of zeros stays zero, and one inside keeps every bit.
                  """,
                  List.of("min-max-norm(lo=0.5, hi=2)", "min-max-norm(lo=0.5, hi=2, rate=0.1)"),
                  """
                  `kernel_constraint=keras.constraints.MinMaxNorm(lo, hi, rate=rate, axis=0)` on a
                  Dense layer, the same numbers. It divides by the norm plus 1e-7, so that vectors
                  inside shrink a little in every step.
                  """,
                  """
                  Nothing built in: after each step, under `torch.no_grad()`, multiply each row of a
                  weight [out, in] by its wanted norm over its norm.
                  """)),
          entry(
              "l1-ball",
              new Guide(
                  """
                  Where a unit's absolute weights add up to more than c, all of them shrink by the
                  same amount until they do not, and the smallest become exactly 0: sparse units with
                  a hard limit. `l1` does so without a limit.
                  """,
                  List.of("l1-ball(5)", "l1-ball(1, 3, 10)@hidden"),
                  """
                  Nothing built in: a constraint of your own, by the projection of the source.
                  """,
                  """
                  Nothing built in: after each step, project each row of a weight [out, in] by the
                  source's figure 1.
                  """)),
          entry(
              "spectral-norm",
              new Guide(
                  """
                  A layer then stretches no difference between two inputs by more than c, and the
                  network by no more than the product of its limits. Weights within the limit keep
                  every bit. Other libraries divide always, so that small weights are enlarged to 1.
                  """,
                  List.of("spectral-norm", "spectral-norm(c=2)@hidden"),
                  """
                  `keras.layers.SpectralNormalization(layer)` divides the kernel by its largest
                  singular value, always: c is 1, and smaller kernels are enlarged. With its single
                  power iteration the value lags behind the weights.
                  """,
                  """
                  `torch.nn.utils.parametrizations.spectral_norm(layer)` divides the weight by its
                  largest singular value, always: c is 1, and smaller weights are enlarged. It makes
                  one power iteration a step unless told otherwise.
                  """)),
          entry(
              "box",
              new Guide(
                  """
                  No weight leaves the interval, so that none dominates; known as weight clipping.
                  The limits may have any sign: from 0 on it is `non-negative` with an upper limit.
                  A box without 0 in it allows no exact zeros.
                  """,
                  List.of("box(lo=-1, hi=1)", "box(lo=0, hi=2)@dense1"),
                  """
                  Nothing built in: a constraint of your own that returns `keras.ops.clip(w, lo, hi)`.
                  """,
                  """
                  Nothing built in: after each step, under `torch.no_grad()`, `w.clamp_(lo, hi)`, the
                  same limits.
                  """)));

  private ConstraintGuides() {}
}
