package dev.bridle.export;

import ai.onnxruntime.OrtEnvironment;
import dev.bridle.file.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarEntry;

/**
 * The native libraries of ONNX Runtime, unpacked once below {@code .cache/bridle} in the user's
 * home and found there by later processes.
 *
 * <p>By itself the runtime unpacks them into a new temporary folder at every start, 29 MB, of which
 * an empty folder remains, or all of it where the process is killed. It does so still where a
 * folder is named by {@code onnxruntime.native.path}, or where this way is barred: no home, a full
 * disk, a platform that is not known here.
 */
final class OnnxLibraries {
  private static final String PROPERTY = "onnxruntime.native.path";
  private static final List<String> NAMES = List.of("onnxruntime", "onnxruntime4j_jni");

  private OnnxLibraries() {}

  /** Tells the runtime, before it starts, where its libraries lie. */
  static void provide() {
    Path home = Path.of(System.getProperty("user.home", ""));
    if (System.getProperty(PROPERTY) == null && home.isAbsolute() && Files.isDirectory(home)) {
      unpacked(home.resolve(".cache/bridle"))
          .ifPresent(folder -> System.setProperty(PROPERTY, folder.toString()));
    }
  }

  /** The folder in which the libraries lie whole, if they could be brought there. */
  static Optional<Path> unpacked(Path cache) {
    try {
      JarEntry first = packed(NAMES.get(0)).getJarEntry();
      Path folder = cache.resolve("onnxruntime-" + Long.toHexString(first.getCrc()));
      Files.createDirectories(folder);
      AtomicFile.sweep(folder); // what a killed process was writing
      for (String name : NAMES) {
        unpack(packed(name), folder.resolve(System.mapLibraryName(name)));
      }
      return Optional.of(folder);
    } catch (IOException | SecurityException e) {
      return Optional.empty();
    }
  }

  private static JarURLConnection packed(String library) throws IOException {
    String name = "/ai/onnxruntime/native/" + platform() + "/" + System.mapLibraryName(library);
    URL found = OrtEnvironment.class.getResource(name);
    if (found != null && found.openConnection() instanceof JarURLConnection jar) {
      return jar;
    }
    throw new IOException(name + ": is in no jar");
  }

  /** The runtime's word for it: {@code linux-x64}. */
  private static String platform() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String first = system.contains("mac") ? "osx" : system.contains("win") ? "win" : "linux";
    boolean x64 = processor.equals("amd64") || processor.equals("x86_64");
    return first + "-" + (x64 ? "x64" : processor);
  }

  private static void unpack(JarURLConnection packed, Path file) throws IOException {
    long bytes = packed.getJarEntry().getSize();
    if (!Files.exists(file) || Files.size(file) != bytes) {
      try (InputStream in = packed.getInputStream()) {
        AtomicFile.write(file, bytes, in::transferTo);
      }
    }
  }
}
