package dev.bridle.data.builtin;

import dev.bridle.data.Dataset;
import dev.bridle.data.Generator;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Short sentences that praise or blame, hidden among words that say nothing: the data set for
 * networks that read words.
 *
 * <p>A sentence has 8 to 12 words of a {@linkplain #vocabulary vocabulary} of 32: one or three
 * words of praise or blame, each with {@code not} before it once in five times, which turns it into
 * the other; the rest are drawn from 22 words without meaning for the class, and all stand in
 * random order. The class, {@code negative} or {@code positive}, is what the greater number says.
 *
 * <p>Inputs {@code [N, 12]}: the place of each word in the vocabulary as a float, 0 behind the end
 * of a shorter sentence. They are names and no amounts, so they come {@linkplain #standardize as
 * they are}: a network needs an embedding, which gives every word numbers of its own, before it can
 * compute with them.
 *
 * <p>There is no noise: who knows the rule is always right. But in 300 sentences many a harmless
 * word happens to stand with praise more often than with blame, and a network learns that as well:
 * one that is given how often each word occurs is right on 71 % of new sentences, and with {@code
 * l2(0.01)} on 75 %.
 */
public final class Words implements Generator {
  /** Words of a sentence, the empty ones at its end included. */
  public static final int LENGTH = 12;

  private static final int SHORTEST = 8;
  private static final double TURNED = 0.2; // share of words with "not" before them
  private static final int NOT = 1;
  private static final int PRAISE = 2;
  private static final int BLAME = 6;
  private static final int FILLERS = 10;
  private static final List<String> CLASSES = List.of("negative", "positive");
  private static final List<String> VOCABULARY =
      List.of(
          ("- not good lovely clever bright bad poor dull clumsy the a this film book song story"
                  + " play is was in it we saw read heard and of on with day long")
              .split(" ", -1));

  @Override
  public String name() {
    return "words";
  }

  @Override
  public String summary() {
    return "Sentences of up to twelve words that praise or blame among words that say nothing, as"
        + " places in a vocabulary of 32: a network that gives each word numbers of its own"
        + " learns 300 sentences by heart, harmless words too; L2 keeps it to what counts.";
  }

  @Override
  public Sizes sizes() {
    return new Sizes(300, 100, 2000);
  }

  @Override
  public boolean standardize() {
    return false;
  }

  @Override
  public Dataset draw(int rows, Key key) {
    float[] inputs = Rows.numbers(rows, LENGTH);
    int[] labels = Rows.classes(rows, CLASSES.size(), key);
    for (int row = 0; row < rows; row++) {
      List<Integer> words = sentence(labels[row] == 1, key.at(row).stream());
      for (int i = 0; i < words.size(); i++) {
        inputs[row * LENGTH + i] = words.get(i);
      }
    }
    return Dataset.classification(inputs, new int[] {LENGTH}, labels, CLASSES);
  }

  /** The words by their places; the first stands for no word. */
  public static List<String> vocabulary() {
    return VOCABULARY;
  }

  /**
   * A row of inputs as it reads.
   *
   * @param row places in the vocabulary
   */
  public static String text(double... row) {
    return java.util.Arrays.stream(row)
        .filter(place -> place != 0)
        .mapToObj(place -> VOCABULARY.get((int) place))
        .collect(Collectors.joining(" "));
  }

  /**
   * How much more praise than blame a row holds.
   *
   * @param row places in the vocabulary
   */
  public static int praise(double... row) {
    int sum = 0;
    for (int i = 0; i < row.length; i++) {
      if (row[i] >= PRAISE && row[i] < FILLERS) {
        boolean turned = i > 0 && row[i - 1] == NOT;
        sum += (row[i] < BLAME) == turned ? -1 : 1;
      }
    }
    return sum;
  }

  private static List<Integer> sentence(boolean positive, RandomStream random) {
    int length = SHORTEST + random.nextInt(LENGTH - SHORTEST + 1);
    List<List<Integer>> phrases = phrases(positive, random);
    int left = length - phrases.stream().mapToInt(List::size).sum();
    for (int i = 0; i < left; i++) {
      phrases.add(List.of(FILLERS + random.nextInt(VOCABULARY.size() - FILLERS)));
    }
    List<Integer> words = new ArrayList<>();
    for (int place : random.permutation(phrases.size())) {
      words.addAll(phrases.get(place));
    }
    return words;
  }

  /** One or three phrases that mean something, of which the greater number is of the class. */
  private static List<List<Integer>> phrases(boolean positive, RandomStream random) {
    int count = random.nextInt(2) == 0 ? 1 : 3;
    boolean[] praises = new boolean[count];
    int sum = 0;
    for (int i = 0; i < count; i++) {
      praises[i] = random.nextInt(2) == 0;
      sum += praises[i] ? 1 : -1;
    }
    boolean wrong = (sum > 0) != positive; // then all are turned, which is as likely
    List<List<Integer>> phrases = new ArrayList<>();
    for (boolean praise : praises) {
      boolean turned = random.nextDouble() < TURNED;
      boolean word = praise ^ wrong ^ turned;
      int place = (word ? PRAISE : BLAME) + random.nextInt(BLAME - PRAISE);
      phrases.add(turned ? List.of(NOT, place) : List.of(place));
    }
    return phrases;
  }
}
