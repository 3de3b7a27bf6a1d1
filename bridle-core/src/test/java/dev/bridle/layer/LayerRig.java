package dev.bridle.layer;

import dev.bridle.population.Population;
import dev.bridle.population.Replicates;
import dev.bridle.population.StateLayout;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Packed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;

/**
 * One layer at work on members with drawn weights. Layers write over their inputs and reuse their
 * outputs: what goes in and comes out here are copies.
 */
public final class LayerRig implements AutoCloseable {
  private final Arena arena = new Arena();
  private final Form form;
  private final Population population;
  private final Tensor rows;
  private final Layer layer;

  /**
   * What a rig is made of.
   *
   * @param node the layer
   * @param strengths its numbers, those of term 0
   * @param keys the replicate of each member
   * @param batch rows of a training batch
   * @param carry what old gradients are multiplied by
   */
  public record Form(
      Node node, Map<String, PerMember> strengths, List<Key> keys, int batch, double carry) {

    /** Members of two replicates in turn, whose gradients start afresh each step. */
    public static Form of(Node node, Map<String, PerMember> strengths, int members, int batch) {
      List<Key> keys =
          IntStream.range(0, members).mapToObj(k -> Key.of(1).at("replicate").at(k % 2)).toList();
      return new Form(node, strengths, keys, batch, 0);
    }

    /** The same with another carry. */
    public Form carrying(double other) {
      return new Form(node, strengths, keys, batch, other);
    }

    /** The same for some members. */
    Form select(int... members) {
      Map<String, PerMember> own = new LinkedHashMap<>();
      strengths.forEach((name, values) -> own.put(name, values.select(members)));
      List<Key> ownKeys = Arrays.stream(members).mapToObj(keys::get).toList();
      return new Form(node, own, ownKeys, batch, carry);
    }
  }

  private LayerRig(Form form, Population population) {
    this.form = form;
    this.population = population;
    this.rows =
        arena.zeros(population.precision(), population.members(), population.layout().trained());
    // a fresh gradient must not look at what was there
    rows.fill_(Tensors.constant(form.carry == 0 ? Double.NaN : 0.5));
    Strengths strengths = new Strengths(form.strengths, population.precision(), arena);
    Replicates replicates = Replicates.of(form.keys);
    this.layer =
        form.node.build(
            new Site(
                population, rows, form.carry, replicates, List.of(strengths), form.batch, arena));
  }

  /** Members with weights of their own. */
  public static LayerRig drawn(Form form, Precision precision) {
    StateLayout layout = StateLayout.of(form.node.weights(), form.node.statistics());
    Population population = Population.zeros(layout, precision, form.keys.size());
    for (int k = 0; k < form.keys.size(); k++) {
      Packed.set(population, k, Draw.of(50 + k).normals(layout.parameters()));
    }
    return new LayerRig(form, population);
  }

  /** Member {@code k} by itself, with the weights and statistics it has now. */
  public LayerRig alone(int k) {
    return new LayerRig(form.select(k), population.select(k));
  }

  /** The activations behind the layer. */
  public Tensor forward(Tensor input, Pass pass) {
    return layer.forward(input.clone(), pass).clone();
  }

  /** The activations behind the layer for an input that it may see itself, not a copy. */
  public Tensor forwardOf(Tensor input, Pass pass) {
    return layer.forward(input, pass).clone();
  }

  /** The gradient before the layer. */
  public Tensor backward(Tensor gradient) {
    return layer.backward(gradient.clone(), true).clone();
  }

  /** The gradient before the layer, itself and not a copy. */
  public Tensor backwardOf(Tensor gradient) {
    return layer.backward(gradient, true);
  }

  /** The backward pass of a layer before which nothing has weights. */
  public void backwardOfTheFirst(Tensor gradient) {
    layer.backward(gradient.clone(), false);
  }

  /** What a layer that is a term of the loss amounts to, {@code [K]}. */
  public Tensor value(Tensor input) {
    return ((PenaltyLayer) layer).value(input.clone()).clone();
  }

  /** The gradients of all weights, {@code [K, parameters]}. */
  public Tensor gradients() {
    return Packed.of(population, rows);
  }

  /** The gradient of one weight, {@code [K, ...]}. */
  public Tensor gradientOf(Weight weight) {
    return weight.partOf(rows).clone();
  }

  /** The layer's weights, in the order in which they lie. */
  public List<Weight> weights() {
    return population.weights();
  }

  /** The members' state. */
  public Population population() {
    return population;
  }

  /** How many members there are. */
  public int members() {
    return population.members();
  }

  @Override
  public void close() {
    arena.close();
    population.close();
  }
}
