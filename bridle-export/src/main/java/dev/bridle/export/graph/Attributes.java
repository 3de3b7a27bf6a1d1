package dev.bridle.export.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import com.google.protobuf.ByteString;
import java.util.List;

/** Settings of an operator, by name. */
public final class Attributes {
  private Attributes() {}

  /** A whole number. */
  public static AttributeProto of(String name, long value) {
    return named(name, AttributeType.INT).setI(value).build();
  }

  /** A number, in single precision. */
  public static AttributeProto of(String name, float value) {
    return named(name, AttributeType.FLOAT).setF(value).build();
  }

  /** Whole numbers. */
  public static AttributeProto ofLongs(String name, List<Long> values) {
    return named(name, AttributeType.INTS).addAllInts(values).build();
  }

  /** A text. */
  public static AttributeProto of(String name, String text) {
    return named(name, AttributeType.STRING).setS(ByteString.copyFromUtf8(text)).build();
  }

  /** A graph. */
  static AttributeProto of(String name, GraphProto graph) {
    return named(name, AttributeType.GRAPH).setG(graph).build();
  }

  /** Texts. */
  public static AttributeProto ofTexts(String name, List<String> values) {
    return ofBytes(name, values.stream().map(ByteString::copyFromUtf8).toList());
  }

  /** Texts in the bytes that stand for them. */
  static AttributeProto ofBytes(String name, List<ByteString> values) {
    return named(name, AttributeType.STRINGS).addAllStrings(values).build();
  }

  private static AttributeProto.Builder named(String name, AttributeType type) {
    return AttributeProto.newBuilder().setName(name).setType(type);
  }
}
