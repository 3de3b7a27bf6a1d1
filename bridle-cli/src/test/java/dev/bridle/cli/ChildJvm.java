package dev.bridle.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process of its own, with other options than that of the tests. */
final class ChildJvm {
  private static final String NEXT = "--next";

  private ChildJvm() {}

  /**
   * Runs commands one after the other in one process.
   *
   * @param folder for what the process prints
   * @param options of Java, such as {@code -Xmx100m}
   */
  static List<String> run(Path folder, List<String> options, List<List<String>> commands)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(options);
    line.addAll(List.of("-Dorg.bytedeco.javacpp.maxphysicalbytes=0", "-Djava.awt.headless=true"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), ChildJvm.class.getName()));
    for (List<String> command : commands) {
      line.addAll(command);
      line.add(NEXT);
    }
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("two minutes went by: " + Files.readString(said));
    }
    return Files.readString(said, StandardCharsets.UTF_8).lines().toList();
  }

  /** Prints a line for each command: its exit code and what it said on standard error. */
  public static void main(String[] args) {
    List<String> command = new ArrayList<>();
    for (String word : args) {
      if (!word.equals(NEXT)) {
        command.add(word);
        continue;
      }
      Run run = Run.of(command.toArray(String[]::new));
      String line = "exit " + run.code() + " " + run.err().replace('\n', ' ') + "\n";
      System.out.writeBytes(line.getBytes(StandardCharsets.UTF_8));
      command.clear();
    }
    System.exit(0);
  }
}
