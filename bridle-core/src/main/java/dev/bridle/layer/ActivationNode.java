package dev.bridle.layer;

import dev.bridle.architecture.Activation;

/**
 * An activation function as a layer.
 *
 * @param name {@code dense1/relu}
 * @param function what is applied to each number
 * @param shape of a row
 */
public record ActivationNode(String name, Activation function, Shape shape) implements Node {
  @Override
  public boolean outputMayBeScaled() {
    return function == Activation.RELU || function == Activation.LEAKY_RELU;
  }

  @Override
  public Layer build(Site site) {
    return switch (function) {
      case LINEAR -> new Identity();
      case RELU -> new Relu();
      case LEAKY_RELU -> new LeakyRelu(Activation.LEAKY_SLOPE);
      case TANH -> new Tanh();
      case SIGMOID -> new Sigmoid();
      case SELU -> new Selu();
      case GELU -> new Gelu(site, outputs());
      case SILU -> new Silu(site, outputs());
    };
  }
}
