package dev.bridle.diagnostic;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the training of one network tells about itself; a value in Java numbers.
 *
 * <p>What penalties amount to is in the {@code Ledger}, losses over the epochs in the {@code
 * History}, calibration among the scores and predictions of the result.
 *
 * @param norms of every kernel over the epochs
 * @param gradients how much each penalty and decay has to say, for each weight and for all; terms
 *     whose strength is that of absence are left out
 * @param constraints whether they held, and how close the weights are to them
 * @param units dead ones, by layer with an activation
 * @param gaps loss of the validation part less that of the training batches, by epoch; empty
 *     without validation part
 * @param repeatable whether two evaluations agreed to the bit
 * @param robustness under noise on the inputs; empty unless asked for
 * @param findings what is wrong or does nothing, the worst first; none if the training diverged
 */
public record Diagnostics(
    List<LayerNorms> norms,
    List<GradientShare> gradients,
    List<ConstraintCheck> constraints,
    List<DeadUnits> units,
    List<Double> gaps,
    boolean repeatable,
    Optional<Robustness> robustness,
    List<Finding> findings) {

  /** Copies the lists. */
  public Diagnostics {
    norms = List.copyOf(norms);
    gradients = List.copyOf(gradients);
    constraints = List.copyOf(constraints);
    units = List.copyOf(units);
    gaps = List.copyOf(gaps);
    findings = List.copyOf(findings);
  }

  /** The same numbers with what the audits find in them. */
  public Diagnostics audited() {
    return with(Audits.of(this));
  }

  private Diagnostics with(List<Finding> found) {
    return new Diagnostics(
        norms, gradients, constraints, units, gaps, repeatable, robustness, found);
  }

  /** The share of the gradient of a term on a weight, or on {@link GradientShare#ALL}. */
  public OptionalDouble share(String term, String weight) {
    return gradients.stream()
        .filter(g -> g.term().equals(term) && g.weight().equals(weight))
        .mapToDouble(GradientShare::share)
        .findFirst();
  }
}
