package dev.bridle.study.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One browser for all tests of a class, which are skipped, each of them, where there is none. */
final class InBrowser implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  private final Supplier<Path> folder;
  private Optional<Browser> browser = Optional.empty();

  /**
   * A browser that starts with the first test.
   *
   * @param folder where it keeps its profile, and pages lie; asked when it starts
   */
  InBrowser(Supplier<Path> folder) {
    this.folder = folder;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    Optional<Path> program = Browser.program();
    if (program.isPresent()) {
      browser = Optional.of(Browser.start(program.get(), folder.get()));
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    assumeTrue(browser.isPresent(), "no Chromium on the path, so no page is opened in one");
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    if (browser.isPresent()) {
      browser.get().close();
    }
  }

  /** The browser, while a test runs. */
  Browser browser() {
    return browser.orElseThrow();
  }

  /** Opens a page on a desk, in light colours. */
  void open(String name, String html) throws Exception {
    Path file = folder.get().resolve(name + ".html");
    Files.writeString(file, html);
    browser().show(1280, 900, "light");
    browser().open(file);
  }
}
