package dev.bridle.study.store;

import dev.bridle.file.Json;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sqlite.JDBC;

/** Another process that works on a study: {@link ChildWriter} says what it can do. */
final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private Child(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  /** Starts a process whose temporary files go to {@code temporary}. */
  static Child start(Path temporary, String... arguments) throws IOException {
    return new Child(
        new ProcessBuilder(command(temporary, arguments)).redirectErrorStream(true).start());
  }

  /** The same under a shell that first runs {@code limits}. */
  static Child startLimited(String limits, Path temporary, String... arguments) throws IOException {
    String java =
        command(temporary, arguments).stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    List<String> shell = List.of("sh", "-c", limits + "; exec " + java);
    return new Child(new ProcessBuilder(shell).redirectErrorStream(true).start());
  }

  private static List<String> command(Path temporary, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:-UsePerfData");
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-cp");
    command.add(
        Stream.of(ChildWriter.class, StudyStore.class, Json.class, JDBC.class)
            .map(Child::place)
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(ChildWriter.class.getName());
    command.addAll(List.of(arguments));
    return command;
  }

  private static String place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    try {
      return Path.of(source.getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  /** The next line it prints; empty if it has ended. */
  Optional<String> line() throws IOException {
    return Optional.ofNullable(output.readLine());
  }

  /** All lines up to its end. */
  List<String> rest() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Optional<String> line = line(); line.isPresent(); line = line()) {
      lines.add(line.get());
    }
    return lines;
  }

  /**
   * Ends it without a chance to clean up, as {@code kill -9} does. By its handle, since the process
   * itself would close its output, of which not all may have been read.
   */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  /** Lets a process go on that waits for its input to end. */
  void letGo() throws IOException {
    process.getOutputStream().close();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
