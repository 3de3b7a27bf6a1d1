package dev.bridle.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.OneThread;
import dev.bridle.train.Ledger;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each moment by numbers worked out by hand, on one weight row (1, -2) with bias 0.5. */
@ExtendWith(OneThread.class)
final class ModuleRestraintTest {
  private final Module net = Layers.inDouble(Layers.net("fc", new LinearImpl(2, 1)));

  @BeforeEach
  void numbers() {
    Layers.set(net, "fc.weight", 1, -2);
    Layers.set(net, "fc.bias", 0.5);
  }

  /** Gives every parameter the gradient 1 everywhere. */
  private void backward() {
    Tensor loss =
        Layers.parameter(net, "fc.weight").sum().add(Layers.parameter(net, "fc.bias").sum());
    loss.backward();
  }

  private ModuleRestraint restraint(String recipe) {
    return ModuleRestraint.of(net, Recipe.parse(recipe));
  }

  private double[] gradient(String name) {
    return Tensors.toDoubles(Layers.parameter(net, name).grad());
  }

  @Test
  void addGradients_addsThoseOfPenalties() {
    try (ModuleRestraint restraint = restraint("l2(0.1) + l1(0.5, solver=subgradient)@bias")) {
      backward();
      restraint.addGradients();
    }
    assertThat(gradient("fc.weight")).containsExactly(new double[] {1.2, 0.6}, within(1e-15));
    assertThat(gradient("fc.bias")).containsExactly(1.5);
    assertThat(Layers.get(net, "fc.weight")).containsExactly(1, -2);
  }

  @Test
  void decay_shrinksWeights_orAddsToGradients() {
    try (ModuleRestraint restraint = restraint("weight-decay(0.5) + coupled-decay(2)@bias")) {
      backward();
      restraint.decay(0.1);
    }
    assertThat(Layers.get(net, "fc.weight"))
        .containsExactly(new double[] {0.95, -1.9}, within(1e-15));
    assertThat(gradient("fc.weight")).containsExactly(1, 1);
    assertThat(gradient("fc.bias")).containsExactly(2);
  }

  @Test
  void project_constraintsInTheOrderWritten() {
    try (ModuleRestraint restraint = restraint("box(0, hi=3) + max-norm(0.5)")) {
      assertThat(restraint.violation()).isCloseTo(Math.sqrt(5) / 0.5 - 1, within(1e-12));
      restraint.project();
      assertThat(restraint.violation()).isZero();
    }
    assertThat(Layers.get(net, "fc.weight")).containsExactly(0.5, 0);
  }

  @Test
  void projectWithPull_takesTheProximalStepFirst() {
    try (ModuleRestraint restraint = restraint("l1(3) + max-norm(1)")) {
      restraint.project(Pull.momentum(0.1, 0.8)); // threshold 3 * 0.1 / 0.2
    }
    assertThat(Layers.get(net, "fc.weight")).containsExactly(new double[] {0, -0.5}, within(1e-15));
  }

  @Test
  void penalties_areTheLedgerOfEachParameter() {
    try (ModuleRestraint restraint = restraint("l2(0.1)@all + l1(2)")) {
      Ledger ledger = restraint.penalties();
      assertThat(ledger.lines())
          .containsExactly(
              new Ledger.Line("l2", "fc.weight", 0.5),
              new Ledger.Line("l2", "fc.bias", 0.025),
              new Ledger.Line("l1", "fc.weight", 6));
      assertThat(ledger.total()).isEqualTo(6.525);
    }
  }

  @Test
  void maxNormTimesInitial_remembersTheNormsOfTheStart() {
    try (ModuleRestraint restraint = restraint("max-norm(2x-init)")) {
      Layers.set(net, "fc.weight", 4, -8);
      restraint.project();
    }
    assertThat(Layers.get(net, "fc.weight")).containsExactly(new double[] {2, -4}, within(1e-14));
  }

  @Test
  void spectralNorm_boundsTheLargestSingularValue() {
    try (ModuleRestraint restraint = restraint("spectral-norm(1)")) {
      restraint.project();
      assertThat(restraint.violation()).isLessThan(1e-7);
    }
  }

  @Test
  void overview_saysWhatActsWhere() {
    try (ModuleRestraint restraint = restraint("l2(1e-4) + max-norm(3)")) {
      assertThat(restraint)
          .hasToString(
              "fc.weight: 1 unit x 2 weights: l2(1e-4), max-norm(3)\nfc.bias: 1 bias: nothing");
    }
  }

  @Test
  void frozenParameters_areLeftAlone() {
    Layers.parameter(net, "fc.weight").requires_grad_(false);
    try (ModuleRestraint restraint = restraint("l2(1)@all + weight-decay(1) + max-norm(0.1)")) {
      assertThat(restraint.toString())
          .startsWith("fc.weight: 1 unit x 2 weights: frozen, left alone");
      Layers.parameter(net, "fc.bias").sum().backward();
      restraint.addGradients();
      restraint.decay(1);
      restraint.project();
      assertThat(restraint.violation()).isZero();
      assertThat(restraint.penalties().total()).isEqualTo(0.25);
    }
    assertThat(Layers.get(net, "fc.weight")).containsExactly(1, -2);
  }

  @Test
  void absence_changesNoBit() {
    double[] before = {0.1, -0.3};
    Layers.set(net, "fc.weight", before);
    backward();
    try (ModuleRestraint restraint =
        restraint("l2(0) + l1(0) + group-lasso(0) + weight-decay(0) + max-norm(inf)")) {
      restraint.addGradients();
      restraint.decay(1);
      restraint.project(Pull.sgd(1));
    }
    assertThat(Layers.get(net, "fc.weight")).containsExactly(before);
    assertThat(gradient("fc.weight")).containsExactly(1, 1);
  }

  @Test
  void converted_afterwards_isFollowed() {
    try (ModuleRestraint restraint = restraint("l2(0.1) + max-norm(1)")) {
      net.to(torch.ScalarType.Float, false);
      backward();
      restraint.addGradients();
      restraint.project();
      assertThat(restraint.violation()).isLessThan(1e-6);
    }
    assertThat(gradient("fc.weight")).containsExactly(new double[] {1.2, 0.6}, within(1e-6));
    assertThat(Layers.get(net, "fc.weight")[0]).isCloseTo(1 / Math.sqrt(5), within(1e-6));
  }

  @Test
  void tiedParameters_areActedOnOnce() {
    LinearImpl shared = new LinearImpl(2, 1);
    Module tied = Layers.net("one", shared);
    Layers.add(tied, "other", shared);
    Layers.set(tied, "one.weight", 3, 4);
    try (ModuleRestraint restraint = ModuleRestraint.of(tied, Recipe.parse("l2(1)"))) {
      assertThat(restraint.penalties().total()).isEqualTo(25);
    }
  }

  @Test
  void beforeBackward_isRefused() {
    try (ModuleRestraint restraint = restraint("l2(1)")) {
      assertThatThrownBy(restraint::addGradients)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no parameter has a gradient: call this after loss.backward()");
      assertThatThrownBy(() -> restraint.decay(0.1)).isInstanceOf(IllegalStateException.class);
      SGD sgd = new SGD(net.parameters(), new SGDOptions(0.1));
      assertThatThrownBy(() -> restraint.step(sgd)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void projectWithoutPull_underAProximalPenalty_isRefused_andChangesNothing() {
    try (ModuleRestraint restraint = restraint("max-norm(0.1) + l1(1e-4)")) {
      assertThatThrownBy(restraint::project)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "l1(1e-4) takes a proximal step, as long as the update rule's pull: call"
                  + " project(Pull.sgd(rate)) or project(Pull.momentum(rate, mu)); under other rules"
                  + " write solver=subgradient");
    }
    try (ModuleRestraint restraint = restraint("group-lasso(1e-4)")) {
      assertThatThrownBy(restraint::project)
          .hasMessageEndingWith("; it has no form for other rules");
    }
    assertThat(Layers.get(net, "fc.weight")).containsExactly(1, -2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "dropout(0.5) => dropout(0.5) acts on activations, in the forward pass: make it a layer of"
            + " the module",
        "input-noise(1) => input-noise(1) acts on activations, in the forward pass: make it a layer"
            + " of the module",
        "batch-norm => batch-norm acts on activations, in the forward pass: make it a layer of the"
            + " module",
        "early-stopping(5) => early-stopping(5) ends a training: that is up to your loop",
        "clip-norm(5) => clip-norm(5) acts on gradients: change them yourself, after addGradients()"
            + " and before decay(rate), such as by torch.clip_grad_norm_",
        "mixup(1) => mixup(1) changes batches: do so before the forward pass",
        "weight-noise(1) => weight-noise(1) changes weights for the length of a pass: that is up to"
            + " your loop",
        "activity-l2(1) => activity-l2(1) acts on activations, in the forward pass: make it a layer"
            + " of the module",
        "prune(0.5) => prune(0.5) follows the course of a training, which only your loop knows",
        "ema(0.9) => ema(0.9) averages what a training goes through: that is up to your loop",
        "max-norm(1, momentum=tangent) => max-norm(1, momentum=tangent) changes velocities, which"
            + " only the optimizer has: expected momentum=keep",
        "elastic-net(l1=1, l2=1, corrected=true) => elastic-net corrected = true: expected a linear"
            + " network (none) with mean squared error and one output, for which the factor 1 + l2 is"
            + " derived; leave it out here",
        "l2(1, 2) => recipe \"l2(1, 2)\": expected one number wherever there is one; expand() it"
            + " first",
      })
  void terms_thatCannotActHere_areRefusedWithTheReason(String recipe, String message) {
    assertThatThrownBy(() -> restraint(recipe))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void moduleWithoutParameters_isRefused() {
    assertThatThrownBy(() -> ModuleRestraint.of(new Module("Lazy"), Recipe.parse("l2(1)")))
        .hasMessage("module Lazy: has no parameters; register its layers before it is restrained");
  }

  @Test
  void layerRegisteredLater_isAnErrorInTheNextCall() {
    try (ModuleRestraint restraint = restraint("max-norm(1)")) {
      Layers.add(net, "late", new LinearImpl(1, 1));
      assertThatThrownBy(restraint::project)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "the module has 4 parameters and had 2 when this restraint was made; make a new one");
    }
  }

  @Test
  void layerReplacedLater_isAnErrorInTheNextCall() {
    try (ModuleRestraint restraint = restraint("max-norm(1)")) {
      net.unregister_module("fc");
      Layers.add(net, "fc", Layers.inDouble(new LinearImpl(2, 1)));
      assertThatThrownBy(restraint::project)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "fc.weight: its module computes with another tensor than was registered when this"
                  + " restraint was made; change its numbers by copy_ or set_data, or make a new"
                  + " restraint and a new optimizer");
    }
  }

  /** Setting the field of a layer leaves the old tensor registered, and trained by optimizers. */
  @Test
  void weightSetBesideTheRegisteredOne_isNoticed() {
    LinearImpl fc = new LinearImpl(2, 1);
    Module own = Layers.net("fc", fc);
    try (ModuleRestraint restraint = ModuleRestraint.of(own, Recipe.parse("max-norm(1)"))) {
      fc.weight(torch.ones(1, 2).set_requires_grad(true));
      assertThatThrownBy(restraint::project)
          .hasMessageStartingWith("fc.weight: its module computes");
    }
    assertThatThrownBy(() -> ModuleRestraint.of(own, Recipe.parse("max-norm(1)")))
        .hasMessageStartingWith("fc.weight: its module computes");
  }

  @Test
  void setData_isFollowed() {
    try (ModuleRestraint restraint = restraint("max-norm(1)")) {
      Tensor other =
          torch.ones(1, 2).to(torch.ScalarType.Double).mul(Layers.parameter(net, "fc.bias"));
      Layers.parameter(net, "fc.weight").set_data(other.detach().mul_(new Scalar(8)));
      restraint.project();
    }
    assertThat(Layers.get(net, "fc.weight"))
        .containsExactly(new double[] {Math.sqrt(0.5), Math.sqrt(0.5)}, within(1e-15));
  }

  @Test
  void otherFormats_areRefused() {
    net.to(torch.ScalarType.Half, false);
    assertThatThrownBy(() -> restraint("l2(1)"))
        .hasMessage("fc.weight: Half: expected Float or Double on the CPU");
  }

  @Test
  void closed_isClosed() {
    ModuleRestraint restraint = restraint("l2(1)");
    restraint.close();
    assertThatThrownBy(restraint::penalties)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this restraint has been closed");
    assertThat(restraint.toString()).contains("l2(1)");
  }

  @Test
  void closedModule_isAnError() {
    Module own = Layers.net("fc", new LinearImpl(2, 1));
    try (ModuleRestraint restraint = ModuleRestraint.of(own, Recipe.parse("l2(1)"))) {
      own.close();
      assertThatThrownBy(restraint::project).hasMessage("the restrained module has been closed");
    }
  }

  @Test
  void pull_isCheckedAndIsThatOfTheRule() {
    assertThat(Pull.sgd(0.1).size()).isEqualTo(0.1);
    assertThat(Pull.momentum(0.1, 0.9).size()).isCloseTo(1, within(1e-15));
    assertThatThrownBy(() -> Pull.momentum(0.1, 1))
        .hasMessage("mu = 1.0: expected a number in [0, 1)");
    assertThatThrownBy(() -> Pull.sgd(Double.NaN)).hasMessageStartingWith("rate = NaN: expected");
    assertThatThrownBy(() -> new Pull(-1)).hasMessage("pull = -1.0: expected a finite number >= 0");
  }
}
