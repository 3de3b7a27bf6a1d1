package dev.bridle.tensor;

import java.util.Optional;
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
 * {@linkplain #recording() recording} one.
 */
public final class Scope implements AutoCloseable {
  static {
    NativeLibrary.load();
  }

  private final Optional<PointerScope> enclosing =
      Optional.ofNullable(PointerScope.getInnerScope());
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
  public static Scope recording() {
    return new Scope(true);
  }

  /**
   * Lets a tensor that was made in this scope out: it goes to the enclosing scope; where there is
   * none, whoever takes it closes it.
   */
  public Tensor keep(Tensor tensor) {
    enclosing.ifPresentOrElse(outer -> outer.attach(tensor), tensor::retainReference);
    pointers.detach(tensor);
    return tensor;
  }

  @Override
  public void close() {
    inference.close();
    pointers.close();
  }
}
