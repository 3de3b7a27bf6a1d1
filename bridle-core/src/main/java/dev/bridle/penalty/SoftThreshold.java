package dev.bridle.penalty;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * \( S_\tau(w) = \mathrm{sign}(w) \max(|w| - \tau, 0) \), in place: the proximal operator of \(
 * \tau |w| \). Written as w minus w clamped to \( [-\tau, \tau] \), which is exactly 0 where it
 * must be and leaves every bit at \( \tau = 0 \).
 */
final class SoftThreshold {
  private SoftThreshold() {}

  /**
   * Shrinks {@code weight} by thresholds {@code [K, 1, ...]} or one for each number, at least 0. An
   * infinite threshold gives 0.
   */
  static void apply(Tensor weight, Tensor threshold) {
    Tensor within = torch.minimum(weight, threshold);
    torch.maximum_out(within, within, threshold.neg());
    weight.sub_(within);
  }
}
