package dev.bridle.study.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A set of 6 + 4 images of 2 x 3 pixels, whole and damaged. */
final class IdxFolderTest {
  private static final String IMAGES = "train-images-idx3-ubyte";
  private static final String LABELS = "train-labels-idx1-ubyte";

  @TempDir Path folder;

  @BeforeEach
  void makeSet() throws IOException {
    write(IMAGES, images(6, 0));
    write(LABELS, labels(0, 1, 2, 3, 4, 5));
    write("t10k-images-idx3-ubyte.gz", packed(images(4, 100)));
    write("t10k-labels.idx1-ubyte", labels(9, 8, 7, 6));
  }

  @Test
  void read_plainAndPacked_testImagesComeLast() {
    Images images = read();
    assertThat(images.name()).isEqualTo("mnist");
    assertThat(images.count()).isEqualTo(10);
    assertThat(images.test()).isEqualTo(4);
    assertThat(images.shape()).containsExactly(1, 2, 3);
    assertThat(images.labels()).containsExactly(0, 1, 2, 3, 4, 5, 9, 8, 7, 6);
    assertThat(images.pixels(1)).containsExactly(6, 7, 8, 9, 10, 11);
    assertThat(images.pixels(6)).containsExactly(100, 101, 102, 103, 104, 105);
  }

  @Test
  void sha256_isThatOfTheContent_packedOrNot() throws IOException {
    String known = read().sha256();
    write(IMAGES, packed(images(6, 0)));
    assertThat(read().sha256()).isEqualTo(known);
    write(LABELS, labels(0, 1, 2, 3, 4, 4));
    assertThat(read().sha256()).isNotEqualTo(known);
  }

  @Test
  void read_otherMagicNumber_isNamed() throws IOException {
    write(IMAGES, labels(1, 2));
    assertWrong(
        IMAGES,
        "at byte 0: found 0x00000801, expected 0x00000803 (unsigned bytes of 3 dimensions)");
  }

  @Test
  void read_truncatedFile_namesWhatTheHeaderPromised() throws IOException {
    write(IMAGES, Arrays.copyOf(images(6, 0), 40));
    assertWrong(
        IMAGES,
        "at byte 4: found dimensions of 36 numbers in all, expected 24, since the file has 40"
            + " bytes");
    write(IMAGES, Arrays.copyOf(images(6, 0), 9));
    assertWrong(IMAGES, "at byte 9: found the end of the file, expected 16 bytes");
    write(IMAGES, packed(Arrays.copyOf(images(6, 0), 40)));
    assertWrong(IMAGES, "at byte 40: found the end of the file, expected 52 bytes");
  }

  @Test
  void read_moreBytesThanPromised_areRefused() throws IOException {
    write(IMAGES, Arrays.copyOf(images(6, 0), 53));
    assertWrong(
        IMAGES,
        "at byte 4: found dimensions of 36 numbers in all, expected 37, since the file has 53"
            + " bytes");
    write(IMAGES, packed(Arrays.copyOf(images(6, 0), 53)));
    assertWrong(
        IMAGES, "at byte 52: found more bytes, expected the end of the file, by its header");
  }

  @Test
  void read_hugeDimensions_areRefusedBeforeRoomIsMade() throws IOException {
    byte[] header = ByteBuffer.allocate(16).putInt(0x803).putInt(2_000_000_000).array();
    ByteBuffer.wrap(header).putInt(8, 1000).putInt(12, 1000);
    write(IMAGES, header);
    assertWrong(
        IMAGES,
        "at byte 4: found dimensions of 2,000,000,000,000,000 numbers in all, expected 0, since"
            + " the file has 16 bytes");
    byte[] packed = packed(header);
    write(IMAGES, packed);
    assertThatThrownBy(this::read)
        .isInstanceOf(ImageException.class)
        .hasMessageContaining(
            "expected at most " + String.format("%,d", 1032 * packed.length - 16));
    ByteBuffer.wrap(header).putInt(4, -1);
    write(IMAGES, header);
    assertWrong(IMAGES, "at byte 4: found a dimension of -1, expected at least 1");
  }

  /** Case 21 of docs/reliability.md: 3 MB that come out of gzip as 3 GB. */
  @Test
  void read_moreThanTheHeapHoldsOutOfGzip_isRefusedBeforeRoomIsMade() throws IOException {
    byte[] header = ByteBuffer.allocate(16).putInt(0x803).putInt(2000).putInt(1000).array();
    ByteBuffer.wrap(header).putInt(12, 1000);
    byte[] packed = packed(header);
    write(IMAGES, Arrays.copyOf(packed, 3_000_000)); // as long as if all were in it
    assertThatThrownBy(this::read)
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("found dimensions of 2,000,000,000 numbers in all, expected at most")
        .hasMessageContaining("one for every 10 bytes of heap");
  }

  /** Case 21: what is read is whole, anything else is a refusal that names the file. */
  @Test
  void read_randomDamage_isReadOrRefused() throws IOException {
    damage(1, 2000);
  }

  @Tag("slow")
  @Test
  void read_muchRandomDamage_isReadOrRefused() throws IOException {
    damage(2, 100_000);
  }

  private void damage(long seed, int trials) throws IOException {
    Random random = new Random(seed);
    int refused = 0;
    for (int trial = 0; trial < trials; trial++) {
      byte[] whole = random.nextBoolean() ? images(6, 0) : packed(images(6, 0));
      byte[] bytes =
          random.nextInt(4) > 0 ? whole : Arrays.copyOf(whole, random.nextInt(whole.length));
      for (int i = random.nextInt(3); i >= 0 && bytes.length > 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      write(IMAGES, bytes);
      try {
        assertThat(read().count()).isEqualTo(6 + 4);
      } catch (ImageException e) {
        assertThat(e.getMessage()).startsWith(folder.toString()).hasSizeLessThan(600);
        refused++;
      }
    }
    assertThat(refused).isBetween(trials / 3, trials - 1);
  }

  @Test
  void read_labelsThatDoNotFit_areNamed() throws IOException {
    write(LABELS, labels(0, 1, 2, 3, 37, 5));
    assertWrong(LABELS, "at byte 12: found label 37, expected 0 to 9");
    write(LABELS, labels(0, 1, 2));
    assertWrong(
        LABELS, "at byte 4: found 3 labels, expected 6, as many as there are images in " + IMAGES);
  }

  @Test
  void read_damagedGzip_isSaid() throws IOException {
    byte[] packed = packed(images(6, 0));
    packed[packed.length - 6] ^= 1; // in the checksum
    write(IMAGES, packed);
    assertThatThrownBy(this::read)
        .isInstanceOf(ImageException.class)
        .hasMessageContaining(IMAGES + ": damaged gzip: ");
    write(IMAGES, Arrays.copyOf(packed, packed.length - 12));
    assertThatThrownBy(this::read)
        .isInstanceOf(ImageException.class)
        .hasMessageContaining(IMAGES + ": ");
  }

  @Test
  void read_missingFile_namesTheFourAndWhereTheyComeFrom() throws IOException {
    Files.delete(folder.resolve(LABELS));
    assertThatThrownBy(this::read)
        .isInstanceOf(ImageException.class)
        .hasMessageStartingWith(
            folder + ": no file " + LABELS + " or " + LABELS + ".gz; expected the four files ")
        .hasMessageContaining("t10k-labels-idx1-ubyte, as they are or with .gz")
        .hasMessageContaining("MNIST");
  }

  private Images read() {
    return IdxFolder.read(NamedSet.MNIST, folder);
  }

  private void assertWrong(String name, String message) {
    assertThatThrownBy(this::read)
        .isInstanceOf(ImageException.class)
        .hasMessage(folder.resolve(name) + ": " + message);
  }

  private void write(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
  }

  private static byte[] images(int count, int first) {
    ByteBuffer file = ByteBuffer.allocate(16 + 6 * count);
    file.putInt(0x803).putInt(count).putInt(2).putInt(3);
    for (int i = 0; i < 6 * count; i++) {
      file.put((byte) (first + i));
    }
    return file.array();
  }

  private static byte[] labels(int... labels) {
    ByteBuffer file = ByteBuffer.allocate(8 + labels.length).putInt(0x801).putInt(labels.length);
    for (int label : labels) {
      file.put((byte) label);
    }
    return file.array();
  }

  private static byte[] packed(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }
}
