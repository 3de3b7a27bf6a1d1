package dev.bridle.module;

import dev.bridle.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.BatchNorm1dImpl;
import org.bytedeco.pytorch.BatchNormOptions;
import org.bytedeco.pytorch.Conv1dImpl;
import org.bytedeco.pytorch.Conv1dOptions;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Conv2dOptions;
import org.bytedeco.pytorch.Conv3dImpl;
import org.bytedeco.pytorch.Conv3dOptions;
import org.bytedeco.pytorch.ConvTranspose2dImpl;
import org.bytedeco.pytorch.ConvTranspose2dOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Small modules of libtorch with numbers written out in a test. */
public final class Layers {
  /**
   * Layers that were registered: the bindings free a batch normalisation with its Java object,
   * though a module has it registered.
   */
  private static final List<Module> KEPT = new ArrayList<>();

  private Layers() {}

  /** Registers a layer, and keeps it. */
  static void add(Module net, String name, Module layer) {
    KEPT.add(layer);
    net.register_module(name, layer);
  }

  /** A module of that type name with a layer by that name. */
  public static Module net(String layer, Module module) {
    Module net = new Module("Net");
    add(net, layer, module);
    return net;
  }

  /** {@code fc1 [2, 3]} and {@code fc2 [1, 2]} with biases, {@code bn [2]} between them. */
  static Module small() {
    Module net = net("fc1", new LinearImpl(3, 2));
    add(net, "bn", new BatchNorm1dImpl(new BatchNormOptions(2)));
    add(net, "fc2", new LinearImpl(2, 1));
    return net;
  }

  /** A convolution of one dimension, {@code [out, in, size]}. */
  public static Module conv1d(long in, long out, long size) {
    return new Conv1dImpl(new Conv1dOptions(in, out, sizes(size)));
  }

  /** A convolution of two dimensions, {@code [out, in / groups, height, width]}. */
  public static Module conv2d(long in, long out, long height, long width, long groups) {
    Conv2dOptions options = new Conv2dOptions(in, out, sizes(height, width));
    options.groups().put(groups);
    return new Conv2dImpl(options);
  }

  /** A convolution of three dimensions, {@code [out, in, size, size, size]}. */
  static Module conv3d(long in, long out, long size) {
    return new Conv3dImpl(new Conv3dOptions(in, out, sizes(size, size, size)));
  }

  /** A transposed convolution, {@code [in, out / groups, height, width]}. */
  public static Module transposed(long in, long out, long height, long width, long groups) {
    ConvTranspose2dOptions options = new ConvTranspose2dOptions(in, out, sizes(height, width));
    options.groups().put(groups);
    return new ConvTranspose2dImpl(options);
  }

  private static LongPointer sizes(long... sizes) {
    return new LongPointer((long) sizes.length).put(sizes, 0, sizes.length);
  }

  /** The parameter of that name. */
  public static Tensor parameter(Module module, String name) {
    return new Tensor(module.named_parameters().get(name));
  }

  /** Writes a parameter's numbers, in the order in which libtorch has them. */
  public static void set(Module module, String name, double... values) {
    Tensors.write(parameter(module, name), values);
  }

  /** A parameter's numbers. */
  public static double[] get(Module module, String name) {
    return Tensors.toDoubles(parameter(module, name));
  }

  /** Converts to double precision. */
  public static Module inDouble(Module module) {
    module.to(ScalarType.Double, false);
    return module;
  }
}
