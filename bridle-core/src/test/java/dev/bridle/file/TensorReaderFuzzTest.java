package dev.bridle.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random damage: what comes out is the content or a refusal, and never much memory (case 21 of
 * docs/reliability.md).
 */
final class TensorReaderFuzzTest {
  @TempDir Path directory;
  private Path path;

  @BeforeEach
  void choosePath() {
    path = directory.resolve("model.safetensors");
  }

  @Test
  void read_randomDamageToTheHeader_isReadOrRefusedInLittleMemory() throws IOException {
    assertThat(accepted(23, 3000)).isBetween(10, 2000);
  }

  @Tag("slow")
  @Test
  void read_muchRandomDamageToTheHeader_isReadOrRefusedInLittleMemory() throws IOException {
    assertThat(accepted(24, 200_000)).isPositive();
  }

  private int accepted(long seed, int trials) throws IOException {
    Random random = new Random(seed);
    int accepted = 0;
    for (int i = 0; i < trials; i++) {
      HeaderMutation mutation = new HeaderMutation(random);
      Files.deleteIfExists(path); // some systems wait for the disk where a file is cut to nothing
      Files.write(path, TestFiles.file(mutation.header(), 24));
      accepted += isReadOrRefused(mutation.header()) ? 1 : 0;
    }
    return accepted;
  }

  @Test
  void read_randomBytes_isRefused() throws IOException {
    Random random = new Random(29);
    for (int i = 0; i < 500; i++) {
      byte[] header = new byte[random.nextInt(64)];
      random.nextBytes(header);
      Files.deleteIfExists(path);
      Files.write(path, TestFiles.file(header.length, header, new byte[8]));
      assertThat(isReadOrRefused("random bytes " + i)).isFalse();
    }
  }

  /** Whether the file was read; anything but a refusal in few words is a failure. */
  private boolean isReadOrRefused(String what) throws IOException {
    boolean[] read = {false};
    long allocated =
        Allocation.bytesWhile(
            () -> {
              try {
                read[0] = Safetensors.read(path).arrays().size() < 100;
              } catch (FileFormatException e) {
                assertThat(e.getMessage()).startsWith(path + ": ").hasSizeLessThan(600);
              }
            });
    assertThat(allocated).as(what).isLessThan(5_000_000);
    return read[0];
  }
}
