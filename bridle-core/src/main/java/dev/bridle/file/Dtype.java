package dev.bridle.file;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;

/**
 * The kinds of numbers a {@link NamedArray} can hold, called as the safetensors format calls them.
 */
public enum Dtype {
  /** 32-bit floating point, Java's {@code float}. */
  F32(float.class, 4) {
    @Override
    void get(ByteBuffer bytes, Object array, int from, int count) {
      bytes.asFloatBuffer().get((float[]) array, from, count);
    }

    @Override
    void put(ByteBuffer bytes, Object array, int from, int count) {
      bytes.asFloatBuffer().put((float[]) array, from, count);
    }
  },
  /** 64-bit floating point, Java's {@code double}. */
  F64(double.class, 8) {
    @Override
    void get(ByteBuffer bytes, Object array, int from, int count) {
      bytes.asDoubleBuffer().get((double[]) array, from, count);
    }

    @Override
    void put(ByteBuffer bytes, Object array, int from, int count) {
      bytes.asDoubleBuffer().put((double[]) array, from, count);
    }
  },
  /** 32-bit whole numbers with sign, Java's {@code int}. */
  I32(int.class, 4) {
    @Override
    void get(ByteBuffer bytes, Object array, int from, int count) {
      bytes.asIntBuffer().get((int[]) array, from, count);
    }

    @Override
    void put(ByteBuffer bytes, Object array, int from, int count) {
      bytes.asIntBuffer().put((int[]) array, from, count);
    }
  },
  /** 64-bit whole numbers with sign, Java's {@code long}. */
  I64(long.class, 8) {
    @Override
    void get(ByteBuffer bytes, Object array, int from, int count) {
      bytes.asLongBuffer().get((long[]) array, from, count);
    }

    @Override
    void put(ByteBuffer bytes, Object array, int from, int count) {
      bytes.asLongBuffer().put((long[]) array, from, count);
    }
  };

  private final Class<?> component;
  private final int bytes;

  Dtype(Class<?> component, int bytes) {
    this.component = component;
    this.bytes = bytes;
  }

  /** How many bytes one number takes. */
  public int bytes() {
    return bytes;
  }

  /** A Java array of this kind. */
  Object allocate(int count) {
    return Array.newInstance(component, count);
  }

  /** Fills {@code count} places of a Java array from the front of {@code bytes}, in its order. */
  abstract void get(ByteBuffer bytes, Object array, int from, int count);

  /** Writes {@code count} places of a Java array to the front of {@code bytes}, in its order. */
  abstract void put(ByteBuffer bytes, Object array, int from, int count);
}
