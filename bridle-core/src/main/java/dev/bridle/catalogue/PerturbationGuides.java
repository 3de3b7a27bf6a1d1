package dev.bridle.catalogue;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** What to know of noise on weights and gradients, and of predictions under noise. */
final class PerturbationGuides {
  static final Map<String, Guide> ALL =
      Map.ofEntries(
          entry(
              "weight-noise",
              new Guide(
                  """
                  The weights of each pass are a little off, so that minima are found in which that does
                  not matter. Choose sigma beside the size of the weights: with 100 inputs a unit's
                  weights start near 0.14.
                  """,
                  List.of("weight-noise(0.05)", "weight-noise(0.01..0.3)"),
                  """
                  Nothing built in: add noise to the weights before the forward pass and take it off
                  after the backward pass, in a training step of your own.
                  """,
                  """
                  Nothing built in: add noise to the parameters before the forward pass and take it off
                  after `backward()`.
                  """)),
          entry(
              "drop-connect",
              new Guide(
                  """
                  Dropout for connections instead of units: every weight is left out at random. One mask
                  a step serves the whole batch, so it is noisier than `dropout` of the same rate.
                  """,
                  List.of("drop-connect(0.3)", "drop-connect(0.1..0.5)@hidden"),
                  """
                  Nothing of the kind is built in.
                  """,
                  """
                  Nothing built in: `torch.nn.functional.linear(x, F.dropout(w, rate, training), b)` is
                  the same with a mask for each step.
                  """)),
          entry(
              "monte-carlo",
              new Guide(
                  """
                  The spread of predictions under different masks shows where the network guesses. It
                  needs dropout or noise on activations beside it, changes nothing of the training, and
                  makes predictions n times as slow.
                  """,
                  List.of("monte-carlo(30)", "dropout(0.3) + monte-carlo(30)"),
                  """
                  Call `model(x, training=True)` n times and take the mean; batch normalisation then
                  uses the statistics of the batch, which here it does not.
                  """,
                  """
                  Put the dropout modules alone into `train()`, call the model n times, take the mean of
                  the probabilities.
                  """)),
          entry(
              "gradient-noise",
              new Guide(
                  """
                  Helps deep or badly started networks out of where they would get stuck; for others it
                  is a weak regularizer. `eta` is a variance. Under `adam` the noise is scaled like
                  any gradient, so weights with small gradients feel it most.
                  """,
                  List.of("gradient-noise(0.01)", "gradient-noise(1e-4..1, gamma=0.55)"),
                  """
                  Nothing built in: add noise to the gradients in a training step of your own.
                  """,
                  """
                  Nothing built in: after `backward()` add `torch.randn_like(p) * (eta / (1 + t) **
                  gamma) ** 0.5` to each `p.grad`.
                  """)),
          entry(
              "sharpness",
              new Guide(
                  """
                  Looks for minima whose whole neighbourhood is low, which often generalise better. Each
                  step takes two passes and twice the time. `rho` is a distance in weight space; 0.05
                  is the source's value for images.
                  """,
                  List.of("sharpness(0.05)", "sharpness(0.01..1)"),
                  """
                  `keras.models.experimental.SharpnessAwareMinimization` of Keras 2, the same rho.
                  """,
                  """
                  Nothing built in: two backward passes a step in a loop of your own, the same rho.
                  """)));

  private PerturbationGuides() {}
}
