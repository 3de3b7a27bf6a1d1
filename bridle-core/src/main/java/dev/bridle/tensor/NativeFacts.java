package dev.bridle.tensor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/**
 * What was found of the native libraries, for people who look for what is wrong with them.
 *
 * @param platform the name of the machine's kind: {@code linux-x86_64}
 * @param libtorch its version
 * @param instructions the widest vector instructions that libtorch uses
 * @param blas which library multiplies matrices
 * @param threads how many native threads a calling thread computes with
 */
public record NativeFacts(
    String platform, String libtorch, String instructions, String blas, int threads) {
  private static final Pattern VERSION = Pattern.compile("TORCH_VERSION=([0-9][0-9.a-z+]*)");
  private static final int OPENBLAS = 2; // as JavaCPP numbers them
  private static final int MKL = 3;

  /**
   * Loads the libraries, if they are not loaded yet, and asks them.
   *
   * @throws LinkageError if they cannot be loaded
   */
  public static NativeFacts load() {
    NativeLibrary.load();
    NativeLibrary.useOneThread();
    Matcher version = VERSION.matcher(text(torch.show_config()));
    return new NativeFacts(
        Loader.getPlatform(),
        version.find() ? version.group(1) : "unknown",
        text(torch.get_cpu_capability()),
        blas(openblas_nolapack.blas_get_vendor()),
        torch.get_num_threads());
  }

  /**
   * Where JavaCPP unpacks the libraries.
   *
   * @throws IOException if none of the folders it tries can be used
   */
  public static Path cacheFolder() throws IOException {
    return Loader.getCacheDir().toPath();
  }

  private static String blas(int vendor) {
    return switch (vendor) {
      case OPENBLAS -> openblas_nolapack.OPENBLAS_VERSION.strip();
      case MKL -> "MKL";
      default -> "unknown";
    };
  }

  private static String text(BytePointer pointer) {
    try (pointer) {
      return pointer.getString();
    }
  }
}
