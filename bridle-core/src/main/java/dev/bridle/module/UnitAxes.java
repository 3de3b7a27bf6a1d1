package dev.bridle.module;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which axis counts the units of a parameter, said by hand: for parameters that a module of your
 * own registers itself. Those of libtorch's modules are known.
 *
 * @param axes by the name of a parameter, or a pattern of names ({@code *} stands for any
 *     characters, {@code ?} for one); the axis is counted from 0, in the parameter as it is
 */
public record UnitAxes(Map<String, Integer> axes) {
  /** Copies the axes, in their order. */
  public UnitAxes {
    axes = Collections.unmodifiableMap(new LinkedHashMap<>(axes));
    axes.forEach(UnitAxes::check);
  }

  private static void check(String name, int axis) {
    if (axis < 0) {
      throw new IllegalArgumentException(
          "unit axis of \"" + name + "\" = " + axis + ": expected a whole number >= 0");
    }
  }

  /** Nothing is said by hand. */
  public static UnitAxes none() {
    return new UnitAxes(Map.of());
  }

  /** One parameter, or all that match one pattern: {@code of("head.weight", 0)}. */
  public static UnitAxes of(String name, int axis) {
    return new UnitAxes(Map.of(name, axis));
  }

  /** These and another; of several patterns that match a parameter the last one holds. */
  public UnitAxes and(String name, int axis) {
    Map<String, Integer> more = new LinkedHashMap<>(axes);
    more.put(name, axis);
    return new UnitAxes(more);
  }
}
