package dev.bridle.declaration;

import java.util.List;
import java.util.Optional;

/**
 * Everything there is to say about one regularizer or update rule, said once: text form,
 * validation, catalogue and documentation all come from here.
 *
 * @param name how it is written in a recipe: {@code max-norm}
 * @param kind the moment of a step at which it acts
 * @param summary what it does, in one plain sentence
 * @param formula what it computes for one member
 * @param parameters its numbers; the first is the one that may be written without its name
 * @param choices its words
 * @param place where it acts if nothing is said: {@code weights}
 * @param places what a place of it may name
 * @param source paper and section
 */
public record Declaration(
    String name,
    Kind kind,
    String summary,
    String formula,
    List<Parameter> parameters,
    List<Choice> choices,
    String place,
    Places places,
    String source) {

  /** What a place names. */
  public enum Places {
    /** Weights and biases of layers. */
    WEIGHTS,
    /** The input of the network, or the activations of layers. */
    ACTIVATIONS,
    /** The activations of hidden layers. */
    HIDDEN_LAYERS,
    /** The activations of all layers; those of the output layer are the outputs. */
    LAYERS,
    /** The outputs of the network only. */
    OUTPUT,
    /** The input of the network only. */
    INPUT,
    /** Nothing: it acts on the training as a whole. */
    NONE;

    /** The words that may stand behind {@code @}. */
    public List<String> words() {
      return switch (this) {
        case WEIGHTS -> List.of("weights", "hidden", "output", "bias", "all");
        case ACTIVATIONS -> List.of("input", "hidden", "all");
        case HIDDEN_LAYERS -> List.of("hidden", "all");
        case LAYERS -> List.of("hidden", "output", "all");
        case OUTPUT -> List.of("output", "all");
        case INPUT -> List.of("input", "all");
        case NONE -> List.of();
      };
    }

    /** Whether a layer's name may stand there too. */
    public boolean hasLayers() {
      return this != INPUT && this != OUTPUT && this != NONE;
    }
  }

  /** Copies the lists. */
  public Declaration {
    parameters = List.copyOf(parameters);
    choices = List.copyOf(choices);
  }

  /** The number called {@code name}, if there is one. */
  public Optional<Parameter> parameter(String name) {
    return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  /** The word called {@code name}, if there is one. */
  public Optional<Choice> choice(String name) {
    return choices.stream().filter(c -> c.name().equals(name)).findFirst();
  }
}
