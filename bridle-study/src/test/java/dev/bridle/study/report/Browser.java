package dev.bridle.study.report;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A headless Chromium with one page, driven by the DevTools protocol. */
final class Browser implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final List<JsonNode> events = new ArrayList<>();
  private int calls;

  private Browser(Process process, URI page) {
    this.process = process;
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(page, new BrowserMessages(messages))
            .join();
  }

  /** The program on this machine, if it has one. */
  static Optional<Path> program() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome", "chrome")
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts the program with a profile of its own. */
  static Browser start(Path program, Path profile) throws Exception {
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-dev-shm-usage",
                "--disable-sync",
                "--hide-scrollbars",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--remote-allow-origins=*",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("browser.log").toFile())
            .start();
    Browser browser = new Browser(process, page(profile));
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      browser.call(domain + ".enable", Map.of());
    }
    return browser;
  }

  private static URI page(Path profile) throws Exception {
    Path ports = profile.resolve("DevToolsActivePort");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!Files.exists(ports) || Files.readAllLines(ports).size() < 2) {
      if (System.nanoTime() > end) {
        throw new IOException("the browser did not start; see " + profile.resolve("browser.log"));
      }
      Thread.sleep(50);
    }
    URI list = URI.create("http://127.0.0.1:" + Files.readAllLines(ports).get(0) + "/json/list");
    String targets =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString())
            .body();
    for (JsonNode target : JSON.readTree(targets)) {
      if (target.get("type").asString().equals("page")) {
        return URI.create(target.get("webSocketDebuggerUrl").asString());
      }
    }
    throw new IOException("no page among " + targets);
  }

  /** Calls a method of the protocol and waits for its result; events meanwhile are kept. */
  JsonNode call(String method, Map<String, ?> parameters) throws Exception {
    int id = ++calls;
    String request =
        JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
    socket.sendText(request, true).join();
    while (true) {
      JsonNode message = next();
      if (message.path("id").asInt(-1) == id) {
        if (message.has("error")) {
          throw new IOException(method + ": " + message.get("error"));
        }
        return message.get("result");
      }
      events.add(message);
    }
  }

  private JsonNode next() throws Exception {
    JsonNode message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (message == null) {
      throw new IOException("the browser does not answer");
    }
    return message;
  }

  /** Opens a file and waits until it has been loaded and drawn. */
  void open(Path file) throws Exception {
    events.clear();
    call("Page.navigate", Map.of("url", file.toUri().toString()));
    while (events.stream().noneMatch(e -> is(e, "Page.loadEventFired"))) {
      events.add(next());
    }
    settle();
  }

  /** Waits until the page has had time to react: two frames. */
  void settle() throws Exception {
    evaluate("new Promise(f => requestAnimationFrame(() => requestAnimationFrame(() => f(1))))");
  }

  /** The value of an expression, as text. */
  String evaluate(String expression) throws Exception {
    JsonNode result =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (result.has("exceptionDetails")) {
      throw new IOException(expression + ": " + result.get("exceptionDetails"));
    }
    return result.get("result").path("value").asString("");
  }

  /** What the page complained of: errors, exceptions, violated policies. */
  List<String> complaints() {
    return events.stream()
        .filter(
            e ->
                is(e, "Runtime.exceptionThrown")
                    || is(e, "Runtime.consoleAPICalled")
                    || is(e, "Log.entryAdded")
                    || is(e, "Page.javascriptDialogOpening"))
        .map(JsonNode::toString)
        .toList();
  }

  /** The addresses that the page asked for. */
  List<String> requests() {
    return events.stream()
        .filter(e -> is(e, "Network.requestWillBeSent"))
        .map(e -> e.at("/params/request/url").asString())
        .toList();
  }

  /** Sets the size of the window and the reader's preference for light or dark. */
  void show(int width, int height, String scheme) throws Exception {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    settle();
  }

  /** Keeps a picture of the whole page. */
  void photograph(Path file) throws Exception {
    JsonNode picture =
        call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Base64.getDecoder().decode(picture.get("data").asString()));
  }

  @Override
  public void close() throws Exception {
    try {
      call("Browser.close", Map.of());
    } catch (IOException e) {
      process.destroy();
    }
    socket.abort();
    if (!process.waitFor(Duration.ofSeconds(10).toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  private static boolean is(JsonNode event, String method) {
    return event.path("method").asString("").equals(method);
  }
}
