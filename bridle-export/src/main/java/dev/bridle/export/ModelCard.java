package dev.bridle.export;

import dev.bridle.data.Task;
import dev.bridle.export.graph.AnswersOut;
import dev.bridle.model.TrainedNetwork;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What someone who is handed a model wants to know, as a page in Markdown beside it: what it was
 * trained on and how, its score, what was checked, what goes in and comes out, how fast it is.
 */
public final class ModelCard {
  private static final String FIRST_WORDS = "# Model card: ";
  private static final int MOST_NAMES = 20;

  /** What constraints may be outside after a projection: a rounding. */
  private static final double ROUNDING = 1e-5;

  private final StringBuilder page = new StringBuilder();

  private ModelCard() {}

  /**
   * The page.
   *
   * @param model the file of the model
   * @param network what it was made of
   * @param command what was typed to make it, as for a shell
   */
  public static String of(
      Path model,
      TrainedNetwork network,
      Origin origin,
      OnnxExport.Written written,
      String command) {
    ModelCard card = new ModelCard();
    card.page.append(FIRST_WORDS).append(Markdown.text(fileName(model))).append("\n\n");
    ModelInput input = new NetworkPredictor(network).input();
    card.facts(network, origin);
    card.checks(network, input, origin.producer(), written);
    card.page.append("\n## Inputs\n\n").append(InputCard.of(input));
    card.outputs(network.task(), written.answers());
    card.page.append("\n## Made by\n\n").append(Markdown.literally(command));
    return card.page.toString();
  }

  /** Where the card of a model is: beside it, under its name. */
  public static Path beside(Path model) {
    String name = fileName(model);
    int dot = name.lastIndexOf('.');
    return model.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".md");
  }

  /** Whether a file is the card of a model, which another may replace. */
  public static boolean isCard(Path file) throws IOException {
    byte[] start = FIRST_WORDS.getBytes(StandardCharsets.UTF_8);
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(start.length), start);
    }
  }

  private static String fileName(Path model) {
    return String.valueOf(model.getFileName());
  }

  private void facts(TrainedNetwork network, Origin origin) {
    page.append(Markdown.row("", "")).append("|---|---|\n");
    fact("task", task(network.task()));
    fact("recipe", origin.recipe());
    fact("network", network.compiled().architecture().toString());
    fact("parameters", count(ModelTexts.parameters(network)));
    if (!origin.data().isEmpty()) {
      fact("trained on", data(origin));
    }
    origin.scores().forEach(score -> fact("result", score));
  }

  private static String task(Task task) {
    return task instanceof Task.Classification classes
        ? "one of " + classes.outputs() + " classes: " + some(classes.classes())
        : "a number: " + some(((Task.Regression) task).targets());
  }

  static String some(List<String> names) {
    String shown = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    return names.size() > MOST_NAMES ? shown + " and others" : shown;
  }

  private static String data(Origin origin) {
    String size = origin.bytes() > 0 ? ", " + count(origin.bytes()) + " bytes" : ", built in";
    return origin.data() + size + (origin.sha256().isEmpty() ? "" : ", SHA-256 " + origin.sha256());
  }

  private void checks(
      TrainedNetwork network, ModelInput input, String producer, OnnxExport.Written written) {
    Verification check = written.verification();
    fact(
        "checked",
        String.format(
            Locale.ROOT,
            "%s rows made of %s%s, one by one and %d at a time: the largest difference to the"
                + " trained network is %.1e (allowed: %.0e)",
            count(check.rows()),
            check.source(),
            InputCard.hardRows(input),
            Verification.BATCH,
            check.difference(),
            Verification.TOLERANCE));
    network.violations().forEach((term, worst) -> fact("bound", bound(term, worst)));
    fact("size", count(written.bytes()) + " bytes");
    fact(
        "latency",
        String.format(
            Locale.ROOT,
            "%.0f microseconds for one row, %.0f for %d (medians; one thread, %s %s)",
            written.latency().oneRow(),
            written.latency().manyRows(),
            Latency.MANY,
            System.getProperty("os.name", "?"),
            System.getProperty("os.arch", "?")));
    fact("made with", "Bridle " + producer + ", Java " + System.getProperty("java.version", "?"));
  }

  private static String bound(String term, OptionalDouble worst) {
    if (worst.isEmpty()) {
      return term + ": not checked, since its limit counts from the start of the training";
    }
    double share = worst.getAsDouble();
    return share <= ROUNDING
        ? term + ": holds for all weights"
        : String.format(Locale.ROOT, "%s: broken by %.1e of the limit", term, share);
  }

  private void outputs(Task task, AnswersOut answers) {
    page.append("\n## Outputs\n\n");
    List<String> lines = new ArrayList<>();
    if (task instanceof Task.Classification classes) {
      lines.add(answers.label() + ", `[N]`: the most probable class");
      lines.add(
          answers.values()
              + ", `[N, "
              + classes.outputs()
              + "]`, float: of "
              + Markdown.text(some(classes.classes())));
    } else {
      List<String> targets = ((Task.Regression) task).targets();
      lines.add(
          answers.values()
              + ", `[N, "
              + targets.size()
              + "]`, double: "
              + Markdown.text(some(targets)));
    }
    lines.forEach(line -> page.append("- ").append(line).append('\n'));
  }

  private void fact(String name, String text) {
    page.append(Markdown.row(name, Markdown.text(text)));
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
