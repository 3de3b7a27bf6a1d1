package dev.bridle.study.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that holds a study, as its lock file tells: {@code 4711 host}.
 *
 * @param pid its number
 * @param host the machine's name
 */
record Owner(long pid, String host) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,18}) ([\\x21-\\x7e]{1,255})\\s*");
  private static final Path LINUX_HOST = Path.of("/proc/sys/kernel/hostname");

  /** This process. */
  static Owner self() {
    return new Owner(ProcessHandle.current().pid(), thisHost());
  }

  static Optional<Owner> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(new Owner(Long.parseLong(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }

  String text() {
    return pid + " " + host + "\n";
  }

  /** For messages: {@code process 4711 on host}. */
  @Override
  public String toString() {
    return "process " + pid + " on " + host;
  }

  /** The machine's name without asking the network, which may take seconds to answer. */
  private static String thisHost() {
    String name = "";
    try {
      name = Files.exists(LINUX_HOST) ? Files.readString(LINUX_HOST) : "";
    } catch (IOException e) {
      // Then as on other systems.
    }
    if (name.isBlank()) {
      name =
          System.getenv()
              .getOrDefault("COMPUTERNAME", System.getenv().getOrDefault("HOSTNAME", ""));
    }
    String plain = name.strip().replaceAll("[^\\x21-\\x7e]", "_");
    return plain.isEmpty() ? "this-machine" : plain;
  }
}
