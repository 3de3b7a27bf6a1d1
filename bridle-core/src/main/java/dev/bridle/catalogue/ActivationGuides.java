package dev.bridle.catalogue;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** What to know of what is woven into a network: noise, dropout and normalisation. */
final class ActivationGuides {
  static final Map<String, Guide> ALL =
      Map.ofEntries(
          entry(
              "weight-norm",
              new Guide(
                  """
                  Length and direction of a unit's weights are learnt apart, which makes steps of plain
                  gradient descent fit better. A regularizer only in that the learning rate adapts
                  itself: penalties on its kernel change nothing but the effective rate.
                  """,
                  List.of("weight-norm", "weight-norm@hidden"),
                  """
                  Nothing of the kind is built in.
                  """,
                  """
                  `torch.nn.utils.parametrizations.weight_norm(module)`.
                  """)),
          entry(
              "input-noise",
              new Guide(
                  """
                  Rows that are nearly alike then get nearly the same answer. For small noise it is
                  about the same as a penalty on the slopes of the network. Inputs are standardised
                  first, so that sigma counts in each feature's standard deviation; in a plan with
                  `unscaled` it counts in the inputs' own units.
                  """,
                  List.of("input-noise(0.3)", "input-noise(0.1, 0.3, 0.6, 1)"),
                  """
                  `keras.layers.GaussianNoise(sigma)` as the first layer, the same sigma on
                  standardised inputs. It refuses a sigma above 1.
                  """,
                  """
                  Nothing built in: while training, `x + sigma * torch.randn_like(x)`, the same sigma
                  on standardised inputs.
                  """)),
          entry(
              "dropout",
              new Guide(
                  """
                  Every row trains a network with other units missing; at evaluation all of them
                  answer together. What is kept is divided by 1 - rate, so that nothing has to be
                  scaled later. It needs units to spare and more updates than a training without;
                  the source takes 0.2 at the input and 0.5 at hidden layers. Its p is the
                  probability of keeping, 1 - rate.
                  """,
                  List.of(
                      "dropout(0.5)",
                      "dropout(0.2)@input + dropout(0.5)",
                      "dropout(0.1, 0.3, 0.5)@dense1"),
                  """
                  `keras.layers.Dropout(rate)` behind the activation of each hidden layer, the same
                  rate.
                  """,
                  """
                  `torch.nn.Dropout(rate)` behind the activation of each hidden layer, the same rate;
                  `model.eval()` turns it off.
                  """)),
          entry(
              "batch-norm",
              new Guide(
                  """
                  Keeps activations at one scale while the layers below them change, so that larger
                  learning rates work; that each row sees the statistics of its batch adds a little
                  noise. A penalty or decay on the weights that feed it only changes their effective
                  learning rate. Its own scales and shifts are left alone by both.
                  """,
                  List.of("batch-norm", "batch-norm(position=after-activation)"),
                  """
                  `keras.layers.BatchNormalization(momentum=1 - momentum, epsilon=epsilon)` in front
                  of each hidden activation: its momentum is the share of the old value. Its own
                  defaults are 0.99 and 1e-3, and its running variance is divided by B, not B - 1.
                  """,
                  """
                  `torch.nn.BatchNorm1d(features, eps=epsilon, momentum=momentum)` in front of each
                  hidden activation, the same numbers and defaults.
                  """)),
          entry(
              "activation-noise",
              new Guide(
                  """
                  What the next layer reads must survive noise, so that it cannot rest on small
                  differences. sigma counts in the activations' own units: larger weights drown it,
                  unless a penalty, a constraint or a normalisation holds them. At the input it is
                  `input-noise`.
                  """,
                  List.of("activation-noise(0.3)", "layer-norm + activation-noise(0.1, 0.3, 0.6)"),
                  """
                  `keras.layers.GaussianNoise(sigma)` behind the activation of each hidden layer, the
                  same sigma. It refuses a sigma above 1.
                  """,
                  """
                  Nothing built in: while training, `h + sigma * torch.randn_like(h)` behind the
                  activation of each hidden layer, the same sigma.
                  """)),
          entry(
              "gaussian-dropout",
              new Guide(
                  """
                  Dropout by factors that are normal around 1 instead of 0 or 1 / (1 - rate), with
                  the same mean and variance. Nothing is dropped, and a factor may be negative. A
                  rate of 0.5 is a standard deviation of 1.
                  """,
                  List.of("gaussian-dropout(0.3)", "gaussian-dropout(0.1, 0.3, 0.5)@dense1"),
                  """
                  `keras.layers.GaussianDropout(rate)` behind the activation of each hidden layer, the
                  same rate.
                  """,
                  """
                  Nothing built in: while training, `h * (1 + s * torch.randn_like(h))` with `s =
                  (rate / (1 - rate)) ** 0.5`, the same rate.
                  """)),
          entry(
              "alpha-dropout",
              new Guide(
                  """
                  The dropout for networks of `selu`, whose activations have mean 0 and variance 1:
                  it keeps both, where ordinary dropout would not. They have them from weights drawn
                  as by LeCun: `--initial lecun`. Behind other activations it is a noise like any
                  other. Small rates of 0.05 to 0.1 are the source's.
                  """,
                  List.of("alpha-dropout(0.1)", "alpha-dropout(0.05, 0.1, 0.2)@hidden"),
                  """
                  `keras.layers.AlphaDropout(rate)` behind the activation of each hidden layer, the
                  same rate.
                  """,
                  """
                  `torch.nn.AlphaDropout(rate)` behind the activation of each hidden layer, the same
                  rate; `model.eval()` turns it off.
                  """)),
          entry(
              "layer-norm",
              new Guide(
                  """
                  Every row is standardised on its own, so that the size of the batch does not matter
                  and evaluation computes what training did. A penalty or decay on the weights that
                  feed it only changes their effective learning rate.
                  """,
                  List.of("layer-norm", "layer-norm(position=after-activation)"),
                  """
                  `keras.layers.LayerNormalization(epsilon=epsilon)` in front of each hidden
                  activation. Its own default is 1e-3.
                  """,
                  """
                  `torch.nn.LayerNorm(features, eps=epsilon)` in front of each hidden activation, the
                  same number and default.
                  """)),
          entry(
              "rms-norm",
              new Guide(
                  """
                  Layer normalisation without the mean: a row keeps its direction and loses its
                  length. A penalty or decay on the weights that feed it only changes their effective
                  learning rate.
                  """,
                  List.of("rms-norm", "rms-norm(position=after-activation)"),
                  """
                  `keras.layers.RMSNormalization(epsilon=epsilon)` in front of each hidden activation,
                  and a shift of its own behind it. Its own default is 1e-6.
                  """,
                  """
                  `torch.nn.RMSNorm(features, eps=epsilon)` in front of each hidden activation, and a
                  shift of its own behind it. Its own default is the precision of the format.
                  """)));

  private ActivationGuides() {}
}
