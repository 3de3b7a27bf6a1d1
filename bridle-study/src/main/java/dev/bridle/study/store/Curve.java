package dev.bridle.study.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** A list of doubles as bytes: eight each, little-endian. */
final class Curve {
  private Curve() {}

  static byte[] toBytes(List<Double> values) {
    ByteBuffer buffer =
        ByteBuffer.allocate(values.size() * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      buffer.putLong(Double.doubleToLongBits(value));
    }
    return buffer.array();
  }

  static List<Double> fromBytes(byte[] bytes) {
    if (bytes.length % Double.BYTES != 0) {
      throw new Damage("a curve of " + bytes.length + " bytes");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    List<Double> values = new ArrayList<>(bytes.length / Double.BYTES);
    while (buffer.hasRemaining()) {
      values.add(buffer.getDouble());
    }
    return values;
  }
}
