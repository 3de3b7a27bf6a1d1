package dev.bridle.diagnostic;

/** How much a training looks at itself; no bit of its result depends on it. */
public enum Depth {
  /** What costs next to nothing: all but the robustness. */
  USUAL,
  /** Robustness as well, which takes some more evaluations. */
  FULL
}
