package dev.bridle.architecture;

import dev.bridle.text.Suggestion;
import dev.bridle.text.TextException;
import dev.bridle.text.TextScanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads layers parted by commas. */
final class ArchitectureReader {
  static final String NONE = "none";

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
    LayerForm form = form();
    if (!scanner.accept("(")) {
      throw scanner.unexpected("\"(\" as in " + form.usage());
    }
    List<Integer> numbers = new ArrayList<>();
    for (LayerForm.Argument argument : form.arguments()) {
      if (!numbers.isEmpty() && !scanner.accept(",")) {
        throw scanner.unexpected("\",\" as in " + form.usage());
      }
      numbers.add(scanner.wholeNumber(argument.name(), argument.low(), argument.high()));
    }
    if (!scanner.accept(")")) {
      throw scanner.unexpected("\")\" as in " + form.usage());
    }
    Activation activation = form.activated() ? activation() : Activation.LINEAR;
    return scanner.at(start, () -> form.make().apply(numbers, activation));
  }

  private LayerForm form() {
    int start = scanner.offset();
    String found = scanner.found();
    if (scanner.seesNumber()) {
      throw plainNumber(found);
    }
    String name = scanner.word();
    List<String> names = LayerForm.ALL.stream().map(LayerForm::name).toList();
    return LayerForm.ALL.stream()
        .filter(form -> form.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> scanner.error(start, found + ", expected a layer: " + allowed(name, names)));
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
    if (LayerForm.ALL.stream().anyMatch(form -> form.name().equals(word))) {
      throw scanner.error(
          start, found + ", expected an activation, or a comma before the next layer");
    }
    List<String> names = Arrays.stream(Activation.values()).map(Activation::text).toList();
    return Activation.of(word)
        .orElseThrow(() -> scanner.error(start, found + ", " + Suggestion.expected(word, names)));
  }
}
