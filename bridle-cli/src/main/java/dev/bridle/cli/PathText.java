package dev.bridle.cli;

import dev.bridle.recipe.Numbers;
import dev.bridle.study.path.Average;
import dev.bridle.study.path.LayerState;
import dev.bridle.study.path.Marks;
import dev.bridle.study.path.PathPlan;
import dev.bridle.study.path.PathPoint;
import dev.bridle.study.path.Refitted;
import dev.bridle.study.path.RegularizationPath;
import dev.bridle.study.result.StudyReport.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A regularization path for people: a row for each strength, and what the marks mean. */
final class PathText {
  private static final String INDENT = "  ";
  private static final String NONE = "none";
  private static final String WITHOUT = "without";
  private static final int DIGITS = 3;

  private final RegularizationPath path;
  private final Optional<Refitted> refitted;
  private final boolean apart;
  private final Optional<Double> seconds;

  /**
   * The text.
   *
   * @param refitted the choice, trained once more
   * @param wide whether layers are told apart, however wide the table
   * @param seconds how long it took
   */
  PathText(
      RegularizationPath path,
      Optional<Refitted> refitted,
      boolean wide,
      Optional<Double> seconds) {
    this.path = path;
    this.refitted = refitted;
    this.apart = wide || table(true).lines().allMatch(line -> line.length() <= Figures.WIDTH);
    this.seconds = seconds;
  }

  @Override
  public String toString() {
    PathPlan plan = path.plan();
    StringBuilder text = new StringBuilder();
    text.append(plan.sweep().recipe()).append(" on ").append(path.data()).append(": ");
    text.append(Figures.of(path.points().size(), "strength")).append(" x ");
    text.append(Figures.of(plan.replicates(), "replicate")).append(", ");
    text.append(plan.metric().name()).append("\n\n");
    text.append(table(apart)).append('\n');
    text.append(Figures.wrapped(legend(), ""));
    text.append('\n');
    path.marks().ifPresent(marks -> marks(marks, text));
    refitted.ifPresent(choice -> heldOut(choice, text));
    if (path.failed() > 0) {
      text.append(Figures.of(path.failed(), "training")).append(" diverged: in no mean\n");
    }
    seconds.ifPresent(s -> text.append("took ").append(Figures.tenths(s)).append(" s\n"));
    return text.toString();
  }

  private String table(boolean apart) {
    Table table =
        new Table(
            List.of(
                path.plan().sweep().parameter(),
                "validation",
                "train",
                "zeros, %",
                "norm",
                "inputs",
                "left",
                "mark"));
    table.add(row(isAlone() ? NONE : WITHOUT, path.reference(), "", apart));
    for (int i = 0; i < path.points().size(); i++) {
      PathPoint point = path.points().get(i);
      table.add(row(Numbers.print(point.strength()), point, mark(i), apart));
    }
    return table.toString();
  }

  /** Whether the recipe is nothing but the swept term. */
  private boolean isAlone() {
    return path.plan().sweep().without().terms().isEmpty();
  }

  private List<String> row(String strength, PathPoint point, String mark, boolean apart) {
    boolean diverged = point.layers().isEmpty();
    return List.of(
        strength,
        score(point.validation()),
        score(point.train()),
        layers(point, apart, layer -> Figures.tenths(100 * layer.share())),
        layers(point, apart, layer -> String.format(Locale.ROOT, "%.2f", layer.norm())),
        diverged ? "-" : count(point.alive()),
        diverged ? "-" : Figures.count(Math.round(point.parameters())),
        mark);
  }

  private String legend() {
    PathPoint some = path.points().get(0);
    return (isAlone() ? "" : WITHOUT + ": " + path.reference().recipe() + "; ")
        + "validation: on rows that training does not see; ±: standard error; zeros and norm: of "
        + (apart ? String.join(", ", path.layers()) : "all weights, --wide shows them by layer")
        + "; inputs: those whose weights in the first layer are not all 0"
        + (some.layers().isEmpty() ? "" : ", of " + count(some.inputs()))
        + "; left: parameters that bridle prune would leave";
  }

  private void marks(Marks marks, StringBuilder text) {
    text.append(marked("best", marks.best(), "the best mean validation score"));
    text.append(
        marked(
            "1-se",
            marks.strongest(),
            "the strongest whose difference to the best is within one standard error"));
    text.append(
        marked(
            "study", marks.weakest(), "the weakest of those, which bridle compare would choose"));
    if (marks.atBorder()) {
      text.append("the best is at the end of the path: a longer one may find a better\n");
    }
  }

  private void heldOut(Refitted choice, StringBuilder text) {
    if (choice.test().isPresent()) {
      String scores =
          "held out: "
              + choice.recipe()
              + ", trained once more on all other rows, has "
              + estimate(choice.test().get())
              + choice
                  .reference()
                  .map(e -> ", " + path.reference().recipe() + " " + estimate(e))
                  .orElse("")
              + ", on "
              + Figures.of(choice.rows(), "row")
              + " that nothing was chosen by";
      text.append(Figures.wrapped(scores, ""));
    } else {
      text.append("no rows are held out: there are too few\n");
    }
  }

  private String estimate(Estimate estimate) {
    String form = "%." + decimals() + "f";
    String mean = String.format(Locale.ROOT, form, estimate.mean());
    return estimate.low().isEmpty() || estimate.high().isEmpty()
        ? mean
        : mean
            + String.format(
                Locale.ROOT,
                " (95 %% interval " + form + " to " + form + ")",
                estimate.low().get(),
                estimate.high().get());
  }

  private String marked(String name, int place, String meaning) {
    String line = name + INDENT + path.points().get(place).recipe() + ": " + meaning;
    String wrapped = Figures.wrapped(line.substring(name.length()).strip(), " ".repeat(7));
    return name + wrapped.substring(name.length());
  }

  private String mark(int place) {
    List<String> names = new ArrayList<>();
    path.marks().filter(m -> m.best() == place).ifPresent(m -> names.add("best"));
    path.marks().filter(m -> m.strongest() == place).ifPresent(m -> names.add("1-se"));
    path.marks().filter(m -> m.weakest() == place).ifPresent(m -> names.add("study"));
    return String.join(" ", names);
  }

  private String score(Optional<Average> average) {
    if (average.isEmpty()) {
      return "diverged";
    }
    int decimals = decimals();
    String mean = String.format(Locale.ROOT, "%." + decimals + "f", average.get().mean());
    return path.plan().replicates() < 2
        ? mean
        : mean + String.format(Locale.ROOT, " ± %." + decimals + "f", average.get().error());
  }

  /** As many as make four digits of the smallest score. */
  private int decimals() {
    double size =
        path.points().stream()
            .flatMap(point -> point.validation().stream())
            .mapToDouble(average -> Math.abs(average.mean()))
            .filter(mean -> mean > 1e-9 && mean < 1e9)
            .min()
            .orElse(1);
    return Math.min(6, Math.max(0, DIGITS - (int) Math.floor(Math.log10(size))));
  }

  private static String layers(PathPoint point, boolean apart, Function<LayerState, String> text) {
    if (point.layers().isEmpty()) {
      return "-";
    }
    return apart
        ? point.layers().stream().map(text).collect(Collectors.joining(" "))
        : text.apply(LayerState.together(point.layers()));
  }

  /** A mean of counts: without decimals where it is whole. */
  private static String count(double mean) {
    return mean == Math.rint(mean) ? Figures.count(Math.round(mean)) : Figures.tenths(mean);
  }
}
