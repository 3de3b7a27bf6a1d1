package dev.bridle.tensor;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.Tensor;

/**
 * The life of temporaries: every native object made on this thread while a scope is the innermost
 * open one is freed when the scope closes.
 *
 * <pre>{@code
 * try (Scope scope = Scope.open()) {
 *   Tensor norms = weight.norm();      // dies at the closing brace
 *   return scope.keep(norms.sqrt());   // lives on in the enclosing scope, or in an arena
 * }
 * }</pre>
 *
 * <p>Inside a scope no gradients are recorded: backward passes are written by hand or run in a
 * {@link GradientScope}.
 */
public final class Scope implements AutoCloseable {
  static {
    NativeLibrary.load();
  }

  private final PointerScope pointers = new PointerScope();
  private final InferenceMode inference;

  private Scope(boolean record) {
    inference = new InferenceMode(!record);
  }

  /** Opens a scope on this thread; close it on this thread, innermost first. */
  public static Scope open() {
    return new Scope(false);
  }

  /** Opens a scope in which libtorch records operations for its own backward pass. */
  static Scope recording() {
    return new Scope(true);
  }

  /** Lets a tensor out: it goes to the enclosing scope, or stays until it is freed by its arena. */
  public Tensor keep(Tensor tensor) {
    tensor.retainReference();
    pointers.detach(tensor);
    return tensor;
  }

  @Override
  public void close() {
    inference.close();
    pointers.close();
  }
}
