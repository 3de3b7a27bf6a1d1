package dev.bridle.catalogue;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** What to know of what acts on a training as a whole: stopping and update rules. */
final class TrainingGuides {
  static final Map<String, Guide> ALL =
      Map.ofEntries(
          entry(
              "early-stopping",
              new Guide(
                  """
                  Each network stops on its own, when its loss on the validation rows has not fallen
                  for as many epochs as it has patience. That loss is the one of the data, without
                  penalties. The best weights, running statistics included, are the result at any
                  end, also where the updates run out first: `early-stopping(inf)` never stops, and
                  still goes back to them. Prechelt's rules `gl(5)`, `pq(0.75)` and `up(3)` may stand
                  in place of the epochs, and a metric in place of the loss: accuracy moves in steps
                  of one row, so that it asks for more patience.
                  """,
                  List.of(
                      "early-stopping(5)",
                      "early-stopping(10, min-delta=0.001)",
                      "early-stopping(20, metric=accuracy)",
                      "early-stopping(gl(5))"),
                  """
                  `keras.callbacks.EarlyStopping(patience=patience, min_delta=min_delta,
                  restore_best_weights=True)`, the same numbers. Without the last it keeps the last
                  weights, and its val_loss contains the penalties. For a metric add
                  `monitor="val_accuracy", mode="max"`; here the direction is known.
                  """,
                  """
                  Nothing built in. Lightning's `EarlyStopping("val_loss", patience=patience,
                  min_delta=min_delta)` counts the same, but does not go back to the best weights;
                  its `ModelCheckpoint` keeps them.
                  """)),
          entry(
              "sgd",
              new Guide(
                  """
                  Gradient descent on one batch at a time. Every weight takes the same rate, so that
                  the rate has to suit the steepest direction.
                  """,
                  List.of("sgd(0.1)", "sgd(0.1), batch 32, epochs 40"),
                  """
                  `keras.optimizers.SGD(learning_rate=rate)`, the same.
                  """,
                  """
                  `torch.optim.SGD(parameters, lr=rate)`, the same.
                  """)),
          entry(
              "momentum",
              new Guide(
                  """
                  A constant gradient moves a weight 1 / (1 - mu) times as far as under `sgd`, ten
                  times with the usual 0.9: a rate that suits `sgd` is then too large.
                  """,
                  List.of("momentum(0.01)", "momentum(0.01, mu=0.95), epochs 40"),
                  """
                  `keras.optimizers.SGD(learning_rate=rate, momentum=mu)`. It keeps the rate inside
                  the velocity, which is the same while the rate is constant.
                  """,
                  """
                  `torch.optim.SGD(parameters, lr=rate, momentum=mu)`, the same.
                  """)),
          entry(
              "nesterov",
              new Guide(
                  """
                  Momentum whose step already contains the next pull of the velocity, which damps
                  its swings. Rates are those of `momentum`.
                  """,
                  List.of("nesterov(0.01)", "nesterov(0.01, mu=0.95), epochs 40"),
                  """
                  `keras.optimizers.SGD(learning_rate=rate, momentum=mu, nesterov=True)`, the same
                  while the rate is constant.
                  """,
                  """
                  `torch.optim.SGD(parameters, lr=rate, momentum=mu, nesterov=True)`, the same.
                  """)),
          entry(
              "adam",
              new Guide(
                  """
                  Steps have about the size of the rate, whatever the size of the gradients, so that
                  the usual 0.001 suits most networks. What joins the gradient, such as `l2` and
                  `coupled-decay`, is rescaled with it; `weight-decay` is not.
                  """,
                  List.of("adam(0.001)", "adam(0.001, beta2=0.99), batch 32, updates 1200"),
                  """
                  `keras.optimizers.Adam(learning_rate=rate, beta_1=beta1, beta_2=beta2,
                  epsilon=epsilon)`. It adds epsilon before the root is corrected, and its own
                  default is 1e-7.
                  """,
                  """
                  `torch.optim.Adam(parameters, lr=rate, betas=(beta1, beta2), eps=epsilon)`, the
                  same numbers and defaults.
                  """)),
          entry(
              "adamw",
              new Guide(
                  """
                  The same as `adam` with `weight-decay(decay)` in the recipe; strengths to try are
                  written there.
                  """,
                  List.of("adamw(0.001)", "adamw(0.001, decay=0.1), epochs 40"),
                  """
                  `keras.optimizers.AdamW(learning_rate=rate, weight_decay=decay)`, the same decay.
                  It takes biases too, and its own default is 0.004.
                  """,
                  """
                  `torch.optim.AdamW(parameters, lr=rate, weight_decay=decay)`, the same decay and
                  default. It takes biases too.
                  """)),
          entry(
              "amsgrad",
              new Guide(
                  """
                  Adam whose steps never grow again where gradients become small, which mends a case
                  in which Adam does not converge. Rates are those of `adam`.
                  """,
                  List.of("amsgrad(0.001)", "amsgrad(0.001), batch 32, epochs 40"),
                  """
                  `keras.optimizers.Adam(learning_rate=rate, beta_1=beta1, beta_2=beta2,
                  epsilon=epsilon, amsgrad=True)`. It adds epsilon before the root is corrected.
                  """,
                  """
                  `torch.optim.Adam(parameters, lr=rate, betas=(beta1, beta2), eps=epsilon,
                  amsgrad=True)`, the same numbers and defaults.
                  """)),
          entry(
              "rmsprop",
              new Guide(
                  """
                  Steps have about the size of the rate, whatever the size of the gradients; `adam`
                  without the mean of the gradients and without corrections, so that the first steps
                  are long.
                  """,
                  List.of("rmsprop(0.001)", "rmsprop(0.001, alpha=0.9), epochs 40"),
                  """
                  `keras.optimizers.RMSprop(learning_rate=rate, rho=alpha, epsilon=epsilon)`. It adds
                  epsilon inside the root, and its own defaults are 0.9 and 1e-7.
                  """,
                  """
                  `torch.optim.RMSprop(parameters, lr=rate, alpha=alpha, eps=epsilon)`, the same
                  numbers and defaults.
                  """)),
          entry(
              "adagrad",
              new Guide(
                  """
                  Steps become ever shorter, soonest for weights whose gradients are large, so that
                  rare inputs keep learning. The rate is larger than that of `adam`.
                  """,
                  List.of("adagrad(0.01)", "adagrad(0.01), batch 32, epochs 40"),
                  """
                  `keras.optimizers.Adagrad(learning_rate=rate, initial_accumulator_value=0,
                  epsilon=epsilon)`. It adds epsilon inside the root; its own defaults are 0.1 and
                  1e-7.
                  """,
                  """
                  `torch.optim.Adagrad(parameters, lr=rate, eps=epsilon)`, the same.
                  """)),
          entry(
              "clip-norm",
              new Guide(
                  """
                  One bad batch cannot throw the weights far away: the whole gradient of a network,
                  data and penalties together, is shortened to c, its direction kept. Decay and
                  proximal steps come after it and are not clipped.
                  """,
                  List.of("clip-norm(1)", "clip-norm(0.1, 1, 10)"),
                  """
                  `global_clipnorm=c` of any optimizer, the same limit. Its `clipnorm=c` takes each
                  weight by itself.
                  """,
                  """
                  `torch.nn.utils.clip_grad_norm_(model.parameters(), c)` before the step, the same
                  limit. It divides by the norm plus 1e-6.
                  """)),
          entry(
              "clip-value",
              new Guide(
                  """
                  Cuts each number of the gradient off at c, which changes its direction; `clip-norm`
                  does not.
                  """,
                  List.of("clip-value(0.5)", "clip-value(0.01, 0.1, 1)"),
                  """
                  `clipvalue=c` of any optimizer, the same limit.
                  """,
                  """
                  `torch.nn.utils.clip_grad_value_(model.parameters(), c)` before the step, the same
                  limit.
                  """)),
          entry(
              "adaptive-clip",
              new Guide(
                  """
                  A unit's gradient may be as long as lambda times its weights: large weights may
                  move far, small ones only a little. Made for networks without normalisation, on all
                  layers but the last.
                  """,
                  List.of("adaptive-clip(0.01)", "adaptive-clip(0.003, 0.01, 0.1)@hidden"),
                  """
                  Nothing built in: scale the gradients in a `train_step` of your own.
                  """,
                  """
                  Nothing built in: `timm.utils.adaptive_clip_grad(parameters, clip_factor=lambda)` of
                  the library timm, the same number.
                  """)));

  private TrainingGuides() {}
}
