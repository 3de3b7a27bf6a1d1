package dev.bridle.tensor;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** The floating-point format of a population: single for work, double for laws and references. */
public enum Precision {
  /** 32 bits. */
  FLOAT32(ScalarType.Float),
  /** 64 bits; random masks are those of single precision, converted. */
  FLOAT64(ScalarType.Double);

  // a native object that nobody changes
  @SuppressWarnings("ImmutableEnumChecker")
  private final TensorOptions options;

  Precision(ScalarType type) {
    NativeLibrary.load();
    this.options = new TensorOptions(type).retainReference();
  }

  /** The format of a tensor. */
  public static Precision of(Tensor tensor) {
    return Tensors.isDouble(tensor) ? FLOAT64 : FLOAT32;
  }

  TensorOptions options() {
    return options;
  }
}
