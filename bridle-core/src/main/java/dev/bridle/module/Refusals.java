package dev.bridle.module;

import dev.bridle.constraint.Constraint;
import dev.bridle.decay.Decay;
import dev.bridle.declaration.Regularizer;
import dev.bridle.penalty.Penalty;
import dev.bridle.perturbation.Perturbation;
import dev.bridle.population.Role;
import dev.bridle.pruning.Prune;
import dev.bridle.recipe.Term;

/** What a term may not ask of the parameters of a module, with the reason and the remedy. */
final class Refusals {
  private Refusals() {}

  /** Refuses a term that does not act on parameters, or not without knowing more of a training. */
  static void requireParameters(Term term, Regularizer regularizer) {
    boolean acts =
        regularizer instanceof Penalty
            || regularizer instanceof Decay
            || (regularizer instanceof Constraint && !(regularizer instanceof Prune));
    if (!acts) {
      throw new IllegalArgumentException(term + " " + instead(term, regularizer));
    }
    if (word(term, "momentum").equals("tangent")) {
      throw new IllegalArgumentException(
          term + " changes velocities, which only the optimizer has: expected momentum=keep");
    }
  }

  private static String instead(Term term, Regularizer regularizer) {
    return switch (term.declaration().kind()) {
      case BATCH -> "changes batches: do so before the forward pass";
      case NOISE, DROPOUT ->
          regularizer instanceof Perturbation
              ? "changes weights for the length of a pass: that is up to your loop"
              : "acts on activations, in the forward pass: make it a layer of the module";
      case NORMALIZATION, PENALTY ->
          "acts on activations, in the forward pass: make it a layer of the module";
      case GRADIENT ->
          "acts on gradients: change them yourself, after addGradients() and before decay(rate),"
              + " such as by torch.clip_grad_norm_";
      case CONSTRAINT, DECAY -> "follows the course of a training, which only your loop knows";
      case AVERAGING -> "averages what a training goes through: that is up to your loop";
      case STOPPING -> "ends a training: that is up to your loop";
      case UPDATE_RULE -> "is an update rule: that is up to your optimizer";
    };
  }

  /** Refuses a penalty that is defined for certain networks alone: a module could be any. */
  static void requireAnyNetwork(Regularizer regularizer) {
    if (regularizer instanceof Penalty penalty) {
      penalty.requireNetwork(false, false, 0);
    }
  }

  /** Refuses a parameter of which it is not known what the term asks for, or of a wrong shape. */
  static void requireShape(Term term, Regularizer regularizer, ModuleParameter p) {
    boolean inputs =
        word(term, "scope").equals("per-input")
            || word(term, "by").equals("input")
            || word(term, "side").equals("inputs");
    if (inputs && p.role() == Role.KERNEL && !p.knowsInputs()) {
      throw unknown(term, p, "inputs", "; choose a place that leaves it out");
    }
    if (!inputs && asksForUnits(term, regularizer) && !p.knowsUnits()) {
      throw unknown(
          term,
          p,
          "units",
          ": say which by ModuleRestraint.of(model, recipe, UnitAxes.of(\""
              + p.name()
              + "\", axis)), or choose a place that leaves it out");
    }
    if (regularizer instanceof Penalty penalty) {
      penalty.requireWeight(p.spec());
    }
  }

  private static IllegalArgumentException unknown(
      Term term, ModuleParameter p, String what, String instead) {
    return new IllegalArgumentException(
        term
            + " on "
            + p.name()
            + " "
            + p.spec().shape()
            + ": not known which axis counts "
            + what
            + ", as "
            + p.ownerInWords()
            + instead);
  }

  /** Whether it matters to a term what a unit is. */
  private static boolean asksForUnits(Term term, Regularizer regularizer) {
    boolean byUnits =
        (regularizer instanceof Penalty penalty && !penalty.elementwise())
            || (regularizer instanceof Constraint constraint && !constraint.elementwise());
    boolean whole = word(term, "scope").equals("whole") || word(term, "by").equals("layer");
    return byUnits && !whole;
  }

  /** The word of a choice; empty where the term has no such choice. */
  private static String word(Term term, String choice) {
    return term.declaration().choice(choice).isPresent() ? term.word(choice) : "";
  }
}
