package dev.bridle.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Random contents of safetensors files: every kind of number, empty arrays, odd names. */
final class RandomContent {
  private static final String[] PIECES = {
    "w", "dense1/", ".", " ", "\"", "\\", "\n", "é", "😀", ""
  };

  private RandomContent() {}

  static TensorFile next(Random random) {
    Map<String, String> metadata = new TreeMap<>();
    for (int n = random.nextInt(4); n > 0; n--) {
      metadata.put(text(random), text(random));
    }
    List<NamedArray> arrays = new ArrayList<>();
    for (int n = random.nextInt(6); n > 0; n--) {
      arrays.add(array(text(random) + n, random));
    }
    return new TensorFile(metadata, arrays);
  }

  private static NamedArray array(String name, Random random) {
    long[] shape = random.longs(random.nextInt(4), 0, 5).toArray();
    int count = (int) NamedArray.count(name, shape);
    return switch (random.nextInt(4)) {
      case 0 -> NamedArray.of(name, shape, floats(random, count));
      case 1 -> NamedArray.of(name, shape, random.doubles(count).toArray());
      case 2 -> NamedArray.of(name, shape, random.ints(count).toArray());
      default -> NamedArray.of(name, shape, random.longs(count).toArray());
    };
  }

  private static float[] floats(Random random, int count) {
    float[] floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] = (float) random.nextGaussian();
    }
    return floats;
  }

  private static String text(Random random) {
    StringBuilder out = new StringBuilder();
    for (int n = random.nextInt(5); n > 0; n--) {
      out.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return out.toString();
  }
}
