package dev.bridle.module;

import dev.bridle.population.Role;
import dev.bridle.recipe.Place;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import dev.bridle.text.Suggestion;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.StringSharedModuleDict;
import org.bytedeco.pytorch.StringTensorDict;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/** The parameters of a module and all modules within it, by name, and what became of them. */
final class ModuleParameters {
  private final Module module;
  private final Map<String, ModuleParameter> parameters = new LinkedHashMap<>();
  private final long registered;

  /**
   * Reads a module.
   *
   * @param arena where handles live
   */
  ModuleParameters(Module module, UnitAxes byHand, Arena arena) {
    this.module = module;
    try (Scope scope = Scope.open()) {
      StringSharedModuleDict modules = module.named_modules("", true);
      for (long i = 0; i < modules.size(); i++) {
        String name = text(modules.get(i).key());
        read(name, arena.keepPointer(modules.get(i).value()), byHand, arena);
      }
      this.registered = module.named_parameters().size();
    }
    if (parameters.isEmpty()) {
      throw new IllegalArgumentException(
          "module "
              + module.name().getString()
              + ": has no parameters; register its layers before it is restrained");
    }
    requireUsed(byHand);
    parameters.values().forEach(p -> partner(p).ifPresent(p::setBias));
  }

  private void read(String owner, Module part, UnitAxes byHand, Arena arena) {
    ModuleType type = ModuleType.of(part);
    StringTensorDict own = part.named_parameters(false);
    for (long i = 0; i < own.size(); i++) {
      String local = text(own.get(i).key());
      String name = owner.isEmpty() ? local : owner + "." + local;
      Tensor handle = arena.keep(new Tensor(own.get(i).value()));
      int axes = (int) handle.dim();
      ModuleType.Layout layout =
          axis(name, byHand)
              .map(axis -> byHand(name, axis, handle))
              .orElseGet(() -> type.layout(part, local, axes));
      Tensor inUse = arena.keep(local.equals("weight") ? type.weight().apply(part) : new Tensor());
      long identity = ModuleParameter.identity(handle);
      boolean known = parameters.values().stream().anyMatch(p -> p.identity() == identity);
      if (!known) { // a tensor with two names is acted on once
        parameters.put(name, new ModuleParameter(name, owner, type.name(), layout, handle, inUse));
      }
    }
  }

  /** The axis said by hand, the last one that matches. */
  private static Optional<Integer> axis(String name, UnitAxes byHand) {
    return byHand.axes().entrySet().stream()
        .filter(e -> Place.globMatches(e.getKey(), name))
        .map(Map.Entry::getValue)
        .reduce((first, last) -> last);
  }

  private static ModuleType.Layout byHand(String name, int axis, Tensor handle) {
    int axes = (int) handle.dim();
    if (axis >= axes) {
      throw new IllegalArgumentException(
          "unit axis of "
              + name
              + " "
              + Arrays.toString(Tensors.shape(handle))
              + " = "
              + axis
              + ": expected an axis below "
              + axes);
    }
    return new ModuleType.Layout(Role.KERNEL, axis, axes == 2 ? 1 - axis : -1);
  }

  private void requireUsed(UnitAxes byHand) {
    for (String pattern : byHand.axes().keySet()) {
      if (parameters.keySet().stream().noneMatch(n -> Place.globMatches(pattern, n))) {
        throw new IllegalArgumentException(
            "unit axis of \""
                + pattern
                + "\": matches no parameter; "
                + Suggestion.expected(pattern, parameters.keySet()));
      }
    }
  }

  /** {@code bias_ih_l0} for {@code weight_ih_l0}. */
  private Optional<ModuleParameter> partner(ModuleParameter p) {
    String local = p.name().substring(p.owner().isEmpty() ? 0 : p.owner().length() + 1);
    String prefix = p.name().substring(0, p.name().length() - local.length());
    return local.contains("weight") && p.role() == Role.KERNEL && p.knowsUnits()
        ? Optional.ofNullable(parameters.get(prefix + local.replace("weight", "bias")))
            .filter(b -> b.role() == Role.BIAS)
            .filter(b -> b.spec().shape().equals(p.spec().shape().subList(0, 1)))
        : Optional.empty();
  }

  /** All of them, in the order in which they were registered, outer modules first. */
  List<ModuleParameter> all() {
    return List.copyOf(parameters.values());
  }

  /**
   * Makes sure that the module still has and uses these parameters and no others.
   *
   * @throws IllegalStateException if not
   */
  void check() {
    if (module.isNull()) {
      throw new IllegalStateException("the restrained module has been closed");
    }
    try (Scope scope = Scope.open()) {
      check(module.named_parameters());
    }
  }

  private void check(StringTensorDict now) {
    if (now.size() != registered) {
      throw new IllegalStateException(
          "the module has "
              + now.size()
              + " parameters and had "
              + registered
              + " when this restraint was made; make a new one");
    }
    for (ModuleParameter parameter : parameters.values()) {
      Tensor found = now.find(parameter.name());
      parameter.check(found == null ? new Tensor() : found);
    }
  }

  /** Empty text is no text on the native side. */
  private static String text(@Nullable BytePointer pointer) {
    return pointer == null ? "" : pointer.getString();
  }

  /** What acts where, a line for each parameter. */
  String overview(List<ModuleTerm> terms) {
    return parameters.values().stream()
        .map(p -> p.name() + ": " + p.sizeInWords() + ": " + acting(terms, p))
        .collect(Collectors.joining("\n"));
  }

  private static String acting(List<ModuleTerm> terms, ModuleParameter p) {
    List<String> names =
        terms.stream().filter(term -> term.actsOn(p)).map(ModuleTerm::toString).toList();
    String all = names.isEmpty() ? "nothing" : String.join(", ", names);
    return p.isTrained() ? all : "frozen, left alone";
  }

  /** The names of all modules that own parameters, and of those around them. */
  List<String> modules() {
    return parameters.values().stream()
        .flatMap(p -> p.around().stream())
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }
}
