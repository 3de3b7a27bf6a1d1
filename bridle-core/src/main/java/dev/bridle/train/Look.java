package dev.bridle.train;

import dev.bridle.batch.Batch;
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
  private final Tensor statistics;
  private final Tensor saved;
  private final Tensor gradient;
  private final Network network;
  private final Batch batch;

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
    long trained = population.layout().trained();
    this.statistics =
        arena.keep(population.state().narrow(1, trained, population.layout().total() - trained));
    this.saved = arena.keep(statistics.clone());
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
    List<PerMember> plain = new ArrayList<>();
    List<PerMember> driven = new ArrayList<>();
    for (Pull pull : pulls) { // all of them before the rows are used again
      Tensor data = pull.weight().partOf(gradient);
      plain.add(norms(data));
      boolean decay = pull.term().decay().isPresent();
      driven.add(
          decay
              ? norms(data.mul(crew.rule.pull(pull.weight(), one(pull.weight()))))
              : plain.get(plain.size() - 1));
    }
    List<Sides> sides = new ArrayList<>();
    for (int i = 0; i < pulls.size(); i++) {
      boolean decay = pulls.get(i).term().decay().isPresent();
      sides.add(
          decay
              ? ofDecay(pulls.get(i), plain.get(i), driven.get(i))
              : new Sides(norms(ofPenalty(pulls.get(i))), plain.get(i)));
    }
    return sides;
  }

  /** By a decay at rate 1, either the weight moves or its gradient grows. */
  private Sides ofDecay(Pull pull, PerMember plain, PerMember driven) {
    Weight weight = pull.weight();
    Weight moved = weight.withValue(weight.value().clone());
    Tensor added = weight.partOf(gradient).zero_();
    pull.term().decay().orElseThrow().apply(moved, added, one(weight), pull.term().strengths());
    PerMember movement = norms(weight.value().sub(moved.value()));
    PerMember growth = norms(added);
    double[] own = new double[crew.size()];
    double[] data = new double[crew.size()];
    for (int k = 0; k < own.length; k++) {
      own[k] = movement.get(k) + growth.get(k);
      data[k] = movement.get(k) > 0 ? driven.get(k) : plain.get(k);
    }
    return new Sides(PerMember.of(own), PerMember.of(data));
  }

  /** In closed form, or that of the value where a proximal step does the work. */
  private Tensor ofPenalty(Pull pull) {
    Weight weight = pull.weight();
    Strengths s = pull.term().strengths();
    Penalty penalty = pull.term().penalty().orElseThrow();
    if (penalty.shrinks()) {
      return Gradients.of(v -> penalty.value(weight.withValue(v), s), weight.value());
    }
    Tensor own = weight.partOf(gradient).zero_();
    penalty.addGradient(weight, own, s);
    return own;
  }

  /** Learning rates of 1. */
  private Tensor one(Weight weight) {
    int axes = (int) weight.value().dim();
    return PerMember.same(1, crew.size()).tensor(population.precision(), axes);
  }

  private static PerMember norms(Tensor tensor) {
    Tensor norms = Tensors.norm(tensor.reshape(tensor.size(0), -1), 1);
    return PerMember.of(Tensors.toDoubles(norms));
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
      PerMember change = norms(scaled(weight, 2).sub_(usual));
      PerMember whole = norms(usual.sub(without));
      PerMember size = norms(usual);
      for (int k = 0; k < free.length; k++) {
        boolean matters = whole.get(k) > AS_GOOD_AS_NOTHING * size.get(k);
        free[k] = matters && change.get(k) <= SAME * whole.get(k);
      }
    }
    return free;
  }

  /** The outputs with a weight and its bias multiplied, which are then put back. */
  private Tensor scaled(Weight weight, double factor) {
    List<Tensor> values = new ArrayList<>(List.of(weight.value()));
    weight.bias().ifPresent(b -> values.add(b.value()));
    List<Tensor> before = values.stream().map(Tensor::clone).toList();
    values.forEach(v -> v.mul_(Tensors.factor(factor, v)));
    Tensor outputs = forward().clone();
    for (int i = 0; i < before.size(); i++) {
      values.get(i).copy_(before.get(i));
    }
    return outputs;
  }

  private Tensor forward() {
    return network.forward(batch.inputs(), Pass.training(0));
  }

  @Override
  public void close() {
    try (Scope scope = Scope.open()) {
      statistics.copy_(saved);
    }
    arena.close();
  }
}
