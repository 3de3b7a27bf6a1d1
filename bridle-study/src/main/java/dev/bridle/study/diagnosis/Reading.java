package dev.bridle.study.diagnosis;

import dev.bridle.study.table.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One thing that a diagnosis says, for people.
 *
 * @param label a word or two
 * @param text a sentence without its full stop; names of the file in it are quoted and cut
 */
public record Reading(String label, String text) {
  private static final int SHOWN = 5;

  /** All that a diagnosis says, in a fixed order. */
  public static List<Reading> of(Diagnosis diagnosis) {
    List<Reading> readings = new ArrayList<>();
    readings.add(new Reading("rows", rows(diagnosis.overview())));
    readings.add(new Reading("columns", columns(diagnosis.overview())));
    readings.add(new Reading("missing", missing(diagnosis)));
    if (diagnosis.overview().features() == 0) {
      return readings;
    }
    readings.add(new Reading("zeros", zeros(diagnosis.overview())));
    diagnosis.classes().ifPresent(c -> readings.add(new Reading("classes", classes(c))));
    readings.add(new Reading("duplicates", duplicates(diagnosis.duplicates())));
    readings.add(new Reading("blocks", blocks(diagnosis.correlations())));
    diagnosis.relevance().ifPresent(r -> readings.add(new Reading("relevance", relevance(r))));
    diagnosis.labelNoise().ifPresent(n -> readings.add(new Reading("label noise", noise(n))));
    diagnosis.targetNoise().ifPresent(n -> readings.add(new Reading("noise", noise(n))));
    return readings;
  }

  private static String rows(Overview overview) {
    if (overview.features() == 0) {
      return Words.grouped(overview.rows());
    }
    double perRow = overview.featuresPerRow();
    return Words.grouped(overview.rows())
        + (overview.isSample() ? " of " + Words.grouped(overview.rowsInAll()) : "")
        + "; "
        + (perRow <= 1
            ? number(1 / perRow) + " for each input"
            : number(perRow) + " inputs for each row");
  }

  private static String columns(Overview overview) {
    List<String> kinds = new ArrayList<>();
    if (overview.numbers() > 0) {
      kinds.add(Words.grouped(overview.numbers()) + " of numbers");
    }
    if (overview.categories() > 0) {
      kinds.add(Words.grouped(overview.categories()) + " of categories");
    }
    if (overview.leftOut() > 0) {
      kinds.add(Words.grouped(overview.leftOut()) + " left out");
    }
    return String.join(", ", kinds)
        + "; "
        + Words.count(overview.features(), "input")
        + " of a network";
  }

  private static String missing(Diagnosis diagnosis) {
    Overview overview = diagnosis.overview();
    if (overview.missing() == 0) {
      return "none";
    }
    double cells = (double) overview.rows() * overview.columns();
    List<ColumnProfile> columns =
        diagnosis.columns().stream()
            .filter(column -> column.isInput() && column.missing() > 0)
            .sorted((a, b) -> Integer.compare(b.missing(), a.missing()))
            .toList();
    String shown =
        columns.stream()
            .limit(SHOWN)
            .map(c -> Words.quote(c.name()) + " " + percent((double) c.missing() / overview.rows()))
            .collect(Collectors.joining(", "));
    return percent(overview.missing() / cells)
        + " of the cells, in "
        + Words.count(overview.rowsWithMissing(), "row")
        + " and "
        + Words.count(columns.size(), "column")
        + ": "
        + shown
        + (columns.size() > SHOWN ? ", ..." : "");
  }

  private static String zeros(Overview overview) {
    return percent(overview.zeros())
        + " of the inputs are 0"
        + (overview.zeros() >= Suggestions.SPARSE ? ": sparse" : "");
  }

  private static String classes(ClassBalance classes) {
    int all = classes.rows().stream().mapToInt(Integer::intValue).sum();
    String shown =
        IntStream.range(0, classes.classes().size())
            .boxed()
            .sorted((a, b) -> Integer.compare(classes.rows().get(b), classes.rows().get(a)))
            .limit(SHOWN)
            .map(
                k ->
                    Words.quote(classes.classes().get(k))
                        + " "
                        + Words.grouped(classes.rows().get(k))
                        + " ("
                        + percent((double) classes.rows().get(k) / all)
                        + ")")
            .collect(Collectors.joining(", "));
    int more = classes.classes().size() - SHOWN;
    return shown
        + (more > 0 ? " and " + more + " more" : "")
        + (classes.ratio() >= Suggestions.UNBALANCED ? ": unbalanced" : "");
  }

  private static String duplicates(Duplicates duplicates) {
    if (duplicates.sameInputs() == 0) {
      return "none";
    }
    return Words.count(duplicates.repeated(), "row")
        + (duplicates.repeated() == 1 ? " repeats" : " repeat")
        + " another, "
        + Words.grouped(duplicates.sameInputs())
        + " its inputs; "
        + Words.grouped(duplicates.conflicting())
        + " have another target than their twins; of a random fifth that is scored, about "
        + number(duplicates.across())
        + " would have a twin among the others";
  }

  private static String blocks(Correlations correlations) {
    if (correlations.columns().size() < 2) {
      return "no two columns of numbers to correlate";
    }
    if (correlations.blocks().isEmpty()) {
      return "none: no columns with |r| of "
          + number(correlations.threshold())
          + " on average among "
          + correlations.columns().size();
    }
    Correlations.Block largest = correlations.blocks().get(0);
    return correlations.inBlocks()
        + " of "
        + Words.count(correlations.columns().size(), "column")
        + " in "
        + Words.count(correlations.blocks().size(), "block")
        + "; the largest ("
        + largest.columns().size()
        + ", mean |r| "
        + number(largest.mean())
        + "): "
        + Words.list(largest.columns(), SHOWN);
  }

  private static String relevance(Relevance relevance) {
    if (relevance.tested() == 0) {
      return "no column that could be tested";
    }
    if (relevance.related() == 0) {
      return "none of "
          + Words.count(relevance.tested(), "column")
          + " tells anything of the target by itself that chance does not";
    }
    return relevance.related()
        + " of "
        + Words.count(relevance.tested(), "column")
        + " tell something of the target by themselves, most: "
        + Words.list(relevance.strongest(), SHOWN);
  }

  private static String noise(LabelNoise noise) {
    String error =
        " (" + noise.neighbours() + " neighbours get " + percent(noise.error()) + " wrong)";
    if (!noise.isTelling()) {
      return "cannot be estimated: neighbours are strangers here"
          + error.replace("wrong)", "wrong, the most frequent class ")
          + percent(noise.guessing())
          + ")";
    }
    if (noise.share() == 0) {
      return "no labels disagree clearly with their neighbourhood" + error;
    }
    return "about "
        + percent(noise.share())
        + " of the labels disagree with their neighbourhood, "
        + percent(noise.certain())
        + " with nearly all of it: wrong labels, or classes that overlap, which this cannot tell"
        + " apart"
        + error;
  }

  private static String noise(TargetNoise noise) {
    return "at most "
        + percent(noise.atMost())
        + " of the variance of the target, as far as nearest neighbours ("
        + percent(noise.neighbours())
        + ") and a linear fit ("
        + percent(noise.linear())
        + ") can tell";
  }

  /** A share in percent; with a decimal below 10. */
  public static String percent(double share) {
    boolean none = share == 0;
    return String.format(Locale.ROOT, none || share >= 0.0995 ? "%.0f %%" : "%.1f %%", 100 * share);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 1 ? "%.2f" : value < 10 ? "%.1f" : "%,.0f", value);
  }
}
