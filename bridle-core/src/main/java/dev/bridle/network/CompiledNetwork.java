package dev.bridle.network;

import dev.bridle.architecture.Architecture;
import dev.bridle.batch.BatchRule;
import dev.bridle.catalogue.Catalogue;
import dev.bridle.data.Dataset;
import dev.bridle.data.Task;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Regularizer;
import dev.bridle.layer.EmbeddingNode;
import dev.bridle.layer.Internal;
import dev.bridle.layer.Node;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Woven;
import dev.bridle.loss.Loss;
import dev.bridle.loss.MeanSquaredError;
import dev.bridle.penalty.ActivityPenalty;
import dev.bridle.penalty.Penalty;
import dev.bridle.population.Initial;
import dev.bridle.population.StateLayout;
import dev.bridle.population.StatisticSpec;
import dev.bridle.population.WeightSpec;
import dev.bridle.recipe.Recipe;
import dev.bridle.recipe.Term;
import dev.bridle.stopping.StoppingRule;
import java.util.ArrayList;
import java.util.List;

/**
 * A recipe compiled onto an architecture: the layers that run, in order, with those of the recipe
 * woven in at their places. A value; members whose compiled networks are equal can be trained
 * together.
 *
 * @param architecture what is computed, its output layer included
 * @param recipe how it is restrained
 * @param input how the numbers of a row are arranged
 * @param nodes the layers, first to last
 */
public record CompiledNetwork(
    Architecture architecture, Recipe recipe, Shape input, List<Node> nodes) {

  /** Copies the list. */
  public CompiledNetwork {
    nodes = List.copyOf(nodes);
  }

  /**
   * Compiles a recipe for rows of numbers without an order, onto layers whose weights are drawn as
   * by He.
   *
   * @param inputs how many numbers a row of the data has
   * @param outputs how many outputs the task asks for; an output layer is added where there is none
   * @throws IllegalArgumentException if a place matches nothing, or makes no sense for its
   *     regularizer, or a layer does not fit what comes in
   */
  public static CompiledNetwork compile(
      Architecture architecture, Recipe recipe, int inputs, int outputs) {
    return compile(architecture, recipe, Shape.of(inputs), outputs, Initial.HE);
  }

  /**
   * Compiles a recipe for rows of any shape, onto layers whose weights are drawn as by He.
   *
   * @param input the shape of a row of the data
   */
  public static CompiledNetwork compile(
      Architecture architecture, Recipe recipe, Shape input, int outputs) {
    return compile(architecture, recipe, input, outputs, Initial.HE);
  }

  /**
   * Compiles a recipe for rows of any shape.
   *
   * @param initial how the first values of the kernels of dense and convolution layers are drawn
   */
  public static CompiledNetwork compile(
      Architecture architecture, Recipe recipe, Shape input, int outputs, Initial initial) {
    Architecture whole = architecture.withOutputs(outputs);
    Weaver weaver = new Weaver(whole, recipe);
    weaver.requirePlaces();
    List<Node> nodes = new ArrayList<>(weaver.atInput(input));
    nodes.addAll(new LayerCompiler(weaver, initial).layers("", whole.layers(), input));
    return new CompiledNetwork(whole, recipe, input, nodes);
  }

  /** Where the weights and statistics of these layers lie, with {@code more} statistics behind. */
  public StateLayout layout(List<StatisticSpec> more) {
    List<StatisticSpec> statistics =
        new ArrayList<>(nodes.stream().flatMap(n -> n.statistics().stream()).toList());
    statistics.addAll(more);
    return StateLayout.of(nodes.stream().flatMap(n -> n.weights().stream()).toList(), statistics);
  }

  /** The layers that are terms of the loss, first to last. */
  public List<Node> penalties() {
    return nodes.stream().filter(node -> node.penalty().isPresent()).toList();
  }

  /** How many numbers a row has. */
  public int inputs() {
    return input.size();
  }

  /** Whether rows are ids, which are taken as they are: there is nothing to standardise. */
  public boolean readsIds() {
    return nodes.get(0) instanceof EmbeddingNode;
  }

  /**
   * Refuses rows that are no ids, or ids beyond the vocabulary, if the network reads ids.
   *
   * @throws IllegalArgumentException if there is one
   */
  public void requireRows(Dataset rows) {
    if (nodes.get(0) instanceof EmbeddingNode embedding) {
      for (float number : rows.inputs()) {
        embedding.requireId(number);
      }
    }
  }

  /**
   * Whether predictions under masks differ: whether there is dropout or noise on activations, at a
   * rate above 0. Masks on weights, as those of {@code drop-connect}, are there in training only.
   */
  public boolean hasMasks() {
    return recipe.terms().stream().anyMatch(CompiledNetwork::isMask);
  }

  private static boolean isMask(Term term) {
    Kind kind = term.declaration().kind();
    Regularizer made = Catalogue.make(term);
    return (kind == Kind.DROPOUT || kind == Kind.NOISE)
        && (made instanceof Woven || made instanceof Internal)
        && term.number(term.declaration().parameters().get(0).name()) > 0;
  }

  /** How many outputs the network has. */
  public int outputs() {
    return nodes.get(nodes.size() - 1).outputs();
  }

  /** Whether it is one layer without an activation. */
  public boolean isLinear() {
    return architecture.layers().size() == 1;
  }

  /** Refuses a task under its usual loss, as {@link #requireFits(Task, Loss)}. */
  public void requireFits(Task task) {
    requireFits(task, Loss.of(task));
  }

  /**
   * Refuses a task, or a weight, that the loss, a penalty or a stopping rule of the recipe is not
   * defined for, with the reason; likewise rows that a change of batches makes no sense for.
   *
   * @throws IllegalArgumentException if there is one
   */
  public void requireFits(Task task, Loss loss) {
    loss.requireFits(task);
    boolean squared = loss instanceof MeanSquaredError;
    List<WeightSpec> weights = layout(List.of()).weights();
    for (Term term : recipe.terms()) {
      Regularizer made = Catalogue.make(term);
      if (made instanceof StoppingRule rule) {
        rule.requireFits(task);
      }
      if (made instanceof Penalty penalty) {
        penalty.requireNetwork(isLinear(), squared, task.outputs());
        Places.weights(term, architecture, weights).forEach(penalty::requireWeight);
      } else if (made instanceof ActivityPenalty penalty) {
        penalty.requireTask(task);
      } else if (made instanceof BatchRule rule) {
        rule.requireTask(task);
        rule.requireInput(input, readsIds());
      }
    }
  }
}
