package dev.bridle.optimizer;

import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Range;
import dev.bridle.declaration.Regularizer;
import dev.bridle.population.Population;

/** An update rule as a value: its coefficients, without state. */
public interface Rule extends Regularizer {
  /** The name of the learning rate, the one number that may differ between members. */
  String RATE = "rate";

  /** The rule at work on the members of a population, with fresh state. */
  UpdateRule build(Population population);

  /**
   * The same with gradients in rows of their own even where the rule could add them straight to a
   * velocity: for trainings that look at gradients before the update.
   */
  default UpdateRule buildApart(Population population) {
    return build(population);
  }

  /** The strength of the decoupled weight decay that comes with the rule; 0 for none. */
  default double decay() {
    return 0;
  }

  /** How every rule declares its learning rate. */
  static Parameter rateParameter() {
    return Parameter.number(RATE, "learning rate", Range.above(0));
  }
}
