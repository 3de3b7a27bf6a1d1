package dev.bridle.study.report;

import dev.bridle.diagnostic.Finding;
import dev.bridle.diagnostic.LayerNorms;
import dev.bridle.diagnostic.Robustness;
import dev.bridle.study.result.Examined;
import dev.bridle.study.result.StudyReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the regularizers did: a look into the refitted networks of the recommended recipe and of the
 * baseline.
 *
 * @param notes what was found, the worst first
 * @param tables the numbers
 * @param norms of each kernel over the epochs
 * @param noise the score under noise on the inputs
 */
record Inside(
    List<Note> notes, List<Appendix.Table> tables, List<Panel> norms, Optional<Noise> noise) {
  private static final int POINTS = 80;
  private static final int DIGITS = 4;

  /**
   * Something that was found.
   *
   * @param severity how bad it is, a word
   * @param recipe in whose network
   * @param text plain sentences
   */
  record Note(String severity, String recipe, String text) {}

  /**
   * One weight's norm over the epochs.
   *
   * @param label the weight's name
   * @param axis of the norms
   * @param epochs the last one
   * @param lines one for each network
   * @param summary what there is to see, in words
   */
  record Panel(String label, Axis axis, int epochs, List<Line> lines, String summary) {}

  /**
   * The score under noise.
   *
   * @param unit of the score, below the axis
   * @param axis of the scores
   * @param lines one for each network
   * @param summary what there is to see, in words
   */
  record Noise(String unit, Axis axis, List<Line> lines, String summary) {}

  /**
   * A line of a chart.
   *
   * @param label the recipe
   * @param baseline whether it is the baseline's
   * @param points pairs of x and y
   */
  record Line(String label, boolean baseline, List<List<Double>> points) {}

  /** A look into the networks; empty if nobody looked. */
  static Optional<Inside> of(StudyReport study) {
    List<Examined> all = study.examined();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new Inside(notes(all), InsideTables.of(all), norms(all), noise(all)));
  }

  private static List<Note> notes(List<Examined> all) {
    List<Note> notes = new ArrayList<>();
    for (Examined one : all) {
      for (Finding finding : one.diagnostics().findings()) {
        String text = Text.sentence(finding.toString());
        notes.add(new Note(finding.severity().word(), one.recipe(), text));
      }
    }
    return notes;
  }

  private static List<Panel> norms(List<Examined> all) {
    return all.get(all.size() - 1).diagnostics().norms().stream()
        .map(own -> panel(own.weight(), all))
        .toList();
  }

  private static Panel panel(String weight, List<Examined> all) {
    List<Line> lines = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (Examined one : all) {
      for (LayerNorms norms : one.diagnostics().norms()) {
        if (norms.weight().equals(weight)) {
          lines.add(new Line(one.recipe(), one.baseline(), points(norms.thinned(POINTS))));
          words.add(one.recipe() + " from " + first(norms) + " to " + last(norms));
        }
      }
    }
    double most =
        lines.stream().flatMap(l -> l.points().stream()).mapToDouble(p -> p.get(1)).max().orElse(1);
    double epochs =
        lines.stream().flatMap(l -> l.points().stream()).mapToDouble(p -> p.get(0)).max().orElse(1);
    return new Panel(
        weight,
        Axis.covering(0, most),
        (int) epochs,
        lines,
        "Norm of " + weight + ": " + String.join("; ", words) + ".");
  }

  private static String first(LayerNorms norms) {
    return Numbers.fixed(norms.norms().get(0), 1);
  }

  private static String last(LayerNorms norms) {
    return Numbers.fixed(norms.norms().get(norms.norms().size() - 1), 1);
  }

  private static List<List<Double>> points(LayerNorms norms) {
    List<List<Double>> points = new ArrayList<>();
    for (int i = 0; i < norms.norms().size(); i++) {
      double epoch = norms.epochs().get(i);
      points.add(List.of(epoch, Numbers.rounded(norms.norms().get(i), DIGITS)));
    }
    return points;
  }

  private static Optional<Noise> noise(List<Examined> all) {
    List<Examined> measured =
        all.stream().filter(one -> one.diagnostics().robustness().isPresent()).toList();
    if (measured.isEmpty()) {
      return Optional.empty();
    }
    List<Line> lines =
        measured.stream()
            .map(one -> new Line(one.recipe(), one.baseline(), points(of(one))))
            .toList();
    double least =
        lines.stream().flatMap(l -> l.points().stream()).mapToDouble(p -> p.get(1)).min().orElse(0);
    double most =
        lines.stream().flatMap(l -> l.points().stream()).mapToDouble(p -> p.get(1)).max().orElse(1);
    Robustness first = of(measured.get(0));
    String words =
        lines.stream()
            .map(
                l ->
                    l.label()
                        + " "
                        + l.points().stream()
                            .map(p -> Numbers.fixed(p.get(1), 1))
                            .collect(Collectors.joining(", ")))
            .collect(Collectors.joining("; "));
    String levels =
        first.noise().stream().map(n -> Numbers.fixed(n, 1)).collect(Collectors.joining(", "));
    return Optional.of(
        new Noise(
            InsideTables.unit(first),
            Axis.covering(least, most),
            lines,
            InsideTables.unit(first) + ", under noise of " + levels + ": " + words + "."));
  }

  private static Robustness of(Examined one) {
    return one.diagnostics().robustness().orElseThrow();
  }

  private static List<List<Double>> points(Robustness robustness) {
    List<List<Double>> points = new ArrayList<>();
    for (int i = 0; i < robustness.scores().size(); i++) {
      double shown = InsideTables.shown(robustness, i);
      points.add(List.of(robustness.noise().get(i), Numbers.rounded(shown, DIGITS)));
    }
    return points;
  }
}
