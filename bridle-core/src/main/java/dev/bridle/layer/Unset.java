package dev.bridle.layer;

import org.bytedeco.pytorch.Tensor;

/** What a layer remembers before its first pass. */
public final class Unset {
  /** An undefined tensor: any operator on it is an error. */
  public static final Tensor TENSOR = new Tensor().retainReference();

  private Unset() {}
}
