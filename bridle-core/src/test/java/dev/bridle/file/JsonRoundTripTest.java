package dev.bridle.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random values survive being written and read. */
final class JsonRoundTripTest {
  @Test
  void parse_ofWhatWasWritten_isTheSame() {
    Random random = new Random(11);
    for (int i = 0; i < 2000; i++) {
      Object value = randomValue(random, 0);
      assertThat(Json.parse(Json.write(value))).isEqualTo(value);
    }
  }

  private static Object randomValue(Random random, int depth) {
    return switch (random.nextInt(depth < 4 ? 7 : 5)) {
      case 0 -> random.nextLong() >> random.nextInt(64);
      case 1 -> randomDouble(random);
      case 2 -> randomString(random);
      case 3 -> random.nextBoolean();
      case 4 -> JsonNull.NULL;
      case 5 -> {
        List<Object> list = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
          list.add(randomValue(random, depth + 1));
        }
        yield list;
      }
      default -> {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int n = random.nextInt(4); n > 0; n--) {
          map.put(randomString(random), randomValue(random, depth + 1));
        }
        yield map;
      }
    };
  }

  private static double randomDouble(Random random) {
    double any = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(any) ? any : random.nextGaussian();
  }

  private static String randomString(Random random) {
    int[] ends = {0x20, 0x80, 0x800, 0xD800, 0x110000};
    StringBuilder out = new StringBuilder();
    for (int n = random.nextInt(6); n > 0; n--) {
      int c = random.nextInt(ends[random.nextInt(ends.length)]);
      out.appendCodePoint(c >= 0xD800 && c < 0xE000 ? 'x' : c);
    }
    return out.toString();
  }
}
