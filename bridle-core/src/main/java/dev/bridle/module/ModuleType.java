package dev.bridle.module;

import dev.bridle.population.Initial;
import dev.bridle.population.Role;
import dev.bridle.population.WeightSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;

/**
 * What is known of one of libtorch's modules: what its parameters are to it, and which axes count
 * units and inputs.
 *
 * @param name as libtorch has it
 * @param form how its parameters are laid out
 * @param weight the tensor that its forward pass uses as {@code weight}, kept beside the registered
 *     one; undefined where it cannot be asked for
 * @param groups how many groups of inputs there are, of which each unit sees one
 */
record ModuleType(
    String name, Form form, Function<Module, Tensor> weight, ToLongFunction<Module> groups) {

  /** How parameters are laid out. */
  enum Form {
    /** {@code weight [units, inputs, ...]}, {@code bias [units]}. */
    UNITS_FIRST,
    /** {@code weight [inputs, units, ...]}, {@code bias [units]}. */
    INPUTS_FIRST,
    /** {@code weight [units, ...]}, where a unit has no inputs of its own: rows of an embedding. */
    ROWS,
    /** {@code weight} is a scale and {@code bias} a shift of what is normalised. */
    NORMALIZATION,
    /** Many: all that have bias in their name are, the others are {@code [units, inputs]}. */
    BY_NAME,
    /** Nothing is known. */
    UNKNOWN
  }

  /**
   * What a parameter is, its axes counted as they are.
   *
   * @param role kernel or not
   * @param units the axis that counts units, or -1 if that is not known
   * @param inputs the axis that counts inputs, or -1
   */
  record Layout(Role role, int units, int inputs) {
    /** What it declares, units first, then inputs where they are known. */
    WeightSpec spec(String name, long[] shape) {
      List<Integer> sizes =
          new ArrayList<>(Arrays.stream(shape).mapToObj(Math::toIntExact).toList());
      if (units > 0) {
        sizes.add(0, sizes.remove(units));
      }
      int inputAxis = units < 0 || inputs < 0 ? -1 : 1;
      return new WeightSpec(name, role, sizes, Math.min(units, 0), inputAxis, Initial.ZERO);
    }

    /** A view in that order. */
    Tensor unitsFirst(Tensor parameter) {
      return units > 0 ? parameter.movedim(units, 0) : parameter;
    }
  }

  private static final String PREFIX = "torch::nn::";

  private static final List<ModuleType> KNOWN =
      List.of(
          known("Linear", Form.UNITS_FIRST, m -> m.asLinear().weight()),
          known("Bilinear", Form.ROWS, m -> m.asBilinear().weight()),
          grouped(
              "Conv1d",
              Form.UNITS_FIRST,
              m -> m.asConv1d().weight(),
              m -> m.asConv1d().options().groups().get()),
          grouped(
              "Conv2d",
              Form.UNITS_FIRST,
              m -> m.asConv2d().weight(),
              m -> m.asConv2d().options().groups().get()),
          grouped(
              "Conv3d",
              Form.UNITS_FIRST,
              m -> m.asConv3d().weight(),
              m -> m.asConv3d().options().groups().get()),
          grouped(
              "ConvTranspose1d",
              Form.INPUTS_FIRST,
              m -> m.asConvTranspose1d().weight(),
              m -> m.asConvTranspose1d().options().groups().get()),
          grouped(
              "ConvTranspose2d",
              Form.INPUTS_FIRST,
              m -> m.asConvTranspose2d().weight(),
              m -> m.asConvTranspose2d().options().groups().get()),
          grouped(
              "ConvTranspose3d",
              Form.INPUTS_FIRST,
              m -> m.asConvTranspose3d().weight(),
              m -> m.asConvTranspose3d().options().groups().get()),
          known("Embedding", Form.ROWS, m -> m.asEmbedding().weight()),
          known("EmbeddingBag", Form.ROWS, m -> m.asEmbeddingBag().weight()),
          known("BatchNorm1d", Form.NORMALIZATION, m -> m.asBatchNorm1d().weight()),
          known("BatchNorm2d", Form.NORMALIZATION, m -> m.asBatchNorm2d().weight()),
          known("BatchNorm3d", Form.NORMALIZATION, m -> m.asBatchNorm3d().weight()),
          known("InstanceNorm1d", Form.NORMALIZATION, m -> m.asInstanceNorm1d().weight()),
          known("InstanceNorm2d", Form.NORMALIZATION, m -> m.asInstanceNorm2d().weight()),
          known("InstanceNorm3d", Form.NORMALIZATION, m -> m.asInstanceNorm3d().weight()),
          known("LayerNorm", Form.NORMALIZATION, m -> m.asLayerNorm().weight()),
          known("GroupNorm", Form.NORMALIZATION, m -> m.asGroupNorm().weight()),
          known("PReLU", Form.NORMALIZATION, m -> m.asPReLU().weight()),
          closed("RNN", Form.BY_NAME),
          closed("LSTM", Form.BY_NAME),
          closed("GRU", Form.BY_NAME),
          closed("RNNCell", Form.BY_NAME),
          closed("LSTMCell", Form.BY_NAME),
          closed("GRUCell", Form.BY_NAME),
          closed("MultiheadAttention", Form.BY_NAME));

  private static final Map<String, ModuleType> BY_NAME =
      KNOWN.stream().collect(Collectors.toUnmodifiableMap(ModuleType::name, t -> t));

  private static ModuleType known(String name, Form form, Function<Module, Tensor> weight) {
    return grouped(name, form, weight, m -> 1);
  }

  /** One whose own tensors cannot be asked for. */
  private static ModuleType closed(String name, Form form) {
    return known(name, form, m -> new Tensor());
  }

  private static ModuleType grouped(
      String name, Form form, Function<Module, Tensor> weight, ToLongFunction<Module> groups) {
    return new ModuleType(name, form, weight, groups);
  }

  /** What is known of a module's type. */
  static ModuleType of(Module module) {
    String name = module.name().getString();
    boolean libtorchs = name.startsWith(PREFIX);
    String plain = libtorchs ? name.substring(PREFIX.length()).replaceFirst("Impl$", "") : name;
    ModuleType known = libtorchs ? BY_NAME.get(plain) : null;
    return known != null ? known : closed(plain, Form.UNKNOWN);
  }

  /**
   * What one of its parameters is.
   *
   * @param parameter its name in the module: {@code weight_ih_l0}
   * @param axes how many it has
   */
  Layout layout(Module module, String parameter, int axes) {
    boolean grouped = groups.applyAsLong(module) > 1;
    boolean bias = parameter.contains("bias");
    return switch (form) {
      case UNITS_FIRST -> bias ? vector(Role.BIAS, axes) : kernel(0, grouped ? -1 : 1);
      // units of all groups do not lie along one axis
      case INPUTS_FIRST -> bias ? vector(Role.BIAS, axes) : kernel(grouped ? -1 : 1, 0);
      case ROWS -> bias ? vector(Role.BIAS, axes) : kernel(0, -1);
      case NORMALIZATION -> vector(bias ? Role.SHIFT : Role.SCALE, axes);
      case BY_NAME -> bias ? vector(Role.BIAS, axes) : kernel(0, 1);
      case UNKNOWN -> bias ? vector(Role.BIAS, axes) : unknown(axes);
    };
  }

  private static Layout kernel(int units, int inputs) {
    return new Layout(Role.KERNEL, units, inputs);
  }

  /** One number for each unit, if it has one axis. */
  private static Layout vector(Role role, int axes) {
    return new Layout(role, axes == 1 ? 0 : -1, -1);
  }

  /** Something with several axes multiplies; what has fewer is left alone unless it is named. */
  private static Layout unknown(int axes) {
    return axes > 1 ? kernel(-1, -1) : vector(Role.SCALE, axes);
  }
}
