package dev.bridle.golden;

import dev.bridle.architecture.Architecture;
import dev.bridle.optimizer.AdaGrad;
import dev.bridle.optimizer.Adam;
import dev.bridle.optimizer.AmsGrad;
import dev.bridle.optimizer.Momentum;
import dev.bridle.optimizer.Nesterov;
import dev.bridle.optimizer.RmsProp;
import dev.bridle.optimizer.Rule;
import dev.bridle.optimizer.Sgd;
import dev.bridle.recipe.Numbers;
import dev.bridle.train.GivenTraining;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** A training from given weights on given batches, of the rule and recipe that a case names. */
final class Trajectory implements AutoCloseable {
  private final Company company;
  private final GivenTraining training;

  /**
   * The training of a case.
   *
   * @param network as an architecture is written
   * @param sizes inputs, outputs and rows of a batch
   */
  Trajectory(GoldenCase c, Company company, String network, List<Integer> sizes) {
    this.company = company;
    Fields hyper = c.fields().has("hyper") ? c.fields().part("hyper") : c.fields();
    this.training =
        new GivenTraining(
            Architecture.parse(network),
            company.recipes(share -> recipe(c.name(), hyper, share)),
            rule(c.name(), hyper),
            company.strength(hyper.number("lr", 1)),
            sizes,
            company.precision());
  }

  private static Rule rule(String name, Fields hyper) {
    if (hyper.has("epsilon")) {
      return adaptive(name, hyper, hyper.number("epsilon"));
    }
    if (!hyper.has("momentum")) {
      return new Sgd();
    }
    double mu = hyper.number("momentum");
    return name.contains("nesterov") ? new Nesterov(mu) : new Momentum(mu);
  }

  private static Rule adaptive(String name, Fields hyper, double epsilon) {
    if (name.startsWith("rmsprop")) {
      return new RmsProp(hyper.number("alpha"), epsilon);
    }
    if (name.startsWith("adagrad")) {
      return new AdaGrad(epsilon);
    }
    double beta1 = hyper.number("beta1");
    double beta2 = hyper.number("beta2");
    return name.contains("amsgrad")
        ? new AmsGrad(beta1, beta2, epsilon)
        : new Adam(beta1, beta2, epsilon, 0);
  }

  /** What the words of the file are in ours; the file's weight decay takes biases too. */
  private static String recipe(String name, Fields hyper, double share) {
    List<String> terms = new ArrayList<>();
    for (String key : hyper.keys()) {
      String form =
          switch (key) {
            case "weight_decay" ->
                name.startsWith("adamw") ? "weight-decay(%)@all" : "coupled-decay(%)@all";
            case "max_value" -> "max-norm(%)";
            case "max_norm" -> "clip-norm(%)";
            case "clip_value" -> "clip-value(%)";
            case "l1" -> name.contains("subgradient") ? "l1(%, solver=subgradient)" : "l1(%)";
            case "l2" -> "l2(%)";
            case "lambda" ->
                hyper.has("by") ? "group-lasso(%, by=" + hyper.text("by") + ")" : "l1(%)";
            default -> "";
          };
      if (!form.isEmpty()) {
        terms.add(form.replace("%", Numbers.print(hyper.number(key) * share)));
      }
    }
    return terms.isEmpty() ? "none" : String.join(" + ", terms);
  }

  /** Sets the first numbers of a weight, {@code dense1.kernel}. */
  void set(String weight, GoldenArray first) {
    training.population().weight(weight).value().copy_(company.tensor(first));
  }

  /** The numbers that a weight of ours has now. */
  GoldenArray get(String weight) {
    return company.ours(training.population().weight(weight).value());
  }

  /** The gradient by a weight of ours after {@link #backward}. */
  GoldenArray gradient(String weight) {
    return company.ours(training.gradientOf(weight));
  }

  /** The loss of ours on a batch. */
  double backward(Tensor inputs, Tensor targets) {
    return company.ours(training.backward(inputs, targets));
  }

  /** One update; the loss of ours before it. */
  double step(Tensor inputs, Tensor targets) {
    return company.ours(training.step(inputs, targets));
  }

  @Override
  public void close() {
    training.close();
  }
}
