package dev.bridle.golden;

import dev.bridle.architecture.Activation;
import dev.bridle.layer.ActivationNode;
import dev.bridle.layer.DenseNode;
import dev.bridle.layer.Layer;
import dev.bridle.layer.Node;
import dev.bridle.layer.Pass;
import dev.bridle.layer.PenaltyLayer;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Site;
import dev.bridle.layer.Woven;
import dev.bridle.penalty.ActivityL1;
import dev.bridle.penalty.ActivityL2;
import dev.bridle.penalty.ActivityPenalty;
import dev.bridle.penalty.ConfidencePenalty;
import dev.bridle.penalty.Contractive;
import dev.bridle.penalty.KlSparsity;
import dev.bridle.population.Initial;
import dev.bridle.population.Population;
import dev.bridle.population.Strengths;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** Penalties on what a layer says: value, and gradient by activations, logits or weights. */
final class ActivityGolden implements Topic {
  private static final List<String> NAMES =
      List.of(
          "activity_l1_l2_dense",
          "activity_l1_l2_conv_NCHW",
          "kl_sparsity",
          "contractive",
          "confidence_penalty");

  @Override
  public String file() {
    return "penalties.json";
  }

  @Override
  public boolean isBuilt(GoldenCase c) {
    return NAMES.contains(c.name());
  }

  @Override
  public void compute(GoldenCase c, Company company, Readings readings) {
    Fields f = c.fields();
    switch (c.name()) {
      case "kl_sparsity" -> sparsity(f, company, readings);
      case "contractive" -> contractive(f, company, readings);
      case "confidence_penalty" -> confidence(f, company, readings);
      default -> both(f, company, readings);
    }
  }

  private static void both(Fields f, Company company, Readings readings) {
    GoldenArray given = f.array("activations");
    Tensor a = company.tensor(rows(given));
    Strengths ofL1 = company.strengths(Map.of("lambda", f.number("l1")));
    Strengths ofL2 = company.strengths(Map.of("lambda", f.number("l2")));
    Woven.Spot spot = spot(Activation.LINEAR, given);
    Tensor first = new ActivityL1().value(a, ofL1, spot);
    Tensor second = new ActivityL2().value(a, ofL2, spot);
    readings.near("value_l1", f.array("value_l1"), company.ours(first));
    readings.near("value_l2", f.array("value_l2"), company.ours(second));
    readings.near("value", f.array("value"), company.ours(first.add(second)));
    Tensor gradient = a.clone().zero_();
    new ActivityL1().addGradient(a, gradient, ofL1, spot);
    new ActivityL2().addGradient(a, gradient, ofL2, spot);
    readings.near("gradient", rows(f.array("gradient")), company.ours(gradient));
  }

  /** {@code [B, ...]} as rows of numbers. */
  private static GoldenArray rows(GoldenArray array) {
    int batch = (int) array.shape()[0];
    return array.reshaped(batch, array.size() / batch);
  }

  private static void confidence(Fields f, Company company, Readings readings) {
    Strengths strengths = company.strengths(Map.of("beta", f.number("beta")));
    Tensor logits = company.tensor(f.array("logits"));
    Woven.Spot spot = spot(Activation.LINEAR, f.array("logits"));
    Tensor gradient =
        penalty(new ConfidencePenalty(), logits, strengths, spot, f, company, readings);
    readings.near("gradient", f.array("gradient"), company.ours(gradient));
  }

  /** On the activations of the case, and through a sigmoid back to what they are made of. */
  private static void sparsity(Fields f, Company company, Readings readings) {
    GoldenArray z = f.array("z");
    Strengths strengths =
        company.strengths(Map.of("beta", f.number("beta"), "rate", f.number("rho")));
    Woven.Spot spot = spot(Activation.SIGMOID, z);
    Site site =
        company.site(company.population(List.of(), List.of()), strengths, (int) z.shape()[0]);
    Layer sigmoid =
        new ActivationNode("dense1/sigmoid", Activation.SIGMOID, Shape.of((int) z.shape()[1]))
            .build(site);
    Tensor a = sigmoid.forward(company.tensor(z), Pass.training(0));
    readings.near("activations", f.array("activations"), company.ours(a));
    Tensor gradient = penalty(new KlSparsity(), a, strengths, spot, f, company, readings);
    readings.near("gradient_activations", f.array("gradient_activations"), company.ours(gradient));
    Tensor before = sigmoid.backward(gradient, true);
    readings.near("gradient_z", f.array("gradient_z"), company.ours(before));
  }

  /** Compares the value; the gradient by itself. */
  private static Tensor penalty(
      ActivityPenalty penalty,
      Tensor a,
      Strengths strengths,
      Woven.Spot spot,
      Fields f,
      Company company,
      Readings readings) {
    readings.near("value", f.array("value"), company.ours(penalty.value(a, strengths, spot)));
    Tensor gradient = a.clone().zero_();
    penalty.addGradient(a, gradient, strengths, spot);
    return gradient;
  }

  private static void contractive(Fields f, Company company, Readings readings) {
    GoldenArray w = f.array("w");
    int units = (int) w.shape()[0];
    DenseNode dense = new DenseNode("dense1", (int) w.shape()[1], units, Initial.ZERO);
    Node node =
        new Contractive()
            .around(dense, new Woven.Spot("dense1", Activation.SIGMOID, "dense1/x", units, 0));
    Population population = company.population(node.weights(), List.of());
    population.weight("dense1.kernel").value().copy_(company.tensor(w));
    population.weight("dense1.bias").value().copy_(company.tensor(f.array("b")));
    int rows = (int) f.array("x").shape()[0];
    Site site =
        company.site(population, company.strengths(Map.of("lambda", f.number("lambda"))), rows);
    PenaltyLayer layer = (PenaltyLayer) node.build(site);
    Tensor x = company.tensor(f.array("x"));
    readings.near("value", f.array("value"), company.ours(layer.value(x)));
    Tensor z = layer.forward(x, Pass.training(0));
    layer.backward(z.clone().zero_(), true);
    Tensor gradient = site.gradientOf(population.weight("dense1.kernel"));
    readings.near("gradient", f.array("gradient"), company.ours(gradient));
  }

  private static Woven.Spot spot(Activation activation, GoldenArray activations) {
    int[] row = Arrays.stream(activations.shape()).skip(1).mapToInt(Math::toIntExact).toArray();
    return new Woven.Spot("dense1", activation, "dense1/x", Shape.of(row), 0);
  }
}
