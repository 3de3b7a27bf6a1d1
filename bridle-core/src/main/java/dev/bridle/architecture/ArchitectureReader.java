package dev.bridle.architecture;

import dev.bridle.text.Suggestion;
import dev.bridle.text.TextException;
import dev.bridle.text.TextScanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads layers parted by commas. */
final class ArchitectureReader {
  static final String NONE = "none";

  private static final String RESIDUAL = "residual";

  private final TextScanner scanner;

  ArchitectureReader(TextScanner scanner) {
    this.scanner = scanner;
  }

  /** Reads a network, which is all of the text. */
  Architecture read() {
    if (scanner.atEnd()) {
      throw scanner.unexpected(
          "layers such as dense(128) relu; a linear model is written dense(N), N being the"
              + " number of outputs, or none");
    }
    List<LayerSpec> layers = new ArrayList<>();
    if (!acceptNone()) {
      do {
        layers.add(layer());
      } while (scanner.accept(","));
    }
    if (!scanner.atEnd()) {
      throw scanner.unexpected("\",\" or the end of the text");
    }
    return new Architecture(layers);
  }

  private boolean acceptNone() {
    int start = scanner.offset();
    if (!scanner.word().equals(NONE)) {
      scanner.back(start);
      return false;
    }
    if (!scanner.atEnd()) {
      throw scanner.error(start, "none stands alone: it is a network without hidden layers");
    }
    return true;
  }

  private LayerSpec layer() {
    int start = scanner.offset();
    if (scanner.word().equals(RESIDUAL)) {
      return residual(start);
    }
    scanner.back(start);
    LayerForm form = form();
    List<Integer> numbers = new ArrayList<>();
    Map<String, Integer> options = new HashMap<>();
    Set<String> words = new HashSet<>();
    if (!form.arguments().isEmpty()) {
      require("(", form.usage());
      for (LayerForm.Argument argument : form.arguments()) {
        if (!numbers.isEmpty()) {
          require(",", form.usage());
        }
        numbers.add(scanner.wholeNumber(argument.name(), argument.low(), argument.high()));
      }
      more(form, numbers, options, words);
    }
    Activation activation = form.activated() ? activation() : Activation.LINEAR;
    LayerForm.Written written = new LayerForm.Written(numbers, options, words, activation);
    return scanner.at(start, () -> form.make().apply(written));
  }

  private void require(String symbol, String usage) {
    if (!scanner.accept(symbol)) {
      throw scanner.unexpected("\"" + symbol + "\" as in " + usage);
    }
  }

  /** Options and words, up to the closing parenthesis. */
  private void more(
      LayerForm form, List<Integer> numbers, Map<String, Integer> options, Set<String> words) {
    while (!form.more().isEmpty() && scanner.accept(",")) {
      int start = scanner.offset();
      String found = scanner.found();
      String word = scanner.word();
      boolean twice = words.contains(word) || options.containsKey(word);
      if (twice) {
        throw scanner.error(start, word + ": written twice");
      }
      if (form.words().contains(word)) {
        words.add(word);
      } else if (form.options().stream().anyMatch(o -> o.name().equals(word))) {
        scanner.expect("=");
        options.put(word, option(form, word, numbers));
      } else {
        throw scanner.error(
            start,
            found
                + ", expected one of "
                + String.join(", ", form.more())
                + hint(word, form.more()));
      }
    }
    require(")", form.usage());
  }

  private static String hint(String word, List<String> allowed) {
    return Suggestion.hint(word, allowed);
  }

  private int option(LayerForm form, String name, List<Integer> numbers) {
    int start = scanner.offset();
    if (name.equals("padding") && scanner.word().equals(LayerForm.SAME)) {
      int size = numbers.get(1);
      if (size % 2 == 0) {
        throw scanner.error(start, "padding=same: expected an odd size, not " + size);
      }
      return (size - 1) / 2;
    }
    scanner.back(start);
    LayerForm.Argument option =
        form.options().stream().filter(o -> o.name().equals(name)).findFirst().orElseThrow();
    return scanner.wholeNumber(option.name(), option.low(), option.high());
  }

  private LayerSpec residual(int start) {
    require("(", RESIDUAL + "(dense(units) relu, dense(units)) relu");
    List<LayerSpec> layers = new ArrayList<>();
    do {
      layers.add(layer());
    } while (scanner.accept(","));
    require(")", RESIDUAL + "(dense(units) relu, dense(units)) relu");
    Activation activation = activation();
    return scanner.at(start, () -> new LayerSpec.Residual(layers, activation));
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(LayerForm.ALL.stream().map(LayerForm::name).toList());
    names.add(RESIDUAL);
    return names;
  }

  private LayerForm form() {
    int start = scanner.offset();
    String found = scanner.found();
    if (scanner.seesNumber()) {
      throw plainNumber(found);
    }
    String name = scanner.word();
    return LayerForm.ALL.stream()
        .filter(form -> form.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> scanner.error(start, found + ", expected a layer: " + allowed(name, names())));
  }

  private TextException plainNumber(String found) {
    String number = found.substring(found.indexOf('"') + 1, found.length() - 1);
    return scanner.unexpected("a layer: dense(" + number + ")");
  }

  private static String allowed(String name, List<String> names) {
    return String.join(", ", names) + Suggestion.hint(name, names);
  }

  private Activation activation() {
    int start = scanner.offset();
    String found = scanner.found();
    String word = scanner.word();
    if (word.isEmpty()) {
      return Activation.LINEAR;
    }
    if (names().contains(word)) {
      throw scanner.error(
          start, found + ", expected an activation, or a comma before the next layer");
    }
    List<String> names = Arrays.stream(Activation.values()).map(Activation::text).toList();
    return Activation.of(word)
        .orElseThrow(() -> scanner.error(start, found + ", " + Suggestion.expected(word, names)));
  }
}
