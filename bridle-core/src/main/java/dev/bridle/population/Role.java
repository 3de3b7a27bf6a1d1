package dev.bridle.population;

/**
 * What a weight is to its layer; penalties and decay act on kernels unless their place says more.
 */
public enum Role {
  /** Multiplies what comes in: the weights proper. */
  KERNEL("kernel"),
  /** Is added to what comes out. */
  BIAS("bias"),
  /** Multiplies a normalised activation. */
  SCALE("scale"),
  /** Is added to a normalised activation. */
  SHIFT("shift");

  private final String text;

  Role(String text) {
    this.text = text;
  }

  /** As in the name of a weight: {@code dense1.kernel}. */
  @Override
  public String toString() {
    return text;
  }
}
