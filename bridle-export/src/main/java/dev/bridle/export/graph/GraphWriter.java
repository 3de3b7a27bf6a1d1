package dev.bridle.export.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Collects the operators, constants, inputs and outputs of a graph. Every value in it has a name of
 * its own: where one is taken, as by a column of the data, another is found.
 */
public final class GraphWriter {
  /** The domain of operators for classical machine learning. */
  public static final String ML = "ai.onnx.ml";

  /** The name of the axis that counts rows. */
  static final String ROWS = "N";

  private final GraphProto.Builder graph;
  private final Set<String> taken;

  private GraphWriter(String name, Set<String> taken) {
    this.graph = GraphProto.newBuilder().setName(name);
    this.taken = taken;
  }

  /** A graph with nothing in it; {@code reserved} are names that inputs will have. */
  public GraphWriter(Collection<String> reserved) {
    this("bridle", new HashSet<>(reserved));
  }

  /** A graph for within an operator of this one, whose values it sees. */
  GraphWriter within(String name) {
    return new GraphWriter(name, taken);
  }

  /** A name that nothing else has: the one wanted, or one much like it. */
  public String unique(String wanted) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  /**
   * An input under one of the names that were reserved; {@code sizes} are its axes behind that of
   * the rows.
   */
  void input(String name, DataType type, List<Long> sizes) {
    graph.addInput(value(name, type, sizes));
  }

  /** An input {@code [N, size]} of a graph within an operator; returns its name. */
  String input(String name, DataType type, long size) {
    String input = unique(name);
    input(input, type, List.of(size));
    return input;
  }

  /** Makes a value an output; {@code sizes} are its axes behind that of the rows. */
  void output(String name, DataType type, List<Long> sizes) {
    graph.addOutput(value(name, type, sizes));
  }

  /** Adds an operator; returns the name of its result, which is {@code name} if that is free. */
  public String add(
      String operator, String name, List<String> inputs, AttributeProto... attributes) {
    return add("", operator, name, inputs, attributes);
  }

  /** Adds an operator of a domain. */
  String add(
      String domain,
      String operator,
      String name,
      List<String> inputs,
      AttributeProto... attributes) {
    String result = unique(name);
    add(domain, operator, List.of(result), inputs, attributes);
    return result;
  }

  /** Adds an operator with several results; returns their names, which end in numbers from 0. */
  List<String> addMany(
      String operator,
      String name,
      int results,
      List<String> inputs,
      AttributeProto... attributes) {
    List<String> names = IntStream.range(0, results).mapToObj(i -> unique(name + "/" + i)).toList();
    add("", operator, names, inputs, attributes);
    return names;
  }

  private void add(
      String domain,
      String operator,
      List<String> results,
      List<String> inputs,
      AttributeProto... attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .setDomain(domain)
            .setName(results.get(0))
            .addAllInput(inputs)
            .addAllOutput(results)
            .addAllAttribute(List.of(attributes)));
  }

  /** A value as numbers of another type. */
  String cast(String value, String name, DataType type) {
    return add("Cast", name, List.of(value), Attributes.of("to", type.getNumber()));
  }

  /** The rows of a value in another shape; {@code sizes} are the axes behind that of the rows. */
  String reshaped(String value, String name, List<Integer> sizes) {
    long[] shape = LongStream.concat(LongStream.of(0), sizes.stream().mapToLong(s -> s)).toArray();
    return add("Reshape", name, List.of(value, longs(name + "/shape", shape)));
  }

  /** A constant in single precision. */
  public String floats(String name, double[] values, long... shape) {
    ByteBuffer bytes = bytes(values.length, Float.BYTES);
    for (double value : values) {
      bytes.putFloat((float) value);
    }
    return constant(name, DataType.FLOAT, bytes, shape);
  }

  /** A constant in double precision. */
  public String doubles(String name, double[] values, long... shape) {
    ByteBuffer bytes = bytes(values.length, Double.BYTES);
    for (double value : values) {
      bytes.putDouble(value);
    }
    return constant(name, DataType.DOUBLE, bytes, shape);
  }

  /** A constant vector of whole numbers. */
  public String longs(String name, long... values) {
    ByteBuffer bytes = bytes(values.length, Long.BYTES);
    for (long value : values) {
      bytes.putLong(value);
    }
    return constant(name, DataType.INT64, bytes, values.length);
  }

  /** A constant vector of texts. */
  public String texts(String name, List<String> values) {
    TensorProto.Builder tensor = tensor(name, DataType.STRING, values.size());
    values.forEach(value -> tensor.addStringData(ByteString.copyFromUtf8(value)));
    graph.addInitializer(tensor);
    return tensor.getName();
  }

  /** Everything so far. */
  public GraphProto graph() {
    return graph.build();
  }

  private static ByteBuffer bytes(int count, int size) {
    return ByteBuffer.allocate(Math.multiplyExact(count, size)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private String constant(String name, DataType type, ByteBuffer bytes, long... shape) {
    TensorProto.Builder tensor =
        tensor(name, type, shape).setRawData(ByteString.copyFrom(bytes.flip()));
    graph.addInitializer(tensor);
    return tensor.getName();
  }

  private TensorProto.Builder tensor(String name, DataType type, long... shape) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(unique(name)).setDataType(type.getNumber());
    for (long size : shape) {
      tensor.addDims(size);
    }
    return tensor;
  }

  private static ValueInfoProto value(String name, DataType type, List<Long> sizes) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDimBuilder().setDimParam(ROWS);
    sizes.forEach(size -> shape.addDimBuilder().setDimValue(size));
    TypeProto.Tensor tensor =
        TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape).build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }
}
