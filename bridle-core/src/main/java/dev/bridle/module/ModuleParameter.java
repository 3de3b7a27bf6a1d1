package dev.bridle.module;

import dev.bridle.population.Role;
import dev.bridle.population.StatisticSpec;
import dev.bridle.population.Weight;
import dev.bridle.population.WeightSpec;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * One parameter of a module, which lends its numbers as a weight {@code [1, units, ...]}, inputs
 * next where they are known.
 *
 * <p>Views are made anew for each use: {@code Module.to} and {@code set_data} put other memory
 * under a parameter. Where the numbers do not lie in that order, they are lent as a copy and put
 * back.
 */
final class ModuleParameter {
  private final String name;
  private final String owner;
  private final String type;
  private final ModuleType.Layout layout;
  private final Tensor registered;
  private final Tensor inUse;
  private final long identity;
  private final WeightSpec spec;
  private Weight weight;
  private Optional<ModuleParameter> bias = Optional.empty();

  /**
   * A parameter.
   *
   * @param name from the root: {@code encoder.0.weight}
   * @param owner the name of the module that registered it; empty for the root
   * @param type the type of that module
   * @param registered a handle that lives as long as the parameters are used
   * @param inUse the module's own field, whose content may change; undefined if it is not known
   */
  ModuleParameter(
      String name,
      String owner,
      String type,
      ModuleType.Layout layout,
      Tensor registered,
      Tensor inUse) {
    this.name = name;
    this.owner = owner;
    this.type = type;
    this.layout = layout;
    this.registered = registered;
    this.inUse = inUse;
    this.identity = identity(registered);
    this.spec = layout.spec(name, Tensors.shape(registered));
    this.weight = Weight.of(spec, registered);
  }

  String name() {
    return name;
  }

  String owner() {
    return owner;
  }

  /**
   * {@code encoder, encoder.0} for one of {@code encoder.0}; the empty name for one of the root.
   */
  List<String> around() {
    List<String> names = new ArrayList<>();
    for (int dot = owner.indexOf('.'); dot >= 0; dot = owner.indexOf('.', dot + 1)) {
      names.add(owner.substring(0, dot));
    }
    names.add(owner);
    return names;
  }

  /** The module that registered it, for messages: {@code head is a MyHead}. */
  String ownerInWords() {
    return (owner.isEmpty() ? "the module" : owner) + " is of type " + type;
  }

  Role role() {
    return layout.role();
  }

  /** What is declared about it, units first. */
  WeightSpec spec() {
    return spec;
  }

  /** What tells one tensor from another, whatever handle it is held by. */
  static long identity(Tensor tensor) {
    return tensor.unsafeGetTensorImpl().address();
  }

  long identity() {
    return identity;
  }

  boolean knowsUnits() {
    return layout.units() >= 0;
  }

  boolean knowsInputs() {
    return spec.inputAxis() >= 0;
  }

  /** The bias of the same units, once all parameters are known. */
  void setBias(ModuleParameter found) {
    bias = Optional.of(found);
  }

  /** Whether it is trained at all; a frozen parameter is left alone. */
  boolean isTrained() {
    return registered.requires_grad();
  }

  boolean hasGradient() {
    return registered.grad().defined();
  }

  /** Makes room for what a constraint remembers of it. */
  void remember(StatisticSpec statistic, Arena arena) {
    String what = statistic.name().substring(spec.name().length() + 1);
    if (weight.remembered(what).isEmpty()) {
      Tensor numbers = arena.zeros(Precision.of(registered), 1, statistic.size());
      numbers.fill_(Tensors.constant(statistic.initial()));
      weight = weight.withRemembered(what, numbers);
    }
  }

  /**
   * Refuses a parameter that its module does not use, or whose numbers cannot be computed with.
   *
   * @param now what the root has registered under its name
   */
  void check(Tensor now) {
    if (!now.is_same(registered) || (inUse.defined() && !inUse.is_same(registered))) {
      throw new IllegalStateException(
          name
              + ": its module computes with another tensor than was registered when this restraint"
              + " was made; change its numbers by copy_ or set_data, or make a new restraint and a new"
              + " optimizer");
    }
    ScalarType format = registered.scalar_type().intern();
    if (!registered.is_cpu() || (format != ScalarType.Float && format != ScalarType.Double)) {
      throw new IllegalStateException(
          name
              + ": "
              + format
              + (registered.is_cpu() ? "" : " on another device")
              + ": expected Float or Double on the CPU");
    }
  }

  /** Lends its numbers to be changed. */
  void change(Consumer<Weight> action) {
    lend(registered, lent -> action.accept(weight.withValue(lent)));
  }

  /** The same with its bias, if there is one. */
  void changeWithBias(Consumer<Weight> action) {
    bias.ifPresentOrElse(
        b -> change(own -> b.change(its -> action.accept(own.withBias(its)))),
        () -> change(action));
  }

  /** Lends its numbers and its gradient, both to be changed; not where there is no gradient. */
  void changeWithGradient(BiConsumer<Weight, Tensor> action) {
    Tensor gradient = registered.grad();
    if (!gradient.defined()) {
      return;
    }
    if (gradient.is_sparse()) {
      throw new IllegalStateException(
          name
              + ": its gradient is sparse: expected a dense one, as of an Embedding with sparse = false");
    }
    change(weight -> lend(gradient, lent -> action.accept(weight, lent)));
  }

  /** What a function of its numbers says, one number. */
  double read(Function<Weight, Tensor> function) {
    double[] number = new double[1];
    changeWithBias(weight -> number[0] = Tensors.toDoubles(function.apply(weight))[0]);
    return number[0];
  }

  private void lend(Tensor own, Consumer<Tensor> action) {
    Tensor view = layout.unitsFirst(own.detach()).unsqueeze(0);
    if (view.is_contiguous()) {
      action.accept(view);
    } else {
      Tensor copy = view.contiguous();
      action.accept(copy);
      view.copy_(copy);
    }
  }

  /** Its size in words: {@code 24 units x 75 weights}. */
  String sizeInWords() {
    int size = spec.size();
    return switch (role()) {
      case BIAS -> count(size, "bias", "biases");
      case SHIFT -> count(size, "shift", "shifts");
      case SCALE -> count(size, "number", "numbers");
      case KERNEL ->
          knowsUnits()
              ? count(spec.shape().get(0), "unit", "units")
                  + " x "
                  + count(spec.fanIn(), "weight", "weights")
              : spec.shape() + ", units not known, as " + ownerInWords();
    };
  }

  private static String count(int n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }
}
