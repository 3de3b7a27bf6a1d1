package dev.bridle.study.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DictionaryTest {
  private final Dictionary dictionary = new Dictionary();

  @Test
  void add_sameText_hasOneNumberAndIsCounted() {
    assertThat(add("red")).isZero();
    assertThat(add("blue")).isEqualTo(1);
    assertThat(add("red")).isZero();
    assertThat(dictionary.texts()).containsExactly("red", "blue");
    assertThat(dictionary.count(0)).isEqualTo(2);
    assertThat(dictionary.count(1)).isEqualTo(1);
  }

  @Test
  void add_textsOfOneHash_areKeptApart() {
    assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
    assertThat(add("Aa")).isZero();
    assertThat(add("BB")).isEqualTo(1);
  }

  @Test
  void add_manyTexts_agreesWithAMap() {
    Random random = new Random(5);
    Map<String, Integer> expected = new HashMap<>();
    for (int i = 0; i < 50_000; i++) {
      String text = Integer.toString(random.nextInt(20_000), 36);
      int code = add(text);
      assertThat(code).isEqualTo(expected.computeIfAbsent(text, t -> expected.size()));
    }
    assertThat(dictionary.size()).isEqualTo(expected.size());
  }

  private int add(String text) {
    return dictionary.add(("<" + text + ">").toCharArray(), 1, 1 + text.length());
  }
}
