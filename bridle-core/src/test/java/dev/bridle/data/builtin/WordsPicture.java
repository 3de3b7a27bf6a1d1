package dev.bridle.data.builtin;

import dev.bridle.data.Dataset;
import dev.bridle.tensor.Key;

/** Sentences of both classes, with the words that count in colour. */
final class WordsPicture {
  private static final int ROWS = 14;
  private static final int FIRST_FILLER = Words.vocabulary().indexOf("the");
  private static final int FIRST_BLAME = Words.vocabulary().indexOf("bad");

  private WordsPicture() {}

  static String draw(Key key) {
    Svg svg = new Svg(720, 420, "words: praise and blame among words that say nothing");
    svg.text(
        20, 50, "note", "start", "the class, and a sentence of it; \u201Cnot\u201D turns a word");
    Dataset data = new Words().draw(ROWS, key);
    for (int row = 0; row < ROWS; row++) {
      double y = 80 + 24 * row;
      boolean positive = data.labels()[row] == 1;
      svg.mark(positive ? 0 : 1, 30, y - 4, 4, "");
      svg.text(44, y, "note", "start", positive ? "positive" : "negative");
      svg.raw("<text x=\"116\" y=\"%s\">%s</text>".formatted(Svg.number(y), sentence(data, row)));
    }
    return svg.end();
  }

  private static String sentence(Dataset data, int row) {
    StringBuilder text = new StringBuilder();
    for (double place : Sample.row(data, row)) {
      if (place > 0) {
        text.append(text.isEmpty() ? "" : " ").append(word((int) place));
      }
    }
    return text.toString();
  }

  private static String word(int place) {
    String word = Words.vocabulary().get(place);
    if (place >= FIRST_FILLER) {
      return word;
    }
    String colour = place >= FIRST_BLAME ? Svg.ORANGE : place > 1 ? Svg.BLUE : "#24292f";
    return "<tspan font-weight=\"bold\" style=\"fill:%s\">%s</tspan>".formatted(colour, word);
  }
}
