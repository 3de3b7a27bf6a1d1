package dev.bridle.tensor;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/**
 * Loads libtorch once, with the settings that two workers in one process need.
 *
 * <p>Each calling thread computes with one native thread: two teams of native threads in one
 * process on few cores slow each other down by a factor of 15 to 100, and one thread is what makes
 * sums independent of how work is packed. Parallel work is for Java threads, one population each.
 */
public final class NativeLibrary {
  private static final int THREADS_FOUND;

  static {
    // Otherwise JavaCPP counts the memory of the whole process against the Java heap's limit and
    // throws
    // OutOfMemoryError; it reads the property when its first class is loaded.
    if (System.getProperty("org.bytedeco.javacpp.maxphysicalbytes") == null) {
      System.setProperty("org.bytedeco.javacpp.maxphysicalbytes", "0");
    }
    THREADS_FOUND = torch.get_num_threads();
    useThreads(1);
  }

  private NativeLibrary() {}

  /** Makes sure that the library is loaded and set up; does nothing the second time. */
  public static void load() {
    // the static initialiser has done it
  }

  /**
   * Says that this thread computes with one native thread; every thread that trains calls it once.
   */
  public static void useOneThread() {
    useThreads(1);
  }

  /**
   * Lets this thread compute with as many native threads as there were before the library was
   * loaded: for programs that train by a loop of their own.
   */
  public static void useThreadsFound() {
    useThreads(THREADS_FOUND);
  }

  private static void useThreads(int threads) {
    torch.set_num_threads(threads);
    if (openblas_nolapack.blas_get_num_threads() != threads) { // which is that of all threads
      openblas_nolapack.blas_set_num_threads(threads);
    }
  }
}
