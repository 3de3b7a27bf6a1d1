package dev.bridle.train;

import dev.bridle.layer.Pass;
import dev.bridle.layer.Site;
import dev.bridle.loss.Loss;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.network.Network;
import dev.bridle.penalty.Penalty;
import dev.bridle.population.Population;
import dev.bridle.population.Role;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Gradients;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * One look, between two epochs, at what penalties and decays have to say beside the data: a batch
 * of training rows through the network without its noise, with gradient rows of its own.
 *
 * <p>Whatever the passes change, such as running statistics, is put back as it was.
 */
final class Look implements AutoCloseable {
  /** Outputs that differ by less than this share of what the layer adds to them are the same. */
  private static final double SAME = 0.01;

  private static final double AS_GOOD_AS_NOTHING = 1e-3;

  private final Arena arena = new Arena();
  private final Crew crew;
  private final Population population;
  private final Loss loss;
  private final Tensor saved;
  private final Tensor gradient;
  private final Network network;
  private final Batches.Batch batch;

  /** A term that pulls at a weight: a penalty or a decay. */
  record Pull(BoundTerm term, Weight weight) {}

  /**
   * How hard a term pulls at a weight, and how hard the data do, norms by member.
   *
   * @param term {@code [K]}
   * @param data {@code [K]}, in the same unit
   */
  record Sides(PerMember term, PerMember data) {}

  /**
   * Begins a look.
   *
   * @param present the members of the crew, in its order
   */
  Look(Crew crew, CompiledNetwork compiled, List<Member> present, Loss loss) {
    this.crew = crew;
    this.population = crew.population;
    this.loss = loss;
    this.saved = arena.keep(population.state().clone());
    this.gradient = arena.zeros(population.precision(), crew.size(), population.layout().trained());
    this.batch = crew.batches.get(0);
    List<Strengths> strengths = Crew.strengths(present, population.precision(), arena);
    int rows = (int) batch.inputs().size(1);
    this.network =
        Network.forEvaluation(
            compiled, new Site(population, gradient, 0, crew.replicates, strengths, rows, arena));
  }

  /** All that pulls at a weight, in the order of the terms. */
  static List<Pull> pulls(Crew crew) {
    List<Pull> pulls = new ArrayList<>();
    for (BoundTerm term : crew.restraint.terms()) {
      if (term.penalty().isPresent() || term.decay().isPresent()) {
        term.weights(crew.population).forEach(w -> pulls.add(new Pull(term, w)));
      }
    }
    return pulls;
  }

  /** What the terms and the data say about each weight. */
  List<Sides> sides(List<Pull> pulls) {
    Loss.Result result = loss.of(forward(), batch.targets());
    network.backward(result.gradient());
    return pulls.stream().map(this::sides).toList();
  }

  private Sides sides(Pull pull) {
    Weight weight = pull.weight();
    Tensor data = weight.partOf(gradient);
    if (pull.term().penalty().isPresent()) {
      Tensor own = ofPenalty(pull);
      return new Sides(PerMember.of(norms(own)), PerMember.of(norms(data)));
    }
    // by a decay at rate 1, either the weight moves or its gradient grows
    Tensor one = PerMember.same(1, crew.size()).tensor(population.precision(), axes(weight));
    Weight moved = weight.withValue(weight.value().clone());
    Tensor added = data.clone().zero_();
    pull.term().decay().orElseThrow().apply(moved, added, one, pull.term().strengths());
    double[] movement = norms(weight.value().sub(moved.value()));
    double[] growth = norms(added);
    double[] driven = norms(data.mul(crew.rule.pull(weight, one)));
    double[] plain = norms(data);
    for (int k = 0; k < plain.length; k++) {
      plain[k] = movement[k] > 0 ? driven[k] : plain[k];
      growth[k] += movement[k];
    }
    return new Sides(PerMember.of(growth), PerMember.of(plain));
  }

  /** In closed form, or that of the value where a proximal step does the work. */
  private static Tensor ofPenalty(Pull pull) {
    Weight weight = pull.weight();
    Strengths s = pull.term().strengths();
    Penalty penalty = pull.term().penalty().orElseThrow();
    if (penalty.shrinks()) {
      return Gradients.of(v -> penalty.value(weight.withValue(v), s), weight.value());
    }
    Tensor own = weight.value().clone().zero_();
    penalty.addGradient(weight, own, s);
    return own;
  }

  private static int axes(Weight weight) {
    return (int) weight.value().dim();
  }

  private static double[] norms(Tensor tensor) {
    return Tensors.toDoubles(Tensors.norm(tensor.reshape(tensor.size(0), -1), 1));
  }

  /**
   * Whether each member's outputs stay the same when the weight, with the bias of its units, is
   * doubled, though they do depend on it: a normalisation follows.
   */
  boolean[] scaleFree(Weight weight) {
    boolean[] free = new boolean[crew.size()];
    if (weight.spec().role() == Role.KERNEL) {
      Tensor usual = scaled(weight, 1);
      Tensor without = scaled(weight, 0);
      double[] change = norms(scaled(weight, 2).sub_(usual));
      double[] whole = norms(usual.sub(without));
      double[] size = norms(usual);
      for (int k = 0; k < free.length; k++) {
        free[k] = whole[k] > AS_GOOD_AS_NOTHING * size[k] && change[k] <= SAME * whole[k];
      }
    }
    return free;
  }

  /** The outputs with a weight and its bias multiplied; exact, so that 1 is the weight itself. */
  private Tensor scaled(Weight weight, double factor) {
    Tensor value = weight.value();
    value.mul_(Tensors.factor(factor, value));
    weight.bias().ifPresent(b -> b.value().mul_(Tensors.factor(factor, b.value())));
    Tensor outputs = forward().clone();
    restore();
    return outputs;
  }

  private Tensor forward() {
    return network.forward(batch.inputs(), Pass.training(0));
  }

  private void restore() {
    population.state().copy_(saved);
  }

  @Override
  public void close() {
    try (Scope scope = Scope.open()) {
      restore();
    }
    arena.close();
  }
}
