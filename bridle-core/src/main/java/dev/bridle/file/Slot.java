package dev.bridle.file;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a safetensors header: an array, and where its numbers lie.
 *
 * @param begin its first byte, counted from the beginning of the data
 * @param end the byte after its last
 */
record Slot(String name, Dtype dtype, List<Long> shape, long begin, long end) {

  /** The entry of an array whose numbers begin at {@code begin}. */
  static Slot of(NamedArray array, long begin) {
    List<Long> shape = Arrays.stream(array.shape()).boxed().toList();
    long bytes = (long) array.size() * array.dtype().bytes();
    return new Slot(array.name(), array.dtype(), shape, begin, begin + bytes);
  }

  /** Reads one entry and checks everything that can be known from it alone. */
  static Slot parse(String name, Object json) throws FileFormatException {
    if (!(json instanceof Map<?, ?> fields) || fields.size() != 3) {
      throw wrong(name, "expected exactly dtype, shape and data_offsets");
    }
    Dtype dtype = dtype(name, fields.get("dtype"));
    List<Long> shape = wholeNumbers(name, "shape", fields.get("shape"));
    List<Long> offsets = wholeNumbers(name, "data_offsets", fields.get("data_offsets"));
    if (offsets.size() != 2) {
      throw wrong(name, "data_offsets " + Text.cut(offsets) + ": expected two numbers");
    }
    Slot slot = new Slot(name, dtype, shape, offsets.get(0), offsets.get(1));
    slot.checkSize();
    return slot;
  }

  /** The entry as it stands in a header. */
  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("dtype", dtype.name());
    json.put("shape", shape);
    json.put("data_offsets", List.of(begin, end));
    return json;
  }

  /** How many bytes its numbers take. */
  long bytes() {
    return end - begin;
  }

  /** How many numbers it has, known to fit into an array. */
  int count() {
    return Math.toIntExact(bytes() / dtype.bytes());
  }

  /** The shape as {@link NamedArray} takes it. */
  long[] sizes() {
    return shape.stream().mapToLong(Long::longValue).toArray();
  }

  private void checkSize() throws FileFormatException {
    long expected;
    try {
      expected = Math.multiplyExact(NamedArray.count(name, sizes()), (long) dtype.bytes());
    } catch (IllegalArgumentException e) {
      throw Header.damaged(String.valueOf(e.getMessage()));
    } catch (ArithmeticException e) {
      throw wrong(name, "shape " + Text.cut(shape) + ": expected fewer than 2^63 bytes");
    }
    if (begin < 0 || end < begin || end - begin != expected) {
      String offsets = "data_offsets " + List.of(begin, end) + " for shape " + Text.cut(shape);
      throw wrong(name, offsets + " of " + dtype + ": expected " + expected + " bytes");
    }
  }

  private static Dtype dtype(String name, @Nullable Object json) throws FileFormatException {
    if (!(json instanceof String word)) {
      throw wrong(name, "expected a dtype in double quotes");
    }
    for (Dtype dtype : Dtype.values()) {
      if (dtype.name().equals(word)) {
        return dtype;
      }
    }
    throw new FileFormatException(
        "array "
            + Text.quoted(name)
            + " holds "
            + Text.quoted(word)
            + ": expected one of F32, F64, I32, I64");
  }

  private static List<Long> wholeNumbers(String name, String field, @Nullable Object json)
      throws FileFormatException {
    if (!(json instanceof List<?> list) || !list.stream().allMatch(Long.class::isInstance)) {
      throw wrong(name, "expected " + field + " as a list of whole numbers");
    }
    return list.stream().map(Long.class::cast).toList();
  }

  private static FileFormatException wrong(String name, String problem) {
    return Header.damaged("array " + Text.quoted(name) + ": " + problem);
  }
}
