package dev.bridle.module;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.OptimizerOptions;
import org.bytedeco.pytorch.OptimizerParamGroup;
import org.bytedeco.pytorch.OptimizerParamGroupVector;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.TensorVector;

/**
 * What an optimizer of libtorch is about to do to each parameter: learning rates, which may differ
 * between its groups and from step to step, and pulls.
 */
final class OptimizerGroups {
  private final Map<Long, Motion> motions = new HashMap<>();
  private final String name;

  /** Learning rate and, under SGD, pull. */
  private record Motion(double rate, Optional<Pull> pull) {}

  /** Reads an optimizer as it is now. */
  OptimizerGroups(Optimizer optimizer) {
    name = optimizer.getClass().getSimpleName();
    OptimizerParamGroupVector groups = optimizer.param_groups();
    for (long i = 0; i < groups.size(); i++) {
      OptimizerParamGroup group = groups.get(i);
      OptimizerOptions options = group.has_options() ? group.options() : optimizer.defaults();
      boolean sgd = optimizer instanceof SGD;
      Motion motion =
          new Motion(options.get_lr(), sgd ? Optional.of(pull(options)) : Optional.empty());
      TensorVector parameters = group.params();
      for (long j = 0; j < parameters.size(); j++) {
        motions.put(ModuleParameter.identity(parameters.get(j)), motion);
      }
    }
  }

  private static Pull pull(OptimizerOptions options) {
    SGDOptions sgd = new SGDOptions(options); // the same object by its own type
    Pull pull = Pull.momentum(sgd.lr().get(), sgd.momentum().get());
    boolean damped = sgd.momentum().get() != 0; // without a velocity nothing is dampened
    return damped ? new Pull(pull.size() * (1 - sgd.dampening().get())) : pull;
  }

  /**
   * Refuses a parameter that is not the optimizer's, or whose pull a term needs and is not known.
   */
  void require(ModuleTerm term, ModuleParameter parameter) {
    Motion motion = motion(parameter);
    if (term.isProximal() && motion.pull.isEmpty()) {
      throw new IllegalArgumentException(
          term.pullUnknown("it is known for SGD and not for " + name));
    }
  }

  /** The learning rate of a parameter. */
  double rate(ModuleParameter parameter) {
    return motion(parameter).rate;
  }

  /** How far the optimizer pulls a parameter, where that is known. */
  Pull pull(ModuleParameter parameter) {
    return motion(parameter).pull.orElseThrow();
  }

  private Motion motion(ModuleParameter parameter) {
    Motion motion = motions.get(parameter.identity());
    if (motion == null) {
      throw new IllegalArgumentException(
          parameter.name()
              + ": is not among the parameters of this optimizer; give it model.parameters(), or freeze"
              + " the parameter by requires_grad_(false)");
    }
    return motion;
  }
}
