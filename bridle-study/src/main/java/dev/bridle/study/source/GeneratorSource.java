package dev.bridle.study.source;

import dev.bridle.data.Dataset;
import dev.bridle.data.Generator;
import dev.bridle.data.Split;
import dev.bridle.data.Task;
import dev.bridle.study.statistics.Claim;
import dev.bridle.tensor.Key;
import java.util.Map;

/** Made-up data: every replicate draws rows of its own, so that replicates are independent. */
public final class GeneratorSource implements ReplicateSource {
  private final Generator generator;
  private final Dataset sample;

  /** The data of a generator. */
  public GeneratorSource(Generator generator) {
    this.generator = generator;
    this.sample = generator.draw(1, Key.of(0));
  }

  @Override
  public String name() {
    return generator.name();
  }

  @Override
  public String fingerprint() {
    return "built-in:" + generator.name();
  }

  @Override
  public Task task() {
    return sample.task();
  }

  @Override
  public String target() {
    return sample.task() instanceof Task.Regression r ? r.targets().get(0) : "class";
  }

  @Override
  public Shape shape() {
    Generator.Sizes sizes = generator.sizes();
    int rows = sizes.train() + sizes.validation() + sizes.test();
    return new Shape(
        rows, sample.features(), sizes.train(), sizes.validation(), sizes.test(), sizes.test());
  }

  @Override
  public Claim claim() {
    return Claim.FRESH;
  }

  @Override
  public boolean standardize() {
    return generator.standardize();
  }

  @Override
  public int[] inputShape() {
    return sample.inputShape();
  }

  @Override
  public Split split(Key replicate) {
    return generator.split(replicate.at("data"));
  }

  @Override
  public Refit refit(Key replicate) {
    Generator.Sizes sizes = generator.sizes();
    Key data = replicate.at("data");
    Dataset train = generator.draw(sizes.train() + sizes.validation(), data.at("train"));
    Dataset score = generator.draw(sizes.test(), data.at("test"));
    Dataset heldOut = generator.draw(sizes.test(), data.at("held-out"));
    return new Refit(new Split(train, score.rows(), score), heldOut, Map.of());
  }
}
