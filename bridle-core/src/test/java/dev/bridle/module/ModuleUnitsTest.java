package dev.bridle.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.recipe.Recipe;
import dev.bridle.testing.OneThread;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.pytorch.BatchNorm2dImpl;
import org.bytedeco.pytorch.BatchNormOptions;
import org.bytedeco.pytorch.BilinearImpl;
import org.bytedeco.pytorch.EmbeddingBagImpl;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.GRUCellImpl;
import org.bytedeco.pytorch.GRUImpl;
import org.bytedeco.pytorch.GroupNormImpl;
import org.bytedeco.pytorch.GroupNormOptions;
import org.bytedeco.pytorch.LSTMImpl;
import org.bytedeco.pytorch.LayerNormImpl;
import org.bytedeco.pytorch.LayerNormOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.LongVector;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.MultiheadAttentionImpl;
import org.bytedeco.pytorch.RNNImpl;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a unit is in each of libtorch's modules, seen by what max-norm does to it. */
@ExtendWith(OneThread.class)
final class ModuleUnitsTest {
  /** A module, one of its parameters, and its size in words. */
  static Stream<Arguments> modules() {
    return Stream.of(
        Arguments.of(new LinearImpl(3, 2), "weight", "2 units x 3 weights"),
        Arguments.of(new BilinearImpl(2, 3, 4), "weight", "4 units x 6 weights"),
        Arguments.of(Layers.conv1d(2, 3, 4), "weight", "3 units x 8 weights"),
        Arguments.of(Layers.conv2d(2, 5, 3, 2, 1), "weight", "5 units x 12 weights"),
        Arguments.of(Layers.conv2d(4, 6, 3, 2, 2), "weight", "6 units x 12 weights"),
        Arguments.of(Layers.conv3d(2, 3, 2), "weight", "3 units x 16 weights"),
        Arguments.of(new EmbeddingImpl(7, 3), "weight", "7 units x 3 weights"),
        Arguments.of(new EmbeddingBagImpl(5, 2), "weight", "5 units x 2 weights"),
        Arguments.of(new RNNImpl(3, 2), "weight_ih_l0", "2 units x 3 weights"),
        Arguments.of(new LSTMImpl(3, 2), "weight_ih_l0", "8 units x 3 weights"),
        Arguments.of(new LSTMImpl(3, 2), "weight_hh_l0", "8 units x 2 weights"),
        Arguments.of(new GRUImpl(3, 2), "weight_ih_l0", "6 units x 3 weights"),
        Arguments.of(new GRUImpl(3, 2), "weight_hh_l0", "6 units x 2 weights"),
        Arguments.of(new GRUCellImpl(3, 2), "weight_ih", "6 units x 3 weights"),
        Arguments.of(new MultiheadAttentionImpl(4, 2), "in_proj_weight", "12 units x 4 weights"),
        Arguments.of(new MultiheadAttentionImpl(4, 2), "out_proj.weight", "4 units x 4 weights"));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void maxNorm_eachUnitLiesSideBySide_isShortenedByItself(Module module, String name, String size) {
    int units = Integer.parseInt(size.substring(0, size.indexOf(' ')));
    int each = Layers.get(module, name).length / units;
    // unit u has u + 1 in all places: norm (u + 1) sqrt(each)
    double[] numbers = IntStream.range(0, units * each).mapToDouble(i -> i / each + 1.0).toArray();
    Layers.set(module, name, numbers);
    double limit = 1.5 * Math.sqrt(each); // the first unit alone is inside
    try (ModuleRestraint restraint = restraint(module, "max-norm(" + limit + ")")) {
      assertThat(restraint.toString()).contains(name + ": " + size + ": max-norm(");
      restraint.project();
      assertThat(restraint.violation()).isLessThan(1e-6);
    }
    double[] after = Layers.get(module, name);
    for (int i = 0; i < after.length; i++) {
      if (i < each) {
        assertThat(after[i]).isEqualTo(1);
      } else {
        assertThat(after[i]).isCloseTo(1.5, within(1e-6));
      }
    }
  }

  @Test
  void maxNorm_transposedConvolution_takesTheSecondAxisForUnits() {
    // [2, 3, 1, 1]: unit u receives the numbers u and u + 3
    Module module = Layers.transposed(2, 3, 1, 1, 1);
    Layers.set(module, "weight", 3, 0.1, 0, 4, 0.2, 10);
    try (ModuleRestraint restraint = restraint(module, "max-norm(1)")) {
      assertThat(restraint.toString()).startsWith("weight: 3 units x 2 weights: max-norm(1)\n");
      restraint.project();
    }
    double[] after = Layers.get(module, "weight");
    assertThat(after).containsExactly(new double[] {0.6, 0.1, 0, 0.8, 0.2, 1}, within(1e-7));
    assertThat((float) after[1]).isEqualTo(0.1f);
    assertThat((float) after[4]).isEqualTo(0.2f);
  }

  @Test
  void maxNorm_weightsInAnotherMemoryOrder_areChangedInPlace() {
    Module module = Layers.conv2d(2, 2, 1, 2, 1);
    Tensor weight = Layers.parameter(module, "weight");
    Layers.set(module, "weight", 3, 0, 0, 4, 0.3, 0, 0, 0.4);
    weight.set_data(weight.detach().contiguous(torch.MemoryFormat.ChannelsLast));
    assertThat(weight.is_contiguous()).isFalse();
    try (ModuleRestraint restraint = restraint(module, "max-norm(1)")) {
      restraint.project();
    }
    assertThat(Layers.get(module, "weight"))
        .containsExactly(new double[] {0.6, 0, 0, 0.8, 0.3, 0, 0, 0.4}, within(1e-7));
  }

  @Test
  void norms_areScalesAndShifts_andNoWeights() {
    Module net = Layers.net("fc", new LinearImpl(2, 2));
    Layers.add(net, "bn", new BatchNorm2dImpl(new BatchNormOptions(3)));
    Layers.add(net, "gn", new GroupNormImpl(new GroupNormOptions(2, 4)));
    Layers.add(net, "ln", new LayerNormImpl(new LayerNormOptions(new LongVector(new long[] {5}))));
    try (ModuleRestraint restraint = restraint(net, "l2(1)")) {
      assertThat(restraint.toString().lines())
          .containsExactly(
              "fc.weight: 2 units x 2 weights: l2(1)",
              "fc.bias: 2 biases: nothing",
              "bn.weight: 3 numbers: nothing",
              "bn.bias: 3 shifts: nothing",
              "gn.weight: 4 numbers: nothing",
              "gn.bias: 4 shifts: nothing",
              "ln.weight: 5 numbers: nothing",
              "ln.bias: 5 shifts: nothing");
    }
  }

  @Test
  void groupedTransposedConvolution_unitWise_isRefused_elementwiseIsNot() {
    Module module = Layers.net("up", Layers.transposed(4, 6, 2, 2, 2));
    assertThatThrownBy(() -> restraint(module, "max-norm(1)"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "max-norm(1) on up.weight [4, 3, 2, 2]: not known which axis counts units, as up is of"
                + " type ConvTranspose2d: say which by ModuleRestraint.of(model, recipe,"
                + " UnitAxes.of(\"up.weight\", axis)), or choose a place that leaves it out");
    restraint(module, "l2(1) + max-norm(1, scope=whole) + box(0, hi=1)").close();
  }

  @Test
  void perInput_whereNoAxisCountsInputs_isRefused() {
    Module module = Layers.net("grouped", Layers.conv2d(4, 6, 2, 2, 2));
    assertThatThrownBy(() -> restraint(module, "max-norm(1, scope=per-input)"))
        .hasMessage(
            "max-norm(1, scope=per-input) on grouped.weight [6, 2, 2, 2]: not known which axis"
                + " counts inputs, as grouped is of type Conv2d; choose a place that leaves it out");
  }

  @Test
  void maxNormPerInput_ofALinearLayer_takesColumns() {
    Module module = new LinearImpl(2, 2);
    Layers.set(module, "weight", 3, 0.1, 4, 0.2);
    try (ModuleRestraint restraint = restraint(module, "max-norm(1, scope=per-input)")) {
      restraint.project();
    }
    double[] after = Layers.get(module, "weight");
    assertThat(after).containsExactly(new double[] {0.6, 0.1, 0.8, 0.2}, within(1e-7));
  }

  @Test
  void unknownModule_unitWise_isRefusedWithItsNameAndTheRemedy() {
    Module head = new Module("MyHead");
    head.register_parameter("table", torch.ones(2, 3));
    Module net = Layers.net("head", head);
    assertThatThrownBy(() -> restraint(net, "max-norm(1)"))
        .hasMessage(
            "max-norm(1) on head.table [2, 3]: not known which axis counts units, as head is of type"
                + " MyHead: say which by ModuleRestraint.of(model, recipe,"
                + " UnitAxes.of(\"head.table\", axis)), or choose a place that leaves it out");
    try (ModuleRestraint restraint = restraint(net, "l2(1)")) {
      assertThat(restraint.toString())
          .isEqualTo("head.table: [2, 3], units not known, as head is of type MyHead: l2(1)");
    }
  }

  @Test
  void unitAxes_sayWhichAxisCountsUnits() {
    Module head = new Module("MyHead");
    head.register_parameter("table", torch.ones(2, 3));
    Module net = Layers.net("head", head);
    Layers.set(net, "head.table", 3, 0.1, 0, 4, 0.2, 10);
    Recipe recipe = Recipe.parse("max-norm(1)");
    try (ModuleRestraint restraint =
        ModuleRestraint.of(net, recipe, UnitAxes.of("head.*", 0).and("head.table", 1))) {
      assertThat(restraint.toString()).isEqualTo("head.table: 3 units x 2 weights: max-norm(1)");
      restraint.project();
    }
    assertThat(Layers.get(net, "head.table"))
        .containsExactly(new double[] {0.6, 0.1, 0, 0.8, 0.2, 1}, within(1e-7));
  }

  @Test
  void unitAxes_wrongOnes_areRefused() {
    Module net = Layers.small();
    Recipe recipe = Recipe.parse("max-norm(1)");
    assertThatThrownBy(() -> ModuleRestraint.of(net, recipe, UnitAxes.of("fc1.weight", 2)))
        .hasMessage("unit axis of fc1.weight [2, 3] = 2: expected an axis below 2");
    assertThatThrownBy(() -> ModuleRestraint.of(net, recipe, UnitAxes.of("fc1.wieght", 0)))
        .hasMessageStartingWith(
            "unit axis of \"fc1.wieght\": matches no parameter; expected one of fc1.weight,")
        .hasMessageEndingWith("; did you mean fc1.weight?");
    assertThatThrownBy(() -> UnitAxes.of("fc1.weight", -1))
        .hasMessage("unit axis of \"fc1.weight\" = -1: expected a whole number >= 0");
  }

  @Test
  void bias_jointAndRescaled_areThoseOfTheSameUnits() {
    Module lstm = new LSTMImpl(1, 1);
    Layers.set(lstm, "weight_hh_l0", 4, 4, 4, 4);
    Layers.set(lstm, "bias_hh_l0", 3, 3, 3, 0);
    Layers.set(lstm, "bias_ih_l0", 7, 7, 7, 7);
    try (ModuleRestraint restraint = restraint(lstm, "max-norm(1, bias=joint)@weight_hh_l0")) {
      restraint.project();
    }
    assertThat(Layers.get(lstm, "weight_hh_l0"))
        .containsExactly(new double[] {0.8, 0.8, 0.8, 1}, within(1e-7));
    assertThat(Layers.get(lstm, "bias_hh_l0"))
        .containsExactly(new double[] {0.6, 0.6, 0.6, 0}, within(1e-7));
    assertThat(Layers.get(lstm, "bias_ih_l0")).containsOnly(7.0);
    Module linear = new LinearImpl(1, 1);
    Layers.set(linear, "weight", 4);
    Layers.set(linear, "bias", 8);
    try (ModuleRestraint restraint = restraint(linear, "max-norm(1, bias=rescaled)")) {
      restraint.project();
    }
    assertThat(Layers.get(linear, "bias")).containsExactly(2);
  }

  private static ModuleRestraint restraint(Module module, String recipe) {
    return ModuleRestraint.of(module, Recipe.parse(recipe));
  }
}
