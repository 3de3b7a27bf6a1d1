package dev.bridle.cli;

import dev.bridle.tensor.NativeFacts;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One thing that Bridle needs of the machine.
 *
 * @param what a word
 * @param isWell whether it is as it should be
 * @param found what was found
 * @param remedy what to do; empty if nothing
 */
record Checkup(String what, boolean isWell, String found, String remedy) {
  /** The natives take 445 MB unpacked. */
  private static final long UNPACKED = 500_000_000;

  private static final long LEAST_DISK = 100_000_000;
  private static final long LEAST_HEAP = 200_000_000;
  private static final long LEAST_MEMORY = 1_000_000_000;
  private static final int LEAST_JAVA = 17;

  /** All of them, in an order in which one helps to understand the next. */
  static List<Checkup> all() {
    return List.of(
        java(Runtime.version().feature(), System.getProperty("sun.arch.data.model", "?")),
        cache(),
        libtorch(),
        threads(),
        memory(physical(), Runtime.getRuntime().maxMemory()),
        disk(Path.of("").toAbsolutePath()));
  }

  static Checkup java(int feature, String bits) {
    String found =
        "Java " + Version.java() + ", " + bits + " bits, " + System.getProperty("java.home");
    if (feature < LEAST_JAVA || bits.equals("32")) {
      return wrong(
          "java", found, "install a JDK of 64 bits, version 17 or later, and set JAVA_HOME");
    }
    return well("java", found);
  }

  private static Checkup cache() {
    try {
      Path folder = NativeFacts.cacheFolder();
      boolean used = Files.isDirectory(folder) && isUsed(folder);
      return folder("cache", folder, used ? LEAST_DISK : UNPACKED);
    } catch (IOException e) {
      return wrong(
          "cache",
          "no folder to unpack native libraries into: " + e.getMessage(),
          "name one: JAVA_OPTS=-Dorg.bytedeco.javacpp.cachedir=FOLDER");
    }
  }

  /** Whether libraries have been unpacked already. */
  private static boolean isUsed(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.findAny().isPresent();
    }
  }

  private static Checkup disk(Path folder) {
    return folder("disk", folder, LEAST_DISK);
  }

  /** Whether a folder can be written to and has so many bytes left. */
  static Checkup folder(String what, Path folder, long bytes) {
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      return wrong(
          what,
          folder + " cannot be written to",
          what.equals("cache")
              ? "give yourself the right to, or name another: JAVA_OPTS="
                  + "-Dorg.bytedeco.javacpp.cachedir=FOLDER"
              : "work in another folder, or name one with --out");
    }
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      String found = folder + ", " + Figures.megabytes(free) + " left";
      return free >= bytes
          ? well(what, found)
          : wrong(what, found, "make room for " + Figures.megabytes(bytes) + " at least");
    } catch (IOException e) {
      return wrong(what, folder + ": " + e.getMessage(), "see whether the disk is well");
    }
  }

  private static Checkup libtorch() {
    try {
      NativeFacts facts = NativeFacts.load();
      return well(
          "libtorch",
          facts.libtorch()
              + " for "
              + facts.platform()
              + ", "
              + facts.instructions()
              + ", products by "
              + facts.blas());
    } catch (LinkageError e) {
      return wrong(
          "libtorch",
          "cannot be loaded: " + e.getMessage(),
          "build on this machine (./bridle does), for the libraries are those of one platform; on"
              + " Linux a C library of glibc 2.28 or later is needed");
    }
  }

  private static Checkup threads() {
    int cores = Runtime.getRuntime().availableProcessors();
    return well("threads", Figures.of(cores, "core") + "; a study trains on as many threads");
  }

  static Checkup memory(long physical, long heap) {
    String found =
        Figures.megabytes(physical)
            + " of the machine, "
            + Figures.megabytes(heap)
            + " of it for Java";
    boolean counted = !System.getProperty("org.bytedeco.javacpp.maxphysicalbytes", "0").equals("0");
    if (counted) {
      return wrong(
          "memory",
          found + "; native memory is counted against Java's",
          "leave out -Dorg.bytedeco.javacpp.maxphysicalbytes, or set it to 0");
    }
    return heap >= LEAST_HEAP && physical >= LEAST_MEMORY
        ? well("memory", found)
        : wrong("memory", found, "a machine or container of 1 GB or more; JAVA_OPTS=-Xmx1g");
  }

  /** Memory of the machine, or of the container it is run in. */
  private static long physical() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : Runtime.getRuntime().maxMemory();
  }

  private static Checkup well(String what, String found) {
    return new Checkup(what, true, found, "");
  }

  private static Checkup wrong(String what, String found, String remedy) {
    return new Checkup(what, false, found, remedy);
  }
}
