package dev.bridle.study.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * How many labels disagree with those of the rows around them: nearest neighbours, each row left
 * out in turn, judged by the {@linkplain ConfidentJoint confident joint}.
 *
 * <p>What it sees: labels that are wrong at random, and rows of one class among another's. What it
 * cannot see: whether such a row is mislabelled or the classes overlap there, mistakes that follow
 * the inputs (all rows of a kind), mistakes that were copied together with their row. Where the
 * classes overlap {@code share} is too large as a measure of mistakes; {@code certain}, the rows
 * whose neighbours are nearly unanimous, is then nearer. Where inputs are many and mostly useless,
 * neighbours are strangers, and {@code error} says so.
 *
 * @param share of the labels that look wrong; not less than {@code certain}
 * @param certain share of the rows of which at least nine tenths of the neighbours have one other
 *     class
 * @param error share of the rows that their neighbours, voting, get wrong
 * @param guessing share of the rows that are not of the most frequent class
 * @param neighbours how many of them vote
 * @param rows that were looked at
 * @param confusions which classes look like which, the most frequent first
 * @param suspects rows whose label looks wrong, the clearest first
 */
public record LabelNoise(
    double share,
    double certain,
    double error,
    double guessing,
    int neighbours,
    int rows,
    List<Confusion> confusions,
    List<Suspect> suspects) {
  private static final int MOST_NEIGHBOURS = 10;
  private static final int SHOWN = 10;
  private static final double UNANIMOUS = 0.9;
  private static final double SLACK = 1e-9;
  private static final double TELLING = 2.0 / 3;

  /** Copies the lists. */
  public LabelNoise {
    confusions = List.copyOf(confusions);
    suspects = List.copyOf(suspects);
  }

  /**
   * Whether neighbours know enough to be asked: their error is below two thirds of that of always
   * saying the most frequent class.
   */
  public boolean isTelling() {
    return error < TELLING * guessing;
  }

  /**
   * Rows of one class that look like another.
   *
   * @param given the class in the file
   * @param likely the class they look like
   * @param share of all rows
   */
  public record Confusion(String given, String likely, double share) {}

  /**
   * A row whose label looks wrong.
   *
   * @param line where its row begins in the file, counted from 1; of built-in data, its number
   * @param given the class in the file
   * @param likely the class its neighbours have
   * @param votes the share of them that have it
   */
  public record Suspect(int line, String given, String likely, double votes) {}

  /**
   * Of rows of inputs {@code [D][N]} and their classes.
   *
   * @param labels {@code [N]}
   * @param line the line of a row
   */
  static LabelNoise of(
      float[][] inputs, int[] labels, List<String> classes, IntUnaryOperator line) {
    int smallest =
        ClassBalance.of(classes, labels).rows().stream()
            .filter(rows -> rows > 0)
            .mapToInt(Integer::intValue)
            .min()
            .orElseThrow();
    int count = Math.max(3, Math.min(MOST_NEIGHBOURS, smallest / 2));
    double[][] votes = new Neighbours(inputs, count).votes(labels, classes.size());
    ConfidentJoint joint = new ConfidentJoint(votes, labels);
    int wrong = 0;
    int certain = 0;
    for (int row = 0; row < labels.length; row++) {
      int voted = largest(votes[row], labels[row]);
      boolean other = voted != labels[row];
      wrong += other ? 1 : 0;
      certain += other && votes[row][voted] >= UNANIMOUS - SLACK ? 1 : 0;
    }
    double n = labels.length;
    return new LabelNoise(
        Math.max(joint.wrong(), certain / n),
        certain / n,
        wrong / n,
        1 - ClassBalance.of(classes, labels).largestShare(),
        count,
        labels.length,
        confusions(joint, classes),
        suspects(joint, votes, labels, classes, line));
  }

  /** The class with most votes; among equals the given one, then the first. */
  private static int largest(double[] votes, int given) {
    int best = given;
    for (int k = 0; k < votes.length; k++) {
      best = votes[k] > votes[best] + SLACK ? k : best;
    }
    return best;
  }

  private static List<Confusion> confusions(ConfidentJoint joint, List<String> classes) {
    List<Confusion> all = new ArrayList<>();
    for (int i = 0; i < classes.size(); i++) {
      for (int j = 0; j < classes.size(); j++) {
        if (i != j && joint.share(i, j) > 0) {
          all.add(new Confusion(classes.get(i), classes.get(j), joint.share(i, j)));
        }
      }
    }
    all.sort(Comparator.comparingDouble(confusion -> -confusion.share()));
    return all.subList(0, Math.min(SHOWN, all.size()));
  }

  private static List<Suspect> suspects(
      ConfidentJoint joint,
      double[][] votes,
      int[] labels,
      List<String> classes,
      IntUnaryOperator line) {
    return IntStream.range(0, labels.length)
        .filter(row -> joint.guess(row) >= 0 && joint.guess(row) != labels[row])
        .boxed()
        .sorted(
            Comparator.comparingDouble(
                row -> votes[row][labels[row]] - votes[row][joint.guess(row)]))
        .limit(SHOWN)
        .map(
            row ->
                new Suspect(
                    line.applyAsInt(row),
                    classes.get(labels[row]),
                    classes.get(joint.guess(row)),
                    Arrays.stream(votes[row]).max().orElse(0)))
        .toList();
  }
}
