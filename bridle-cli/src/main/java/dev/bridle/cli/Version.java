package dev.bridle.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The versions of Bridle and of Java. Loads nothing else: asking for them is quick. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "Bridle " + bridle(), "Java " + java() + ", " + System.getProperty("java.vm.name")
    };
  }

  /** Bridle's own, as the build wrote it down. */
  static String bridle() {
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(Objects.requireNonNull(in, "version.properties"));
      return properties.getProperty("version", "?");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** That of the JVM it runs on. */
  static String java() {
    return System.getProperty("java.version", "?");
  }
}
