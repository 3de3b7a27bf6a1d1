package dev.bridle.catalogue;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** What to know of what is woven into a network: noise, dropout and normalisation. */
final class ActivationGuides {
  static final Map<String, Guide> ALL =
      Map.ofEntries(
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
                  """)));

  private ActivationGuides() {}
}
