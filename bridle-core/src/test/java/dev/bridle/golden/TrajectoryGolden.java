package dev.bridle.golden;

import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** Twenty updates of one small network, under each update rule with what acts on its weights. */
final class TrajectoryGolden implements Topic {
  private static final List<String> NOT_BUILT = List.of("prox_");

  /** Our names of the weights by the file's. */
  private static final Map<String, String> WEIGHTS =
      Map.of(
          "W1", "dense1.kernel", "b1", "dense1.bias", "W2", "dense2.kernel", "b2", "dense2.bias");

  @Override
  public String file() {
    return "optimizers.json";
  }

  @Override
  public boolean isBuilt(GoldenCase c) {
    return NOT_BUILT.stream().noneMatch(c.name()::contains);
  }

  @Override
  public void compute(GoldenCase c, Company company, Readings readings) {
    Fields network = c.head().part("network");
    int batch = (int) network.array("batch_x").shape()[1];
    String layers = "dense(" + (int) network.number("hidden") + ") tanh";
    int in = (int) network.number("in");
    int out = (int) network.number("out");
    try (Trajectory trajectory = new Trajectory(c, company, layers, List.of(in, out, batch))) {
      Fields initial = network.part("initial");
      WEIGHTS.forEach((theirs, ours) -> trajectory.set(ours, initial.array(theirs)));
      if (c.fields().has("gradient")) {
        gradient(c.fields(), network, trajectory, company, readings);
      } else {
        updates(c.fields(), network, trajectory, company, readings);
      }
    }
  }

  private static void gradient(
      Fields f, Fields network, Trajectory trajectory, Company company, Readings readings) {
    double loss =
        trajectory.backward(batch(network, "x", 0, company), batch(network, "y", 0, company));
    readings.near("loss", f.number("loss"), loss);
    Fields expected = f.part("gradient");
    for (String key : expected.keys()) {
      readings.near("gradient " + key, expected.array(key), trajectory.gradient(WEIGHTS.get(key)));
    }
  }

  private static void updates(
      Fields f, Fields network, Trajectory trajectory, Company company, Readings readings) {
    double[] losses = new double[(int) f.number("steps")];
    int batches = (int) network.number("n_batches");
    for (int t = 0; t < losses.length; t++) {
      Tensor x = batch(network, "x", t % batches, company);
      losses[t] = trajectory.step(x, batch(network, "y", t % batches, company));
    }
    readings.near("losses", f.array("losses"), GoldenArray.vector(losses));
    Fields expected = f.part("final");
    int zeros = 0;
    for (String key : expected.keys()) {
      GoldenArray actual = trajectory.get(WEIGHTS.get(key));
      readings.nearWithZeros("final " + key, expected.array(key), actual);
      zeros += key.startsWith("W") ? actual.zeros().length : 0;
    }
    readings.exact("zero_weights", f.number("zero_weights"), zeros);
  }

  private static Tensor batch(Fields network, String which, int number, Company company) {
    return company.shared(network.array("batch_" + which).slice(number));
  }
}
