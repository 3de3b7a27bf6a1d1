package dev.bridle.module;

import dev.bridle.catalogue.Catalogue;
import dev.bridle.constraint.Constraint;
import dev.bridle.decay.Decay;
import dev.bridle.declaration.Regularizer;
import dev.bridle.penalty.Penalty;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.recipe.Term;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.train.Ledger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.bytedeco.pytorch.Tensor;

/**
 * A term of a recipe with the parameters it acts on and its numbers: each method is what it does at
 * one moment, perhaps nothing.
 */
final class ModuleTerm {
  private final Term term;
  private final Regularizer regularizer;
  private final List<ModuleParameter> parameters;
  private final Map<String, PerMember> numbers = new HashMap<>();
  private final Strengths single;
  private final Strengths inDouble;

  /**
   * Binds a term.
   *
   * @throws IllegalArgumentException if it cannot act on parameters, or not on those it names
   */
  ModuleTerm(Term term, ModuleParameters all, Arena arena) {
    this.term = term;
    this.regularizer = Catalogue.make(term);
    Refusals.requireParameters(term, regularizer);
    Refusals.requireAnyNetwork(regularizer);
    this.parameters = ModulePlaces.parameters(term, all);
    parameters.forEach(p -> Refusals.requireShape(term, regularizer, p));
    term.numbers().forEach((name, number) -> numbers.put(name, PerMember.of(number)));
    this.single = new Strengths(numbers, Precision.FLOAT32, arena);
    this.inDouble = new Strengths(numbers, Precision.FLOAT64, arena);
    if (regularizer instanceof Constraint constraint) {
      for (ModuleParameter p : parameters) {
        constraint.remembers(p.spec()).ifPresent(statistic -> p.remember(statistic, arena));
        p.changeWithBias(constraint::remember);
      }
    }
  }

  /** Adds gradients of penalties. */
  void penalize() {
    if (regularizer instanceof Penalty penalty) {
      for (ModuleParameter p : trained()) {
        p.changeWithGradient((w, gradient) -> penalty.addGradient(w, gradient, strengths(w)));
      }
    }
  }

  /** Decays weights or adds to gradients. */
  void decay(ToDoubleFunction<ModuleParameter> rates) {
    if (regularizer instanceof Decay decay) {
      for (ModuleParameter p : trained()) {
        double rate = rates.applyAsDouble(p);
        p.changeWithGradient(
            (w, gradient) -> decay.apply(w, gradient, like(w, rate), strengths(w)));
      }
    }
  }

  /** Takes proximal steps. */
  void shrink(Function<ModuleParameter, Pull> pulls) {
    if (regularizer instanceof Penalty penalty && isProximal()) {
      for (ModuleParameter p : trained()) {
        double pull = pulls.apply(p).size();
        p.change(w -> penalty.shrink(w, like(w, pull), strengths(w)));
      }
    }
  }

  /** Projects. */
  void constrain() {
    if (regularizer instanceof Constraint constraint) {
      trained().forEach(p -> p.changeWithBias(w -> constraint.project(w, strengths(w))));
    }
  }

  /** What a penalty amounts to. */
  List<Ledger.Line> values() {
    List<Ledger.Line> lines = new ArrayList<>();
    if (regularizer instanceof Penalty penalty) {
      for (ModuleParameter p : trained()) {
        double value = p.read(w -> penalty.value(w, strengths(w)));
        lines.add(new Ledger.Line(term.name(), p.name(), value));
      }
    }
    return lines;
  }

  /** By how much a constraint is violated, at least 0; NaN where numbers are. */
  double violation() {
    double worst = 0;
    if (regularizer instanceof Constraint constraint) {
      for (ModuleParameter p : trained()) {
        worst = Math.max(worst, p.read(w -> constraint.violation(w, strengths(w))));
      }
    }
    return worst;
  }

  /** The parameters that are trained: frozen ones are left alone. */
  List<ModuleParameter> trained() {
    return parameters.stream().filter(ModuleParameter::isTrained).toList();
  }

  boolean actsOn(ModuleParameter parameter) {
    return parameters.contains(parameter);
  }

  /** Whether it acts by a proximal step, and so must know the update rule's pull. */
  boolean isProximal() {
    return regularizer instanceof Penalty penalty && penalty.shrinks();
  }

  /**
   * What to say where the pull is not known.
   *
   * @param remedy how to tell it, or why it is not known
   */
  String pullUnknown(String remedy) {
    return term
        + " takes a proximal step, as long as the update rule's pull: "
        + remedy
        + (term.declaration().choice("solver").isPresent()
            ? "; under other rules write solver=subgradient"
            : "; it has no form for other rules");
  }

  private Strengths strengths(Weight weight) {
    return Tensors.isDouble(weight.value()) ? inDouble : single;
  }

  private static Tensor like(Weight weight, double number) {
    Tensor value = weight.value();
    return PerMember.of(number).tensor(Precision.of(value), (int) value.dim());
  }

  /** As written. */
  @Override
  public String toString() {
    return term.toString();
  }
}
