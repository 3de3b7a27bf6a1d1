package dev.bridle.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The order of arrays in the data section, which has neither holes nor overlaps. */
final class Layout {
  private Layout() {}

  /**
   * The order in which arrays are written: those of 8-byte numbers first, so that every number lies
   * at a multiple of its size and the file can be used where it is mapped into memory.
   */
  static List<NamedArray> inFileOrder(List<NamedArray> arrays) {
    Comparator<NamedArray> widest = Comparator.comparingInt(array -> -array.dtype().bytes());
    return arrays.stream().sorted(widest).toList(); // stable: otherwise as given
  }

  /** The entries of arrays that are written, in the order given. */
  static List<Slot> assign(List<NamedArray> arrays) {
    Map<String, Slot> slots = new HashMap<>();
    long begin = 0;
    for (NamedArray array : inFileOrder(arrays)) {
      Slot slot = Slot.of(array, begin);
      slots.put(array.name(), slot);
      begin = slot.end();
    }
    return arrays.stream().map(array -> Objects.requireNonNull(slots.get(array.name()))).toList();
  }

  /**
   * The entries of a file that is read, in the order of their bytes, once it is known that they
   * cover the data section exactly.
   *
   * @param bytes how many bytes the data section has
   */
  static List<Slot> check(List<Slot> slots, long bytes) throws FileFormatException {
    List<Slot> sorted = new ArrayList<>(slots);
    sorted.sort(Comparator.comparingLong(Slot::begin).thenComparingLong(Slot::end));
    long covered = 0;
    for (Slot slot : sorted) {
      checkPlace(slot, covered, bytes);
      covered = slot.end();
    }
    if (covered != bytes) {
      throw Header.damaged("the arrays take " + covered + " bytes, the data have " + bytes);
    }
    return sorted;
  }

  private static void checkPlace(Slot slot, long covered, long bytes) throws FileFormatException {
    String name = "array " + Text.quoted(slot.name());
    if (slot.end() > bytes) {
      throw Header.damaged(name + " ends at byte " + slot.end() + ", the data have " + bytes);
    }
    if (slot.begin() < covered) {
      throw Header.damaged(
          name + " begins at byte " + slot.begin() + ", the one before it ends at " + covered);
    }
    if (slot.begin() > covered) {
      throw Header.damaged("bytes " + covered + " to " + slot.begin() + " belong to no array");
    }
    long numbers = slot.bytes() / slot.dtype().bytes();
    if (numbers > NamedArray.MAX_NUMBERS) {
      throw new FileFormatException(
          name + " has " + numbers + " numbers: expected at most " + NamedArray.MAX_NUMBERS);
    }
  }
}
