package dev.bridle.tensor;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The life of what outlasts a step: tensors handed to an arena are freed when it is closed.
 *
 * <p>Whoever makes long-lived tensors owns an arena and closes it. Not for several threads at once.
 */
public final class Arena implements AutoCloseable {
  static {
    NativeLibrary.load();
  }

  private final List<Pointer> kept = new ArrayList<>();

  /** A tensor of zeros that lives as long as this arena. */
  public Tensor zeros(Precision precision, long... shape) {
    // made as an ordinary tensor even inside a scope, so that a gradient scope may use it
    try (InferenceMode ordinary = new InferenceMode(false)) {
      return keep(torch.zeros(shape, precision.options()));
    }
  }

  /**
   * Takes over a tensor that was just made on this thread, in its innermost open scope or outside
   * any: it now lives as long as this arena.
   */
  public Tensor keep(Tensor tensor) {
    return keepPointer(tensor);
  }

  /** The same for any other native object. */
  public <P extends Pointer> P keepPointer(P pointer) {
    pointer.retainReference();
    PointerScope scope = PointerScope.getInnerScope();
    if (scope != null) {
      scope.detach(pointer);
    }
    kept.add(pointer);
    return pointer;
  }

  @Override
  public void close() {
    for (int i = kept.size() - 1; i >= 0; i--) {
      kept.get(i).releaseReference();
    }
    kept.clear();
  }
}
