package dev.bridle.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OnnxLibrariesTest {
  @TempDir Path cache;

  @Test
  void libraries_areUnpackedOnce_andAgainWhereOneIsNotWhole() throws IOException {
    Path folder = OnnxLibraries.unpacked(cache).orElseThrow();
    Path runtime = folder.resolve(System.mapLibraryName("onnxruntime"));
    Path bridge = folder.resolve(System.mapLibraryName("onnxruntime4j_jni"));
    long size = Files.size(runtime);
    assertThat(size).isGreaterThan(10_000_000);
    FileTime past = FileTime.from(Instant.EPOCH);
    Files.setLastModifiedTime(runtime, past);
    Files.write(bridge, new byte[10]);
    assertThat(OnnxLibraries.unpacked(cache)).contains(folder);
    assertThat(Files.getLastModifiedTime(runtime)).isEqualTo(past);
    assertThat(Files.size(bridge)).isGreaterThan(10_000);
    Files.write(runtime, new byte[10]);
    OnnxLibraries.unpacked(cache);
    assertThat(runtime).hasSize(size);
  }

  @Test
  void cacheThatCannotBeMade_isNone() throws IOException {
    Path file = Files.writeString(cache.resolve("file"), "text");
    assertThat(OnnxLibraries.unpacked(file.resolve("below"))).isEmpty();
  }
}
