package dev.bridle.catalogue;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** What to know of regularizers for images, series and residual blocks. */
final class ShapeGuides {
  static final Map<String, Guide> ALL =
      Map.ofEntries(
          entry(
              "spatial-dropout",
              new Guide(
                  """
                  Pixels side by side say nearly the same, so dropping them one by one drops little;
                  this drops whole feature maps. Small rates, 0.05 to 0.2, are usual. Behind a small
                  convolution any dropout may cost more than it gains: dense layers come first.
                  """,
                  List.of("spatial-dropout(0.1)", "spatial-dropout(0.05, 0.1, 0.2)@conv2"),
                  """
                  `keras.layers.SpatialDropout2D(rate)` behind the activation of each convolution,
                  `SpatialDropout1D` for series, the same rate.
                  """,
                  """
                  `torch.nn.Dropout2d(rate)` behind the activation of each convolution, the same
                  rate. `torch.nn.Dropout1d` expects channels before time steps.
                  """)),
          entry(
              "drop-block",
              new Guide(
                  """
                  What single pixels drop, their neighbours still say; a square takes all of it away.
                  Of small maps a square is much or all: a size of a third of the map is a start. The
                  source takes squares of 7 pixels, rates around 0.1, and raises the rate slowly.
                  """,
                  List.of("drop-block(0.1, size=3)", "drop-block(0.05, size=5)@conv2"),
                  """
                  Nothing built in; `keras_cv.layers.DropBlock2D(rate, size)` is the same.
                  """,
                  """
                  `torchvision.ops.DropBlock2d(rate, size)` behind the activation, the same numbers.
                  """)),
          entry(
              "variational-dropout",
              new Guide(
                  """
                  The dropout for recurrent layers: a mask that stays the same in all time steps takes
                  away an input or a unit for a whole series, where a new mask in each step would make
                  the state forget. An LSTM's cell state is left alone. Rates of 0.1 to 0.5 are usual.
                  """,
                  List.of("variational-dropout(0.2)", "variational-dropout(0.1, 0.3, 0.5)@lstm1"),
                  """
                  `keras.layers.LSTM(units, dropout=rate, recurrent_dropout=rate)`, the same rate.
                  """,
                  """
                  Nothing built in: `torch.nn.LSTM(dropout=...)` drops between stacked layers, with a
                  new mask in each step. It takes a loop over `torch.nn.LSTMCell` and two masks.
                  """)),
          entry(
              "zoneout",
              new Guide(
                  """
                  A unit that keeps its old state for a step loses nothing of what it remembers, and
                  the network learns not to rely on every step. At evaluation each state is the mean
                  of old and new with the weights of the masks. The source takes rates around 0.1.
                  """,
                  List.of("zoneout(0.1)", "zoneout(0.05, 0.1, 0.2)@gru1"),
                  """
                  Nothing built in: a cell of one's own around `keras.layers.LSTMCell`.
                  """,
                  """
                  Nothing built in: a loop over `torch.nn.LSTMCell`, and `torch.where` with a mask.
                  """)),
          entry(
              "stochastic-depth",
              new Guide(
                  """
                  While training, each row goes through a network with other branches left out, so
                  deep networks train as shallow ones and answer as deep ones. It needs residual
                  blocks. The source lets the rate grow with depth, up to 0.5; a rate for each block
                  is written by its name.
                  """,
                  List.of(
                      "stochastic-depth(0.2)",
                      "stochastic-depth(0.1)@residual1 + stochastic-depth(0.3)@residual2"),
                  """
                  Nothing built in: multiply the branch by `keras.layers.Dropout(rate,
                  noise_shape=(None, 1, 1, 1))`, the same rate.
                  """,
                  """
                  `torchvision.ops.StochasticDepth(rate, mode="row")` around the branch, the same
                  rate.
                  """)),
          entry(
              "group-norm",
              new Guide(
                  """
                  Does for small batches of images what batch normalisation does for large ones: no
                  row sees another. Eight to 32 channels a group are usual; one group looks at a whole
                  row, as many groups as channels at each channel alone. The number of groups must
                  divide that of the channels.
                  """,
                  List.of("group-norm(4)@conv", "group-norm(8, position=after-activation)@conv2"),
                  """
                  `keras.layers.GroupNormalization(groups, epsilon=epsilon)` in front of the
                  activation; its own epsilon is 1e-3.
                  """,
                  """
                  `torch.nn.GroupNorm(groups, channels, eps=epsilon)` in front of the activation, the
                  same numbers.
                  """)),
          entry(
              "smooth-kernel",
              new Guide(
                  """
                  Kernels that were learnt from many images are smooth; asking for it from the start
                  helps where there are few. `first` pulls taps side by side towards each other, and
                  so also towards a constant; `laplacian` leaves slopes alone; `gaussian` expects
                  kernels that are smooth over about `length` taps, and draws them towards zero too.
                  """,
                  List.of(
                      "smooth-kernel(1e-3)",
                      "smooth-kernel(1e-4..1e-2, order=laplacian)",
                      "smooth-kernel(1e-3, order=gaussian, length=1.5)"),
                  """
                  Nothing built in: a kernel regularizer of one's own, `strength *
                  tf.reduce_sum(tf.square(k[1:] - k[:-1])) + ...` over the first two axes.
                  """,
                  """
                  Nothing built in: `strength * (w.diff(dim=2).square().sum() +
                  w.diff(dim=3).square().sum())`, added to the loss.
                  """)));

  private ShapeGuides() {}
}
