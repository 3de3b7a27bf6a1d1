package dev.bridle.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.architecture.Architecture;
import dev.bridle.optimizer.Momentum;
import dev.bridle.optimizer.Rule;
import dev.bridle.optimizer.Sgd;
import dev.bridle.population.Population;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Draw;
import dev.bridle.testing.OneThread;
import dev.bridle.train.GivenTraining;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.OptimizerParamGroup;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops as a user writes them, in plain code, with libtorch's own optimizers. */
@ExtendWith(OneThread.class)
final class ModuleStepTest {
  private static final List<String> NAMES =
      List.of("dense1.weight", "dense1.bias", "dense2.weight", "dense2.bias");

  private final LinearImpl dense1 = new LinearImpl(3, 5);
  private final LinearImpl dense2 = new LinearImpl(5, 1);
  private final Module net = net();
  private final double[] inputs = Draw.of(1).normals(24);
  private final double[] targets = Draw.of(2).normals(8);

  private Module net() {
    Module made = Layers.net("dense1", dense1);
    Layers.add(made, "dense2", dense2);
    Layers.inDouble(made);
    for (int i = 0; i < NAMES.size(); i++) {
      Tensor parameter = Layers.parameter(made, NAMES.get(i));
      Layers.set(made, NAMES.get(i), Draw.of(10 + i).normals((int) parameter.numel()));
    }
    return made;
  }

  private void backward() {
    Tensor x = Tensors.of(Precision.FLOAT64, inputs, 8, 3);
    Tensor y = Tensors.of(Precision.FLOAT64, targets, 8, 1);
    torch.mse_loss(dense2.forward(torch.tanh(dense1.forward(x))), y).backward();
  }

  private static SGD sgd(TensorVector parameters, double rate, double mu) {
    SGDOptions options = new SGDOptions(rate);
    options.momentum().put(mu);
    return new SGD(parameters, options);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "l2(0.01) + max-norm(0.9); 0",
        "l2(0.01) + weight-decay(0.05) + max-norm(0.9, bias=rescaled)@all; 0.8",
        "coupled-decay(0.02) + elastic-net(l1=0.02, l2=0.01) + unit-norm@dense1; 0",
        "l1(0.05) + group-lasso(0.01)@dense1; 0.5",
        "orthogonal(0.1)@dense1 + max-norm(1.1x-init); 0.9",
      })
  void step_isThatOfBridlesOwnTraining(String recipe, double mu) {
    Rule rule = mu == 0 ? new Sgd() : new Momentum(mu);
    List<double[]> expected = bridle(recipe, rule);
    SGD optimizer = sgd(net.parameters(), 0.1, mu);
    try (ModuleRestraint restraint = ModuleRestraint.of(net, Recipe.parse(recipe))) {
      for (int step = 0; step < 6; step++) {
        optimizer.zero_grad();
        backward();
        restraint.step(optimizer);
      }
      assertThat(restraint.violation()).isLessThan(1e-14);
    }
    for (int i = 0; i < NAMES.size(); i++) {
      assertThat(Layers.get(net, NAMES.get(i)))
          .as(NAMES.get(i))
          .containsExactly(expected.get(i), within(1e-12));
    }
  }

  private List<double[]> bridle(String recipe, Rule rule) {
    List<double[]> numbers = new ArrayList<>();
    try (Scope scope = Scope.open();
        GivenTraining training =
            new GivenTraining(
                Architecture.parse("dense(5) tanh, dense(1)"),
                List.of(Recipe.parse(recipe)),
                rule,
                PerMember.of(0.1),
                List.of(3, 1, 8),
                Precision.FLOAT64)) {
      Population population = training.population();
      for (String name : NAMES) {
        Tensor value = population.weight(name.replace("weight", "kernel")).value();
        value.copy_(Layers.parameter(net, name).view_as(value));
      }
      training.remember();
      for (int step = 0; step < 6; step++) {
        training.step(
            Tensors.of(Precision.FLOAT64, inputs, 1, 8, 3),
            Tensors.of(Precision.FLOAT64, targets, 1, 8, 1));
      }
      for (String name : NAMES) {
        numbers.add(Tensors.toDoubles(population.weight(name.replace("weight", "kernel")).value()));
      }
    }
    return numbers;
  }

  @Test
  void step_isTheSameAsItsMomentsOneByOne() {
    Recipe recipe = Recipe.parse("l2(0.01) + l1(0.05)@dense1 + weight-decay(0.1) + max-norm(0.9)");
    SGD optimizer = sgd(net.parameters(), 0.1, 0.5);
    double[] start = Layers.get(net, "dense1.weight");
    double[] startOfSecond = Layers.get(net, "dense2.weight");
    try (ModuleRestraint restraint = ModuleRestraint.of(net, recipe)) {
      optimizer.zero_grad();
      backward();
      restraint.step(optimizer);
      double[] whole = Layers.get(net, "dense1.weight");
      Layers.set(net, "dense1.weight", start);
      Layers.set(net, "dense2.weight", startOfSecond);
      SGD fresh = sgd(net.parameters(), 0.1, 0.5);
      Layers.set(net, "dense1.bias", Draw.of(11).normals(5));
      Layers.set(net, "dense2.bias", Draw.of(13).normals(1));
      fresh.zero_grad();
      backward();
      restraint.addGradients();
      restraint.decay(0.1);
      fresh.step().close();
      restraint.project(Pull.momentum(0.1, 0.5));
      assertThat(Layers.get(net, "dense1.weight")).containsExactly(whole);
    }
  }

  @Test
  void learningRates_areThoseOfTheGroupsAtTheMoment() {
    SGD optimizer = new SGD(dense1.parameters(), new SGDOptions(0.5));
    optimizer.add_param_group(new OptimizerParamGroup(dense2.parameters(), new SGDOptions(0.1)));
    optimizer.param_groups().get(1).options().set_lr(0.2);
    try (ModuleRestraint restraint = ModuleRestraint.of(net, Recipe.parse("weight-decay(1)"))) {
      for (String name : NAMES) {
        Layers.parameter(net, name).mul(torch.zeros(1)).sum().backward(); // gradients of 0
      }
      double[] first = Layers.get(net, "dense1.weight");
      double[] second = Layers.get(net, "dense2.weight");
      restraint.step(optimizer);
      assertThat(Layers.get(net, "dense1.weight")[0]).isCloseTo(0.5 * first[0], within(1e-15));
      assertThat(Layers.get(net, "dense2.weight")[0]).isCloseTo(0.8 * second[0], within(1e-15));
    }
  }

  @Test
  void adam_withAProximalPenalty_isRefused_andChangesNothing() {
    Adam adam = new Adam(net.parameters(), new AdamOptions(0.1));
    double[] before = Layers.get(net, "dense1.weight");
    try (ModuleRestraint restraint =
        ModuleRestraint.of(net, Recipe.parse("weight-decay(1) + l1(0.1)"))) {
      backward();
      assertThatThrownBy(() -> restraint.step(adam))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "l1(0.1) takes a proximal step, as long as the update rule's pull: it is known for SGD"
                  + " and not for Adam; under other rules write solver=subgradient");
    }
    assertThat(Layers.get(net, "dense1.weight")).containsExactly(before);
  }

  @Test
  void adam_withTheSubgradient_lowersThePenalty() {
    Adam adam = new Adam(net.parameters(), new AdamOptions(0.02));
    try (ModuleRestraint restraint =
        ModuleRestraint.of(net, Recipe.parse("l1(1, solver=subgradient) + max-norm(2)"))) {
      double before = restraint.penalties().total();
      for (int step = 0; step < 30; step++) {
        adam.zero_grad();
        backward();
        restraint.step(adam);
      }
      assertThat(restraint.penalties().total()).isLessThan(0.8 * before);
    }
  }

  @Test
  void optimizerOfOtherParameters_isRefused() {
    SGD other = sgd(dense1.parameters(), 0.1, 0);
    try (ModuleRestraint restraint = ModuleRestraint.of(net, Recipe.parse("max-norm(1)"))) {
      backward();
      assertThatThrownBy(() -> restraint.step(other))
          .hasMessage(
              "dense2.weight: is not among the parameters of this optimizer; give it"
                  + " model.parameters(), or freeze the parameter by requires_grad_(false)");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"l2(0.01) + weight-decay(0.1) + max-norm(0.9, bias=joint)", "l1(0.01)"})
  void calls_leaveTheCountOfNativeObjectsWhereItWas(String text) throws InterruptedException {
    Recipe recipe = Recipe.parse(text);
    Optimizer optimizer = sgd(net.parameters(), 0.1, 0.9);
    backward();
    try (ModuleRestraint restraint = ModuleRestraint.of(net, recipe)) {
      Runnable calls =
          () -> {
            restraint.step(optimizer);
            restraint.addGradients();
            restraint.decay(0.1);
            restraint.project(Pull.sgd(0.1));
            restraint.penalties();
            restraint.violation();
          };
      calls.run();
      calls.run();
      collect();
      long before = Pointer.totalCount();
      for (int i = 0; i < 300; i++) {
        calls.run();
      }
      assertThat(Pointer.totalCount()).isLessThanOrEqualTo(before);
    }
  }

  @Test
  void restraintsMadeAndClosed_leaveTheCountOfNativeObjectsWhereItWas()
      throws InterruptedException {
    Recipe recipe = Recipe.parse("l2(0.01) + spectral-norm(1) + max-norm(2x-init)");
    Recipe wrong = Recipe.parse("l2(0.01) + max-norm(2x-init) + l2(1)@nowhere");
    Runnable calls =
        () -> {
          ModuleRestraint.of(net, recipe).close();
          assertThatThrownBy(() -> ModuleRestraint.of(net, wrong))
              .isInstanceOf(IllegalArgumentException.class);
        };
    calls.run();
    calls.run();
    collect();
    long before = Pointer.totalCount();
    for (int i = 0; i < 100; i++) {
      calls.run();
    }
    assertThat(Pointer.totalCount()).isLessThanOrEqualTo(before);
  }

  /** What earlier tests have left to the garbage collector must not go while this one counts. */
  private static void collect() throws InterruptedException {
    long before = Long.MAX_VALUE;
    while (Pointer.totalCount() < before) {
      before = Pointer.totalCount();
      System.gc();
      Thread.sleep(30); // references are queued by another thread
      Pointer.deallocateReferences();
    }
  }
}
