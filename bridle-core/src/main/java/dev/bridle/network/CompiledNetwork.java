package dev.bridle.network;

import dev.bridle.architecture.Activation;
import dev.bridle.architecture.Architecture;
import dev.bridle.architecture.LayerSpec;
import dev.bridle.batch.BatchRule;
import dev.bridle.catalogue.Catalogue;
import dev.bridle.data.Task;
import dev.bridle.declaration.Regularizer;
import dev.bridle.layer.ActivationNode;
import dev.bridle.layer.Around;
import dev.bridle.layer.DenseNode;
import dev.bridle.layer.Node;
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
 * @param inputs how many numbers a row has
 * @param nodes the layers, first to last
 */
public record CompiledNetwork(
    Architecture architecture, Recipe recipe, int inputs, List<Node> nodes) {

  /** Copies the list. */
  public CompiledNetwork {
    nodes = List.copyOf(nodes);
  }

  /** Compiles a recipe onto layers whose weights are drawn as by He. */
  public static CompiledNetwork compile(
      Architecture architecture, Recipe recipe, int inputs, int outputs) {
    return compile(architecture, recipe, inputs, outputs, Initial.HE);
  }

  /**
   * Compiles a recipe.
   *
   * @param inputs how many numbers a row of the data has
   * @param outputs how many outputs the task asks for; an output layer is added where there is none
   * @param initial how the first values of kernels are drawn
   * @throws IllegalArgumentException if a place matches nothing, or makes no sense for its
   *     regularizer
   */
  public static CompiledNetwork compile(
      Architecture architecture, Recipe recipe, int inputs, int outputs, Initial initial) {
    Architecture whole = architecture.withOutputs(outputs);
    Weaver weaver = new Weaver(whole, recipe);
    List<Node> nodes = new ArrayList<>(weaver.atInput(inputs));
    int features = inputs;
    for (int i = 0; i < whole.layers().size(); i++) {
      LayerSpec spec = whole.layers().get(i);
      nodes.addAll(layer(whole.layerName(i), spec, features, initial, weaver));
      features = nodes.get(nodes.size() - 1).outputs();
    }
    return new CompiledNetwork(whole, recipe, inputs, nodes);
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
   * defined for, with the reason.
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
      }
    }
  }

  private static List<Node> layer(
      String name, LayerSpec spec, int inputs, Initial initial, Weaver weaver) {
    LayerSpec.Dense dense = (LayerSpec.Dense) spec;
    Activation activation = dense.activation();
    int units = dense.units();
    List<Node> nodes = new ArrayList<>();
    nodes.add(weaver.around(new DenseNode(name, inputs, units, initial), activation));
    nodes.addAll(weaver.at(name, activation, Woven.Position.BEFORE_ACTIVATION, units));
    if (activation != Activation.LINEAR) {
      nodes.add(new ActivationNode(name + "/" + activation, activation, units));
    }
    nodes.addAll(weaver.at(name, activation, Woven.Position.ON_ACTIVATION, units));
    nodes.addAll(weaver.at(name, activation, Woven.Position.AFTER_ACTIVATION, units));
    return nodes;
  }

  /** What the recipe weaves into the network, by place. */
  private record Weaver(Architecture architecture, Recipe recipe) {
    List<Node> atInput(int features) {
      return woven(Places.INPUT, Activation.LINEAR, Woven.Position.INPUT, features);
    }

    List<Node> at(String layer, Activation activation, Woven.Position position, int features) {
      return woven(layer, activation, position, features);
    }

    /** The layer itself, or what the recipe builds around it. */
    Node around(DenseNode dense, Activation activation) {
      Node node = dense;
      for (int i = 0; i < recipe.terms().size(); i++) {
        Term term = recipe.terms().get(i);
        if (Catalogue.make(term) instanceof Around around
            && Places.activations(term, architecture).contains(dense.name())) {
          requireAlone(term, around, node, dense, activation);
          String name = dense.name() + "/" + term.name();
          node =
              around.around(
                  dense, new Woven.Spot(dense.name(), activation, name, dense.outputs(), i));
        }
      }
      return node;
    }

    private void requireAlone(
        Term term, Around around, Node node, DenseNode dense, Activation activation) {
      boolean between =
          !at(dense.name(), activation, Woven.Position.BEFORE_ACTIVATION, dense.outputs())
              .isEmpty();
      if (node != dense || (between && !around.allowsBeforeActivation())) {
        throw new IllegalArgumentException(
            term.name()
                + " on "
                + dense.name()
                + ": expected no other regularizer that changes what the layer computes before its"
                + " activation; take one of them away, or give them different places");
      }
    }

    private List<Node> woven(
        String at, Activation activation, Woven.Position position, int features) {
      List<Node> nodes = new ArrayList<>();
      for (int i = 0; i < recipe.terms().size(); i++) {
        Term term = recipe.terms().get(i);
        if (Catalogue.make(term) instanceof Woven woven
            && Places.activations(term, architecture).contains(at)
            && (position == Woven.Position.INPUT || woven.position() == position)) {
          String name = at + "/" + term.name();
          nodes.add(woven.node(new Woven.Spot(at, activation, name, features, i)));
        }
      }
      return nodes;
    }
  }
}
