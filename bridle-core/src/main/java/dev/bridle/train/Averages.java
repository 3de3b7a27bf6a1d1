package dev.bridle.train;

import dev.bridle.averaging.Averaging;
import dev.bridle.layer.Site;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.population.Population;
import dev.bridle.population.Progress;
import dev.bridle.population.StatisticSpec;
import dev.bridle.population.Strengths;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Tensors;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/**
 * The averages of all members, and the exchange by which they are judged: shown, they stand where
 * the weights do; hidden again, the training goes on with the weights.
 *
 * <p>Weights and the statistics of layers are averaged. What constraints remember is not: an
 * average that is shown is put back into the sets as they are now.
 */
final class Averages {
  private final Averaging averaging;
  private final Strengths strengths;
  private final Population population;
  private final Tensor average;
  private final Tensor weights;
  private final long width;
  private final long firstStatistic;
  private final boolean[] mixed;

  private Averages(Averaging averaging, Strengths strengths, Site site, CompiledNetwork compiled) {
    this.averaging = averaging;
    this.strengths = strengths;
    this.population = site.population();
    Tensor state = population.state();
    this.average = site.arena().zeros(site.precision(), Tensors.shape(state));
    this.weights = site.arena().zeros(site.precision(), Tensors.shape(state));
    this.firstStatistic = population.layout().trained();
    int ofLayers =
        compiled.nodes().stream()
            .flatMap(node -> node.statistics().stream())
            .mapToInt(StatisticSpec::size)
            .sum();
    this.width = firstStatistic + ofLayers;
    this.mixed = new boolean[population.members()];
  }

  /** The averages that a recipe asks for, if it does. */
  static Optional<Averages> of(List<BoundTerm> terms, Site site, CompiledNetwork compiled) {
    return terms.stream()
        .filter(term -> term.regularizer() instanceof Averaging)
        .map(t -> new Averages((Averaging) t.regularizer(), t.strengths(), site, compiled))
        .findFirst();
  }

  /** After an update and its projections. */
  void take(Progress progress) {
    double[] shares = new double[mixed.length];
    double[] rests = new double[mixed.length];
    for (int k = 0; k < shares.length; k++) {
      shares[k] = averaging.share(progress, strengths, k);
      rests[k] = 1 - shares[k];
      mixed[k] |= shares[k] > 0 && shares[k] < 1;
    }
    if (Arrays.stream(shares).anyMatch(share -> share > 0 && share < 1)) {
      average.mul_(column(rests)).addcmul_(population.state(), column(shares));
    }
    for (int k = 0; k < shares.length; k++) {
      if (shares[k] == 1) { // a sum with 0 would lose the sign of a -0
        average.select(0, k).copy_(population.state().select(0, k));
      }
    }
  }

  private Tensor column(double... values) {
    return PerMember.of(values).tensor(population.precision(), 2);
  }

  /**
   * Puts the averages where the weights are.
   *
   * @param restraint puts them into the constraints' sets
   */
  void show(Restraint restraint) {
    weights.copy_(population.state());
    population.state().narrow(1, 0, width).copy_(average.narrow(1, 0, width));
    restraint.project();
  }

  /** Whether the statistics of a member do not fit the averages that are shown. */
  boolean wantsStatistics(int k) {
    return averaging.refreshesStatistics() && width > firstStatistic && mixed[k];
  }

  /** Whether those of any member do not. */
  boolean wantsStatistics() {
    return java.util.stream.IntStream.range(0, mixed.length).anyMatch(this::wantsStatistics);
  }

  /** Takes back the statistics of those members that keep theirs. */
  void keepStatistics() {
    for (int k = 0; k < mixed.length; k++) {
      if (!wantsStatistics(k)) {
        statistics(population.state(), k).copy_(statistics(average, k));
      }
    }
  }

  private Tensor statistics(Tensor rows, int k) {
    return rows.select(0, k).narrow(0, firstStatistic, width - firstStatistic);
  }

  /** Puts the weights back where they were. */
  void hide() {
    population.state().copy_(weights);
  }

  /** Takes over what is known of some members of another crew. */
  void copy(Averages other, int... members) {
    for (int i = 0; i < members.length; i++) {
      average.select(0, i).copy_(other.average.select(0, members[i]));
      weights.select(0, i).copy_(other.weights.select(0, members[i]));
      mixed[i] = other.mixed[members[i]];
    }
  }
}
