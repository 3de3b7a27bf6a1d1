package dev.bridle.population;

import dev.bridle.tensor.Key;
import dev.bridle.text.Suggestion;
import java.util.Arrays;
import java.util.List;

/** How the first values of a weight are drawn; a function of the replicate alone. */
public enum Initial {
  /** All 0. */
  ZERO("zero"),
  /** All 1. */
  ONE("one"),
  /**
   * Normal with variance 2 / fan-in: keeps the size of activations through ReLU layers. As
   * PyTorch's {@code kaiming_normal_}; Keras's {@code he_normal} cuts the tails off. He et al.
   * 2015, section 2.2.
   */
  HE("he"),
  /**
   * Normal with variance 2 / (fan-in + fan-out), for activations that are linear around 0, such as
   * tanh. As PyTorch's {@code xavier_normal_}; Keras's {@code glorot_normal} cuts the tails off.
   * Glorot and Bengio 2010, section 4.2.1.
   */
  GLOROT("glorot"),
  /**
   * Normal with variance 1 / fan-in: keeps the variance of standardised inputs, and is what SELU
   * asks for. Keras's {@code lecun_normal} cuts the tails off. LeCun et al. 1998, section 4.6;
   * Klambauer et al. 2017, section 2.
   */
  LECUN("lecun"),
  /**
   * A random matrix of orthonormal rows, or of orthonormal columns where there are more rows than
   * columns, each equally likely: keeps the length of what comes in, in either direction as far as
   * it can, through any number of linear layers. The first axis by all others, as PyTorch.
   *
   * <p>Without a gain, as the source and as PyTorch's and Keras's {@code orthogonal} by default;
   * ReLU, which takes half of what comes in, would want the root of 2 that {@link #HE} contains.
   * The starting point of which {@code orthogonal} penalties are 0. Saxe, McClelland and Ganguli,
   * ICLR 2014, section 3.
   */
  ORTHOGONAL("orthogonal"),
  /**
   * The norms that the units of the same layer's kernel start with: a weight normalisation then
   * changes nothing at first.
   */
  KERNEL_NORM("kernel-norm"),
  /**
   * Orthogonal matrices in blocks as wide as they are high: a state that is multiplied by such a
   * block keeps its size. For recurrent kernels, as Keras. Saxe, McClelland and Ganguli, ICLR 2014.
   */
  ORTHOGONAL_BLOCKS("orthogonal-blocks"),
  /**
   * All 0, but 1 in the third of four parts, where an LSTM has the biases of its forget gates: it
   * starts by remembering. As Keras. Jozefowicz, Zaremba and Sutskever 2015, section 2.
   */
  FORGET("forget");

  private static final List<Initial> OF_KERNELS = List.of(HE, GLOROT, LECUN, ORTHOGONAL);

  private final String text;

  Initial(String text) {
    this.text = text;
  }

  /** Those that a user may ask for; the first is the default. */
  public static List<Initial> ofKernels() {
    return OF_KERNELS;
  }

  /**
   * The one of {@link #ofKernels} that is written {@code text}.
   *
   * @throws IllegalArgumentException if there is none, with what is allowed
   */
  public static Initial of(String text) {
    List<String> texts = OF_KERNELS.stream().map(Initial::toString).toList();
    return OF_KERNELS.stream()
        .filter(initial -> initial.text.equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "initial = " + text + ": " + Suggestion.expected(text, texts)));
  }

  /** The first values of a weight, row-major, drawn from {@code key}. */
  public float[] draw(WeightSpec spec, Key key) {
    float[] values = new float[spec.size()];
    switch (this) {
      case ZERO, KERNEL_NORM -> {} // norms come once all kernels are there
      case ONE -> Arrays.fill(values, 1);
      case ORTHOGONAL -> {
        key.stream().normals(values, values.length);
        Orthonormal.make(values, spec.shape().get(0));
      }
      case FORGET -> Arrays.fill(values, values.length / 2, values.length * 3 / 4, 1);
      case ORTHOGONAL_BLOCKS -> {
        key.stream().normals(values, values.length);
        makeBlocks(values, spec.fanIn());
      }
      default -> {
        key.stream().normals(values, values.length);
        double deviation = deviation(spec);
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) (values[i] * deviation);
        }
      }
    }
    return values;
  }

  private static void makeBlocks(float[] values, int width) {
    for (int from = 0; from < values.length; from += width * width) {
      float[] block = Arrays.copyOfRange(values, from, from + width * width);
      Orthonormal.make(block, width);
      System.arraycopy(block, 0, values, from, block.length);
    }
  }

  private double deviation(WeightSpec spec) {
    return switch (this) {
      case GLOROT -> Math.sqrt(2.0 / (spec.fanIn() + spec.fanOut()));
      case LECUN -> Math.sqrt(1.0 / spec.fanIn());
      default -> Math.sqrt(2.0 / spec.fanIn());
    };
  }

  /** How it is written: {@code glorot}. */
  @Override
  public String toString() {
    return text;
  }
}
