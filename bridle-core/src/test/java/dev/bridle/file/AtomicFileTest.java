package dev.bridle.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {
  @TempDir Path directory;
  private Path target;

  @BeforeEach
  void chooseTarget() {
    target = directory.resolve("report.html");
  }

  @Test
  void write_newFile_hasTheContent() throws IOException {
    AtomicFile.write(target, out -> out.write("new".getBytes(UTF_8)));

    assertThat(target).hasContent("new");
    assertThat(TestFiles.names(directory)).containsExactly("report.html");
  }

  @Test
  void write_existingFile_isReplacedOnlyAtTheEnd() throws IOException {
    Files.writeString(target, "old and longer");

    AtomicFile.write(
        target,
        out -> {
          out.write("new".getBytes(UTF_8));
          out.flush();
          assertThat(target).hasContent("old and longer");
          assertThat(TestFiles.names(directory)).hasSize(2);
        });

    assertThat(target).hasContent("new");
    assertThat(TestFiles.names(directory)).containsExactly("report.html");
  }

  @Test
  void write_writerThrowsIoException_oldFileIntactAndNothingElse() throws IOException {
    Files.writeString(target, "old");

    assertThatThrownBy(() -> AtomicFile.write(target, failing(new IOException("disk on fire"))))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage(target + ": cannot be written: disk on fire");

    assertThat(target).hasContent("old");
    assertThat(TestFiles.names(directory)).containsExactly("report.html");
  }

  @Test
  void write_writerThrowsRuntimeException_comesOutAndNothingStays() throws IOException {
    IllegalStateException bug = new IllegalStateException("bug");

    assertThatThrownBy(() -> AtomicFile.write(target, failing(bug))).isSameAs(bug);

    assertThat(TestFiles.names(directory)).isEmpty();
  }

  @Test
  void write_writerThrowsError_comesOutAndNothingStays() throws IOException {
    Error error = new OutOfMemoryError("no room");

    assertThatThrownBy(() -> AtomicFile.write(target, failing(error))).isSameAs(error);

    assertThat(TestFiles.names(directory)).isEmpty();
  }

  @Test
  void write_writerClosesTheStream_isHarmless() throws IOException {
    AtomicFile.write(
        target,
        out -> {
          try (Writer text = new OutputStreamWriter(out, UTF_8)) {
            text.write("größer");
          }
        });

    assertThat(Files.readString(target)).isEqualTo("größer");
  }

  @Test
  void write_knownSizeBeyondTheDisk_messageHasBytesNeededAndFree() {
    ContentWriter full = failing(new IOException("No space left on device"));

    assertThatThrownBy(() -> AtomicFile.write(target, Long.MAX_VALUE, full))
        .hasMessageMatching(
            "(?s).*report.html: cannot be written: No space left on device"
                + " \\(9223372036854775807 bytes needed, \\d+ free\\)");
  }

  @Test
  void write_missingDirectory_isNamed() {
    Path missing = directory.resolve("nowhere");

    assertThatThrownBy(() -> AtomicFile.write(missing.resolve("x.csv"), out -> {}))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage(
            missing.resolve("x.csv") + ": cannot be written: there is no directory " + missing);
  }

  @Test
  void write_readOnlyDirectory_isNamed() throws IOException {
    Path locked = Files.createDirectory(directory.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeThat(Files.isWritable(locked)).as("the superuser may write anywhere").isFalse();

    assertThatThrownBy(() -> AtomicFile.write(locked.resolve("x.csv"), out -> {}))
        .hasMessage(
            locked.resolve("x.csv")
                + ": cannot be written: the directory "
                + locked
                + " cannot be written to");
  }

  @Test
  void write_ontoDirectory_isRefused() throws IOException {
    assertThatThrownBy(() -> AtomicFile.write(directory, out -> {}))
        .hasMessage(directory + ": cannot be written: it is a directory");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void write_ontoSocket_isRefused() throws IOException {
    Path socket = directory.resolve("s");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));

      assertThatThrownBy(() -> AtomicFile.write(socket, out -> {}))
          .hasMessage(socket + ": cannot be written: it is not a regular file");
    }
  }

  @Test
  void write_throughRelativeLink_replacesWhatItPointsTo() throws IOException {
    Path real = Files.createDirectory(directory.resolve("real"));
    Files.writeString(real.resolve("file"), "old");
    Files.createSymbolicLink(target, Path.of("real", "file"));

    AtomicFile.write(target, out -> out.write('n'));

    assertThat(target).isSymbolicLink();
    assertThat(real.resolve("file")).isRegularFile().hasContent("n");
    assertThat(TestFiles.names(real)).containsExactly("file");
  }

  @Test
  void write_throughDanglingLink_makesTheFile() throws IOException {
    Files.createSymbolicLink(target, directory.resolve("later"));

    AtomicFile.write(target, out -> out.write('n'));

    assertThat(target).isSymbolicLink();
    assertThat(directory.resolve("later")).hasContent("n");
  }

  @Test
  void write_throughLinksInACircle_isRefused() throws IOException {
    Files.createSymbolicLink(target, directory.resolve("b"));
    Files.createSymbolicLink(directory.resolve("b"), target);

    assertThatThrownBy(() -> AtomicFile.write(target, out -> {}))
        .hasMessage(target + ": cannot be written: its symbolic links lead in a circle");
  }

  @Test
  void write_existingFile_keepsItsPermissions() throws IOException {
    Files.writeString(target, "private");
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r-----"));

    AtomicFile.write(target, out -> out.write('n'));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void write_newFile_hasThePermissionsOfAnyNewFile() throws IOException {
    Path ordinary = Files.writeString(directory.resolve("ordinary"), "x");

    AtomicFile.write(target, out -> out.write('n'));

    assertThat(Files.getPosixFilePermissions(target))
        .isEqualTo(Files.getPosixFilePermissions(ordinary));
  }

  private static ContentWriter failing(Throwable failure) {
    return out -> {
      out.write("half".getBytes(UTF_8));
      out.flush();
      if (failure instanceof IOException e) {
        throw e;
      }
      if (failure instanceof RuntimeException e) {
        throw e;
      }
      throw (Error) failure;
    };
  }
}
