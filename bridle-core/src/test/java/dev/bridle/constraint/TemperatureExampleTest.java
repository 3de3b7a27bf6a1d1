package dev.bridle.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.architecture.Architecture;
import dev.bridle.catalogue.Catalogue;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Site;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.network.Network;
import dev.bridle.population.Population;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.recipe.Recipe;
import dev.bridle.recipe.Term;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The worked example of max-norm: a model of one weight says by how much a temperature is above 30
 * degrees, {@code y = 100 x - 3000}, and is steeper than it need be.
 *
 * <p>Max-norm 1 takes the weight from 100 to 1. What becomes of the bias decides what the model
 * says then: its threshold, where y = 0, is at -b / w.
 *
 * <pre>{@code
 *              w         b          20      30     31      35 degrees    threshold
 * before       100       -3000      -1000   0      100     500           30
 * rescaled     1         -30        -10     0      1       5             30
 * free         1         -3000      -2980   -2970  -2969   -2965         3000
 * joint        0.03331   -0.99944   -0.333  0      0.0333  0.167         30
 * }</pre>
 *
 * <p>{@code free}, the default and what other libraries do, moves the threshold to 3000 degrees:
 * the model says no to every weather until training has moved the bias. {@code rescaled} multiplies
 * the bias by the weight's own factor, 1/100, and {@code joint} counts it as part of the vector;
 * both keep the threshold, joint at a slope that depends on how far from 0 the threshold is.
 */
final class TemperatureExampleTest {
  private static final double[] DEGREES = {20, 30, 31, 35};
  private static final double STEEP = 100;
  private static final double OFFSET = -3000;

  /** What a member is after the projection. */
  private record Model(double w, double b, List<Double> outputs) {
    double threshold() {
      return -b / w;
    }
  }

  @ParameterizedTest
  @EnumSource
  void rescaled_keepsTheThreshold_atASlopeOfOne(Precision precision) {
    Model model = project("max-norm(1, bias=rescaled)", precision, 1).get(0);
    assertThat(model).isEqualTo(new Model(1, -30, List.of(-10.0, 0.0, 1.0, 5.0)));
    assertThat(model.threshold()).isEqualTo(30);
  }

  @ParameterizedTest
  @EnumSource
  void free_movesTheThresholdTo3000Degrees(Precision precision) {
    Model model = project("max-norm(1)", precision, 1).get(0);
    assertThat(model).isEqualTo(new Model(1, -3000, List.of(-2980.0, -2970.0, -2969.0, -2965.0)));
    assertThat(model.threshold()).isEqualTo(3000);
  }

  @Test
  void joint_keepsTheThreshold_butTheBiasUsesUpTheNorm() {
    Model model = project("max-norm(1, bias=joint)", Precision.FLOAT64, 1).get(0);
    double norm = Math.sqrt(STEEP * STEEP + OFFSET * OFFSET); // 3001.67
    assertThat(model.w()).isCloseTo(100 / norm, within(1e-15)); // 0.03331
    assertThat(model.b()).isCloseTo(-3000 / norm, within(1e-15)); // -0.99944
    assertThat(model.threshold()).isCloseTo(30, within(1e-12));
    assertThat(model.outputs().get(0)).isCloseTo(-1000 / norm, within(1e-14));
    assertThat(model.outputs().get(3)).isCloseTo(500 / norm, within(1e-14));
  }

  @Test
  void belowTheLimit_everyTreatmentKeepsEveryBit() {
    for (String bias : List.of("free", "joint", "rescaled")) {
      Model model = project("max-norm(4000, bias=" + bias + ")", Precision.FLOAT64, 4000).get(0);
      assertThat(model)
          .as(bias)
          .isEqualTo(new Model(100, -3000, List.of(-1000.0, 0.0, 100.0, 500.0)));
    }
  }

  @Test
  void eachMember_hasALimitOfItsOwn() {
    double none = Double.POSITIVE_INFINITY;
    List<Model> models = project("max-norm(1, bias=rescaled)", Precision.FLOAT64, 1, 10, none);
    assertThat(models).extracting(Model::w).containsExactly(1.0, 10.0, 100.0);
    assertThat(models).extracting(Model::b).containsExactly(-30.0, -300.0, -3000.0);
    assertThat(models).extracting(Model::threshold).containsOnly(30.0);
  }

  /** The model, once for each limit, after one projection by the term of a recipe. */
  private static List<Model> project(String recipe, Precision precision, double... limits) {
    CompiledNetwork compiled =
        CompiledNetwork.compile(Architecture.parse("none"), Recipe.parse(recipe), 1, 1);
    Term term = compiled.recipe().terms().get(0);
    try (Scope scope = Scope.open();
        Arena arena = new Arena();
        Population population =
            Population.zeros(compiled.layout(List.of()), precision, limits.length)) {
      Weight w = population.weight("dense1.kernel");
      Weight b = population.weight("dense1.bias");
      w.value().fill_(Tensors.constant(STEEP));
      b.value().fill_(Tensors.constant(OFFSET));
      Strengths strengths = new Strengths(Map.of("c", PerMember.of(limits)), precision, arena);
      ((Constraint) Catalogue.make(term)).project(w, strengths);
      Site site = Site.forEvaluation(population, List.of(strengths), arena);
      Network network = Network.forEvaluation(compiled, site);
      Tensor x = Tensors.of(precision, DEGREES, 1, DEGREES.length, 1);
      double[] outputs = Tensors.toDoubles(network.forward(x, Pass.EVALUATION));
      return models(Tensors.toDoubles(w.value()), Tensors.toDoubles(b.value()), outputs);
    }
  }

  private static List<Model> models(double[] w, double[] b, double[] outputs) {
    int rows = DEGREES.length;
    return IntStream.range(0, w.length)
        .mapToObj(
            k ->
                new Model(
                    w[k],
                    b[k],
                    DoubleStream.of(outputs).skip((long) k * rows).limit(rows).boxed().toList()))
        .toList();
  }
}
