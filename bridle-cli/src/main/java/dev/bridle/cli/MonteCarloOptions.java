package dev.bridle.cli;

import dev.bridle.export.NetworkPredictor;
import dev.bridle.export.Predictor;
import dev.bridle.model.Sampling;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.network.Sampler;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of predictions under random masks. */
final class MonteCarloOptions {
  private static final int MOST = 10_000;

  @Option(
      names = "--monte-carlo",
      paramLabel = "N",
      description =
          "Predict under N random masks, of a network with dropout or noise, and say the mean and"
              + " the standard deviation of each probability or number; of classes also the entropy"
              + " of the mean probabilities, in nats.")
  private Optional<Integer> passes = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description =
          "Masks are a function of it and of a row's place in the file. Default: 0, as where a"
              + " recipe says monte-carlo.")
  private Optional<Long> seed = Optional.empty();

  /** Ends the command if masks are asked for of a model that has none. */
  void refuseFor(Path model) {
    if (isWritten()) {
      throw new CommandException(
          ExitCode.USAGE,
          option()
              + ": expected a network, .safetensors, since "
              + model
              + " is an ONNX model, which computes without masks; predict with the network that it"
              + " was made of");
    }
  }

  private boolean isWritten() {
    return passes.isPresent() || seed.isPresent();
  }

  private String option() {
    return passes.map(n -> "--monte-carlo = " + n).orElse("--seed");
  }

  /** What a model says, under masks if they are asked for, here or by its recipe. */
  Answers answers(Predictor model) {
    return new Answers(
        model, model instanceof NetworkPredictor network ? masked(network) : Optional.empty());
  }

  private Optional<MaskedRows> masked(NetworkPredictor model) {
    TrainedNetwork network = model.network();
    passes.ifPresent(n -> CommandException.requireCount("--monte-carlo", n, 2, MOST));
    Optional<Integer> masks = passes.or(() -> network.passes().stream().boxed().findFirst());
    if (masks.isEmpty()) {
      if (seed.isPresent()) {
        throw new CommandException(
            ExitCode.USAGE, "--seed: expected --monte-carlo beside it; nothing else is random");
      }
      return Optional.empty();
    }
    passes.ifPresent(n -> requireMasks(network));
    Sampling sampling = new Sampling(masks.get(), seed.orElse(Sampler.SEED), 0);
    return Optional.of(new MaskedRows(model, sampling, passes.isPresent()));
  }

  private void requireMasks(TrainedNetwork network) {
    if (!network.compiled().hasMasks()) {
      throw new CommandException(
          ExitCode.USAGE,
          option()
              + ": expected a network with dropout or noise on activations, found the recipe "
              + network.compiled().recipe()
              + ", under which all predictions are alike; train one with dropout(0.2), say, or"
              + " leave the option out");
    }
  }
}
