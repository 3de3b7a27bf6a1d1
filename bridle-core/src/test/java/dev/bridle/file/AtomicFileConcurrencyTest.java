package dev.bridle.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several writers at once, in this process and in others, and what killed ones leave. */
final class AtomicFileConcurrencyTest {
  @TempDir Path directory;
  private Path target;

  @BeforeEach
  void chooseTarget() {
    target = directory.resolve("report.html");
  }

  @Test
  void write_manyAtOnce_readerAlwaysSeesOneWhole() throws Exception {
    AtomicFile.write(target, out -> out.write("0".repeat(5000).getBytes(UTF_8)));
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Future<Void>> writers = new ArrayList<>();
      for (int i = 1; i <= 3; i++) {
        writers.add(threads.submit(writing(String.valueOf(i).repeat(5000))));
      }
      boolean running = true;
      while (running) {
        running = !writers.stream().allMatch(Future::isDone); // read once more after the last
        String seen = Files.readString(target);
        assertThat(seen).hasSize(5000);
        assertThat(seen.chars().distinct().count()).isEqualTo(1);
      }
      for (Future<Void> writer : writers) {
        writer.get();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(TestFiles.names(directory)).containsExactly("report.html");
  }

  @Test
  void sweep_removesWhatIsAbandonedAndNothingElse() throws IOException {
    Files.writeString(directory.resolve(".bridle-0123.tmp"), "half");
    Files.writeString(directory.resolve(".other.tmp"), "not ours");
    Files.createDirectory(directory.resolve(".bridle-folder.tmp"));
    Files.createSymbolicLink(directory.resolve(".bridle-link.tmp"), target);
    Files.writeString(target, "whole");

    assertThat(AtomicFile.sweep(directory)).isEqualTo(1);

    assertThat(TestFiles.names(directory))
        .containsExactly(".bridle-folder.tmp", ".bridle-link.tmp", ".other.tmp", "report.html");
  }

  @Test
  void sweep_whileThisProcessWrites_leavesItAlone() throws IOException {
    AtomicFile.write(
        target,
        out -> {
          out.write('n');
          assertThat(AtomicFile.sweep(directory)).isZero();
        });

    assertThat(target).hasContent("n");
  }

  @Test
  void sweep_byThisProcessAndThenByAnother_leavesTheWriterAlone() throws IOException {
    AtomicFile.write(
        target,
        out -> {
          out.write('n');
          int unused = AtomicFile.sweep(directory); // must not cost the writer its lock
          assertThat(firstLineOf(start(Sweeper.class, directory))).isEqualTo("removed 0");
        });

    assertThat(target).hasContent("n");
  }

  @Test
  void sweep_otherProcess_staysWhileItLivesAndGoesOnceItIsKilled() throws Exception {
    Files.writeString(target, "old");
    Process writer = start(WaitingWriter.class, target);
    try {
      assertThat(firstLineOf(writer)).isEqualTo("half written");
      assertThat(AtomicFile.sweep(directory)).isZero();
      assertThat(TestFiles.names(directory)).hasSize(2);
    } finally {
      writer.destroyForcibly().waitFor();
    }

    assertThat(target).hasContent("old");
    assertThat(AtomicFile.sweep(directory)).isEqualTo(1);
    assertThat(TestFiles.names(directory)).containsExactly("report.html");
  }

  private Callable<Void> writing(String content) {
    return () -> {
      for (int i = 0; i < 20; i++) {
        AtomicFile.write(target, out -> out.write(content.getBytes(UTF_8)));
      }
      return null;
    };
  }

  /** Starts a Java program with these classes. */
  private static Process start(Class<?> program, Path argument) throws IOException {
    String classPath =
        placeOf(AtomicFile.class) + System.getProperty("path.separator") + placeOf(program);
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ProcessBuilder(
            java.toString(), "-cp", classPath, program.getName(), argument.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String placeOf(Class<?> type) {
    URL place = type.getProtectionDomain().getCodeSource().getLocation();
    return Path.of(URI.create(place.toString())).toString();
  }

  private static String firstLineOf(Process process) throws IOException {
    return String.valueOf(process.inputReader(UTF_8).readLine());
  }

  /** A program that removes what is abandoned in a directory. */
  static final class Sweeper {
    private Sweeper() {}

    public static void main(String[] args) throws IOException {
      System.out.println("removed " + AtomicFile.sweep(Path.of(args[0])));
    }
  }

  /** A program that writes half a file and then waits until it is killed. */
  static final class WaitingWriter {
    private WaitingWriter() {}

    public static void main(String[] args) throws IOException {
      AtomicFile.write(
          Path.of(args[0]),
          out -> {
            out.write("half".getBytes(UTF_8));
            out.flush();
            System.out.println("half written");
            int unused = System.in.read();
          });
    }
  }
}
