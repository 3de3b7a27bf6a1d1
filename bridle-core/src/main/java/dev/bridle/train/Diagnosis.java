package dev.bridle.train;

import dev.bridle.catalogue.Catalogue;
import dev.bridle.diagnostic.ConstraintCheck;
import dev.bridle.diagnostic.ConstraintCheck.Tightness;
import dev.bridle.diagnostic.DeadUnits;
import dev.bridle.diagnostic.Depth;
import dev.bridle.diagnostic.Diagnostics;
import dev.bridle.diagnostic.GradientShare;
import dev.bridle.diagnostic.LayerNorms;
import dev.bridle.diagnostic.Robustness;
import dev.bridle.optimizer.Rule;
import dev.bridle.population.Population;
import dev.bridle.population.Weight;
import dev.bridle.recipe.Term;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Puts what was seen of each member, during its training and after, into its diagnostics. */
final class Diagnosis {
  private final Training training;
  private final List<Member> members;
  private final Finished finished;
  private final Population finals;
  private final List<Watch.Check> checks;

  /** A term as a member's recipe has it. */
  private record Named(String text, boolean absent) {}

  Diagnosis(Training training, List<Member> members, Finished finished) {
    this.training = training;
    this.members = members;
    this.finished = finished;
    this.finals = training.finals();
    this.checks = Watch.checks(finished.terms(), finals);
  }

  /**
   * The diagnostics of all members.
   *
   * @param outputs {@code [K][N * O]} of the training part, as evaluated before
   */
  List<Diagnostics> of(double[][] outputs, Depth depth) {
    Probe probe = new Probe(training.compiled());
    double[][] again = finished.outputs(training.train(), probe);
    List<List<DeadUnits>> dead = probe.deadUnits(members.size());
    List<Optional<Robustness>> robustness =
        depth == Depth.FULL
            ? new Steadiness(training, members, finished).measure()
            : members.stream().map(m -> Optional.<Robustness>empty()).toList();
    List<Diagnostics> all = new ArrayList<>();
    try (Scope scope = Scope.open()) {
      double[][] zeros = zeros();
      double[][] ends = ends();
      double[][][] closeness = closeness();
      for (int k = 0; k < members.size(); k++) {
        Training.Track track = training.tracks().get(k);
        Diagnostics numbers =
            new Diagnostics(
                norms(k, zeros, ends),
                gradients(k),
                constraints(k, closeness),
                dead.get(k),
                gaps(track),
                Arrays.equals(outputs[k], again[k]),
                robustness.get(k),
                List.of());
        boolean diverged = track.outcome.orElseThrow() instanceof Outcome.Diverged;
        all.add(diverged ? numbers : numbers.audited());
      }
    }
    return all;
  }

  private List<LayerNorms> norms(int k, double[][] zeros, double[][] ends) {
    Watch.Sight sight = training.watch().sight(k);
    List<Integer> epochs = new ArrayList<>(sight.epochs);
    List<double[]> rows = new ArrayList<>(sight.norms);
    int last = training.tracks().get(k).trainLosses.size();
    boolean stopped = training.tracks().get(k).outcome.orElseThrow() instanceof Outcome.Stopped;
    if (epochs.get(epochs.size() - 1) < last && !stopped) { // the end is always worth a look
      epochs.add(last);
      rows.add(Arrays.stream(ends).mapToDouble(norms -> norms[k]).toArray());
    }
    List<Weight> kernels = Watch.kernels(finals);
    return IntStream.range(0, kernels.size())
        .mapToObj(
            i ->
                new LayerNorms(
                    kernels.get(i).spec().name(),
                    epochs,
                    rows.stream().map(row -> row[i]).toList(),
                    zeros[i][k]))
        .toList();
  }

  /** The norm of each kernel in the end, by member. */
  private double[][] ends() {
    return Watch.kernels(finals).stream()
        .map(w -> Tensors.toDoubles(Watch.norm(w)))
        .toArray(double[][]::new);
  }

  /** Share of exact zeros of each kernel, by member. */
  private double[][] zeros() {
    return Watch.kernels(finals).stream()
        .map(
            w -> {
              Tensor zero = w.value().eq(Tensors.constant(0)).to(ScalarType.Double);
              double[] counts = Tensors.toDoubles(Tensors.sumPerMember(zero));
              return Arrays.stream(counts).map(c -> c / w.spec().size()).toArray();
            })
        .toArray(double[][]::new);
  }

  private List<GradientShare> gradients(int k) {
    List<Watch.Line> lines = training.watch().pulls();
    List<Named> names = names(members.get(k));
    Watch.Shares seen = training.watch().sight(k).shares;
    List<GradientShare> shares = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Named term = names.get(lines.get(i).term());
      if (term.absent()) {
        continue;
      }
      double looks = seen.looks[i]; // 0 / 0 is NaN
      if (i == 0 || lines.get(i - 1).term() != lines.get(i).term()) {
        double total = seen.totals[i] / looks;
        shares.add(new GradientShare(term.text(), GradientShare.ALL, total, false));
      }
      shares.add(
          new GradientShare(
              term.text(), lines.get(i).weight(), seen.sums[i] / looks, seen.scaleFree[i]));
    }
    return shares;
  }

  private List<ConstraintCheck> constraints(int k, double[][][] closeness) {
    List<Named> names = names(members.get(k));
    List<Watch.Line> lines = training.watch().checks();
    Watch.Checks seen = training.watch().sight(k).checks;
    List<ConstraintCheck> all = new ArrayList<>();
    for (int i = 0; i < checks.size(); i++) {
      Watch.Line line = lines.get(i);
      List<String> later =
          lines.stream()
              .filter(other -> other.weight().equals(line.weight()) && other.term() > line.term())
              .map(other -> names.get(other.term()).text())
              .toList();
      all.add(
          new ConstraintCheck(
              names.get(line.term()).text(),
              line.weight(),
              seen.count[i],
              seen.worst[i],
              seen.epoch[i],
              checks.get(i).constraint().allowance(checks.get(i).term().strengths(), k),
              later,
              tightness(closeness[i], seen.peak[i], k)));
    }
    return all;
  }

  /** How close each unit of each member is to its bound, by check: {@code [check][K][units]}. */
  private double[][][] closeness() {
    return checks.stream()
        .map(check -> check.constraint().closeness(check.weight(), check.term().strengths()))
        .map(found -> found.map(c -> rows(c)).orElse(new double[0][]))
        .toArray(double[][][]::new);
  }

  private double[][] rows(Tensor tensor) {
    double[] all = Tensors.toDoubles(tensor);
    int each = all.length / members.size();
    return IntStream.range(0, members.size())
        .mapToObj(k -> Arrays.copyOfRange(all, k * each, (k + 1) * each))
        .toArray(double[][]::new);
  }

  private static Optional<Tightness> tightness(double[][] closeness, double peak, int k) {
    if (closeness.length == 0) {
      return Optional.empty();
    }
    double[] sorted = closeness[k].clone();
    Arrays.sort(sorted);
    long at = Arrays.stream(sorted).filter(c -> c >= ConstraintCheck.AT_BOUND).count();
    double largest = sorted[sorted.length - 1];
    return Optional.of(
        new Tightness(
            Math.max(peak, largest),
            largest,
            sorted[sorted.length / 2],
            (double) at / sorted.length));
  }

  private static List<Double> gaps(Training.Track track) {
    return IntStream.range(0, track.validationLosses.size())
        .mapToObj(i -> track.validationLosses.get(i) - track.trainLosses.get(i))
        .toList();
  }

  /** The terms of a member that act on weights, the decay of its update rule last. */
  private static List<Named> names(Member member) {
    List<Named> names = new ArrayList<>();
    for (Term term : member.recipe().terms()) {
      if (BoundTerm.actsOnWeights(Catalogue.make(term))) {
        names.add(new Named(term.toString(), isAbsent(term)));
      }
    }
    double decay = ((Rule) Catalogue.make(member.plan().rule())).decay();
    String number = new BigDecimal(Double.toString(decay)).stripTrailingZeros().toPlainString();
    names.add(new Named("weight-decay(" + number + ")", decay == 0));
    return names;
  }

  /** Whether all its numbers that can stand for absence do. */
  private static boolean isAbsent(Term term) {
    return term.declaration().parameters().stream()
        .filter(p -> p.absence().isPresent() && term.numbers().containsKey(p.name()))
        .allMatch(p -> term.number(p.name()) == p.absence().getAsDouble());
  }
}
