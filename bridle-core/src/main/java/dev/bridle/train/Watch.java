package dev.bridle.train;

import dev.bridle.constraint.Constraint;
import dev.bridle.loss.Loss;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.population.Population;
import dev.bridle.population.Role;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Looks at the members of a training after each epoch, all at once, and remembers numbers: norms,
 * whether constraints hold, and, after epochs 1, 2, 4, 8 and so on, how close they are and what
 * penalties have to say. No bit of the training depends on it.
 */
final class Watch {
  private final CompiledNetwork compiled;
  private final List<Member> members;
  private final Loss loss;
  private final List<Sight> sights = new ArrayList<>();
  private final List<Line> checks;
  private final List<Line> pulls;

  /** What one place of the lists stands for: a term, by its place in the restraint, on a weight. */
  record Line(int term, String weight) {}

  /** A constraint and a weight it acts on. */
  record Check(BoundTerm term, Weight weight) {
    Constraint constraint() {
      return term.constraint().orElseThrow();
    }
  }

  /**
   * What is seen of one member: by kernel, by check, by pull, in the order of terms and weights.
   */
  static final class Sight {
    final List<Integer> epochs = new ArrayList<>();
    final List<double[]> norms = new ArrayList<>();
    final Checks checks;
    final Shares shares;

    Sight(int checks, int pulls) {
      this.checks = new Checks(checks);
      this.shares = new Shares(pulls);
    }
  }

  /** By check: how often it was looked at, the worst violation and its epoch, the closest unit. */
  static final class Checks {
    final int[] count;
    final double[] worst;
    final int[] epoch;
    final double[] peak;

    Checks(int n) {
      count = new int[n];
      worst = new double[n];
      epoch = new int[n];
      peak = new double[n];
    }
  }

  /** By pull: sums of shares over the looks; and those of all weights of the pull's term. */
  static final class Shares {
    final double[] sums;
    final double[] totals;
    final int[] looks;
    final boolean[] scaleFree;

    Shares(int n) {
      sums = new double[n];
      totals = new double[n];
      looks = new int[n];
      scaleFree = new boolean[n];
    }
  }

  /** Looks at all members before the first update. */
  Watch(CompiledNetwork compiled, List<Member> members, Loss loss, Crew crew) {
    this.compiled = compiled;
    this.members = members;
    this.loss = loss;
    List<BoundTerm> terms = crew.restraint.terms();
    this.checks =
        checks(terms, crew.population).stream()
            .map(c -> new Line(terms.indexOf(c.term()), c.weight().spec().name()))
            .toList();
    this.pulls =
        Look.pulls(crew).stream()
            .map(p -> new Line(terms.indexOf(p.term()), p.weight().spec().name()))
            .toList();
    members.forEach(m -> sights.add(new Sight(checks.size(), pulls.size())));
    try (Scope scope = Scope.open()) {
      Readings start = new Readings(crew.size());
      kernels(crew.population).forEach(w -> start.add(norm(w)));
      double[][] rows = start.rows();
      for (int k = 0; k < rows.length; k++) {
        sights.get(k).epochs.add(0);
        sights.get(k).norms.add(rows[k]);
      }
    }
  }

  /** What was seen of a member. */
  Sight sight(int member) {
    return sights.get(member);
  }

  /** Every constraint and weight, in the order of {@link Checks}. */
  List<Line> checks() {
    return checks;
  }

  /** Every penalty or decay and weight, in the order of {@link Shares}. */
  List<Line> pulls() {
    return pulls;
  }

  /** The kernels of a population, whose norms are written down. */
  static List<Weight> kernels(Population population) {
    return population.weights().stream().filter(w -> w.spec().role() == Role.KERNEL).toList();
  }

  /** All that constrains a weight, in the order of the terms. */
  static List<Check> checks(List<BoundTerm> terms, Population population) {
    List<Check> checks = new ArrayList<>();
    for (BoundTerm term : terms) {
      if (term.constraint().isPresent()) {
        term.weights(population).forEach(w -> checks.add(new Check(term, w)));
      }
    }
    return checks;
  }

  /**
   * Looks at a crew after an epoch.
   *
   * @param present which members it consists of
   * @param epoch counted from 1
   */
  void afterEpoch(Crew crew, int[] present, int epoch) {
    try (Scope scope = Scope.open()) {
      List<Check> checks = checks(crew.restraint.terms(), crew.population);
      boolean dear = isPowerOf(8, epoch);
      boolean looks = isPowerOf(2, epoch);
      Readings readings = new Readings(crew.size());
      List<Weight> kernels = kernels(crew.population);
      boolean noted = isNoted(epoch);
      if (noted) {
        kernels.forEach(w -> readings.add(norm(w)));
      }
      for (Check check : checks) {
        if (dear || !check.constraint().isDearToCheck()) {
          readings.add(check.constraint().violation(check.weight(), check.term().strengths()));
          if (looks) {
            readings.add(closest(check, crew.size()));
          }
        }
      }
      double[][] rows = readings.rows();
      for (int k = 0; k < rows.length; k++) {
        Sight sight = sights.get(present[k]);
        if (noted) {
          sight.epochs.add(epoch);
          sight.norms.add(Arrays.copyOf(rows[k], kernels.size()));
        }
        write(sight.checks, rows[k], noted ? kernels.size() : 0, checks, epoch);
      }
      if (looks) {
        look(crew, present, epoch);
      }
    }
  }

  private static boolean isPowerOf(int base, int number) {
    int power = 1;
    while (power < number && power <= Integer.MAX_VALUE / base) {
      power *= base;
    }
    return power == number;
  }

  /** All of the first 32 epochs, every second of the next 32, every fourth of the next 64. */
  private static boolean isNoted(int epoch) {
    return epoch % Math.max(1, Integer.highestOneBit(epoch - 1) / 16) == 0;
  }

  private static void write(Checks seen, double[] row, int from, List<Check> checks, int epoch) {
    int at = from;
    for (int i = 0; i < checks.size(); i++) {
      if (isPowerOf(8, epoch) || !checks.get(i).constraint().isDearToCheck()) {
        seen.count[i]++;
        if (row[at] > seen.worst[i]) {
          seen.worst[i] = row[at];
          seen.epoch[i] = epoch;
        }
        at++;
        if (isPowerOf(2, epoch)) {
          seen.peak[i] = row[at] > seen.peak[i] ? row[at] : seen.peak[i];
          at++;
        }
      }
    }
  }

  /** The norm of all its numbers, {@code [K, 1, ...]}. */
  static Tensor norm(Weight weight) {
    return Tensors.norm(weight.value(), weight.allAxes());
  }

  /** The closest unit of each member, {@code [K, 1]}; zeros where there is no such thing. */
  private static Tensor closest(Check check, int members) {
    return check
        .constraint()
        .closeness(check.weight(), check.term().strengths())
        .map(c -> c.reshape(members, -1).amax(new long[] {1}, true))
        .orElseGet(() -> norm(check.weight()).zero_());
  }

  private void look(Crew crew, int[] present, int epoch) {
    List<Look.Pull> pulls = Look.pulls(crew);
    if (pulls.isEmpty()) {
      return;
    }
    List<Member> looked = Arrays.stream(present).mapToObj(members::get).toList();
    try (Look look = new Look(crew, compiled, looked, loss)) {
      List<Look.Sides> sides = look.sides(pulls);
      for (int k = 0; k < present.length; k++) {
        add(sights.get(present[k]).shares, pulls, sides, k);
      }
      if (epoch == 1) {
        scales(look, pulls, present);
      }
    }
  }

  private static void add(Shares shares, List<Look.Pull> pulls, List<Look.Sides> sides, int k) {
    for (int i = 0; i < pulls.size(); i++) {
      BoundTerm term = pulls.get(i).term();
      double own = 0;
      double data = 0;
      for (int j = 0; j < pulls.size(); j++) {
        if (pulls.get(j).term().equals(term)) {
          own += Math.pow(sides.get(j).term().get(k), 2);
          data += Math.pow(sides.get(j).data().get(k), 2);
        }
      }
      double share = share(sides.get(i).term().get(k), sides.get(i).data().get(k));
      double total = share(Math.sqrt(own), Math.sqrt(data));
      if (Double.isFinite(share) && Double.isFinite(total)) {
        shares.sums[i] += share;
        shares.totals[i] += total;
        shares.looks[i]++;
      }
    }
  }

  private static double share(double own, double data) {
    return own == 0 ? own : own / (own + data);
  }

  private void scales(Look look, List<Look.Pull> pulls, int[] present) {
    for (int i = 0; i < pulls.size(); i++) {
      boolean[] free = look.scaleFree(pulls.get(i).weight());
      for (int k = 0; k < present.length; k++) {
        sights.get(present[k]).shares.scaleFree[i] = free[k];
      }
    }
  }

  /** Numbers {@code [K]} that are fetched from native memory at once. */
  private static final class Readings {
    private final int members;
    private final List<Tensor> columns = new ArrayList<>();

    Readings(int members) {
      this.members = members;
    }

    void add(Tensor numbers) {
      columns.add(numbers.reshape(members, 1));
    }

    /** By member, what was added in order. */
    double[][] rows() {
      if (columns.isEmpty()) {
        return new double[members][0];
      }
      double[] all = Tensors.toDoubles(Tensors.concatenate(1, columns.toArray(new Tensor[0])));
      double[][] rows = new double[members][];
      for (int k = 0; k < members; k++) {
        rows[k] = Arrays.copyOfRange(all, k * columns.size(), (k + 1) * columns.size());
      }
      return rows;
    }
  }
}
