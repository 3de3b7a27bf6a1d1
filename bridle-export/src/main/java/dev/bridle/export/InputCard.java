package dev.bridle.export;

import dev.bridle.study.series.SeriesPreparation;
import dev.bridle.study.table.CategoryRule;
import dev.bridle.study.table.InputRule;
import dev.bridle.study.table.NumberRule;
import java.util.List;

/** What a model's card says of its inputs, in Markdown. */
final class InputCard {
  private static final int MOST_COLUMNS = 200;

  private final StringBuilder page = new StringBuilder();

  private InputCard() {}

  /** What goes in, and what becomes of it. */
  static String of(ModelInput input) {
    InputCard card = new InputCard();
    if (input instanceof InputColumns columns) {
      card.page.append("One tensor `[N, 1]` for each column, under its name.\n\n");
      card.columns(columns.reading().inputs(), treatment(columns));
    } else if (input instanceof InputWindows windows) {
      card.windows(windows);
    } else {
      card.images((InputImages) input);
    }
    return card.page.toString();
  }

  /** Which hard rows a model of such inputs is checked on. */
  static String hardRows(ModelInput input) {
    if (input instanceof InputColumns columns) {
      return columns.prepared() ? ", missing values and unknown categories among them" : "";
    }
    return input instanceof InputWindows
        ? ", missing values and extremes among them"
        : ", black, white and random ones among them";
  }

  /** What is done with one column. */
  @FunctionalInterface
  private interface Treatment {
    String of(InputRule rule);
  }

  private static Treatment treatment(InputColumns columns) {
    if (columns.vocabulary().isPresent()) {
      String last = ModelCard.count(columns.vocabulary().getAsInt() - 1L);
      return rule -> "an id from 0 to " + last + "; 0 is padding";
    }
    return columns.prepared() ? InputCard::prepared : rule -> "taken as it is";
  }

  private void columns(List<? extends InputRule> rules, Treatment treatment) {
    page.append(Markdown.row("column", "type", "what is done with it")).append("|---|---|---|\n");
    for (InputRule rule : rules.subList(0, Math.min(MOST_COLUMNS, rules.size()))) {
      page.append(
          Markdown.row(
              Markdown.text(rule.column()),
              rule instanceof NumberRule ? "double" : "string",
              Markdown.text(treatment.of(rule))));
    }
    if (rules.size() > MOST_COLUMNS) {
      page.append("\nand ").append(ModelCard.count(rules.size() - MOST_COLUMNS)).append(" more.\n");
    }
  }

  private static String prepared(InputRule rule) {
    if (rule instanceof NumberRule number) {
      return "standardised; NaN is missing and counts as "
          + number.median()
          + (number.missing() ? ", which one more input says" : "");
    }
    CategoryRule category = (CategoryRule) rule;
    return "one input for each of "
        + ModelCard.some(category.categories())
        + "; other texts give zeros; an empty text is missing"
        + (category.missing() ? ", which has an input of its own" : " and gives zeros too");
  }

  private void images(InputImages input) {
    int[] shape = input.preparation().shape();
    page.append("- ").append(input.name()).append(", `[N, ");
    page.append(shape[0]).append(", ").append(shape[1]).append(", ").append(shape[2]);
    page.append("]`, float: pixels of ").append(shape[2]).append(" x ").append(shape[1]);
    page.append(shape[0] == 1 ? ", grey" : ", red, green and blue");
    page.append(", each from 0 (dark) to 255 (bright); standardised by channel inside\n");
  }

  private void windows(InputWindows input) {
    SeriesPreparation series = input.preparation();
    int steps = series.options().window();
    int columns = series.rules().size();
    page.append("- ").append(input.name()).append(", `[N, ").append(steps);
    page.append(columns > 1 ? ", " + columns : "").append("]`, double: ");
    page.append(ModelCard.count(steps)).append(" steps of time, the oldest first, of the ");
    page.append(columns > 1 ? "columns below, in this order" : "column below");
    page.append("; the answer is ").append(Markdown.text(series.target())).append(' ');
    page.append(series.options().horizon()).append(" later\n\n");
    columns(
        series.rules(),
        rule ->
            "standardised; NaN is missing and counts as the last number before it in the window,"
                + " or else as "
                + ((NumberRule) rule).mean());
  }
}
