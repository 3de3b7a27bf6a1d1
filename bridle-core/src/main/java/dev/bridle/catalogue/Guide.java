package dev.bridle.catalogue;

import java.util.List;

/**
 * What a user wants to know of an entry beyond its declaration. In all texts, code stands between
 * backticks, and line breaks are spaces.
 *
 * @param words what it is good for, and what to know before using it, in a few plain sentences
 * @param examples texts that name it, the usual one first: recipes, or plans for an update rule
 * @param keras how Keras writes the same, strengths converted, and where it differs
 * @param pytorch how PyTorch writes the same, strengths converted, and where it differs
 */
public record Guide(String words, List<String> examples, String keras, String pytorch) {
  /** Makes one line of each text, and checks that there is an example. */
  public Guide {
    words = oneLine(words);
    examples = List.copyOf(examples);
    keras = oneLine(keras);
    pytorch = oneLine(pytorch);
    if (examples.isEmpty()) {
      throw new IllegalArgumentException("examples = []: expected at least one");
    }
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
