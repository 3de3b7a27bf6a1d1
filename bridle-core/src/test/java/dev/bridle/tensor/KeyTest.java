package dev.bridle.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The literal values were computed apart, from the definitions of SplitMix64 and FNV-1a. */
final class KeyTest {
  private static final Key KEY = Key.of(7);

  @Test
  void of_seed_isTheFirstNumberOfSplitMix64() {
    assertThat(Key.of(0).bits()).isEqualTo(0xE220A8397B1DCDAFL);
    assertThat(Key.of(1).bits()).isEqualTo(0x910A2DEC89025CC1L);
    assertThat(Key.of(-1).bits()).isEqualTo(0xE4D971771B652C20L);
  }

  @Test
  void at_number_isFixed() {
    assertThat(KEY.at(0).bits()).isEqualTo(0x5159026E3F4D43C3L);
    assertThat(KEY.at(7).bits()).isEqualTo(0xA6826BA5865B7FB1L);
    assertThat(KEY.at(-1).bits()).isEqualTo(0x01C61F7E93B5E4A2L);
  }

  @Test
  void at_place_isFixed() {
    assertThat(KEY.at("").bits()).isEqualTo(0x8E0F837CA383BAB3L);
    assertThat(KEY.at("train").bits()).isEqualTo(0xE9458405EE11219DL);
    assertThat(KEY.at("dense1/dropout").bits()).isEqualTo(0x28829D100AAD2CEFL);
  }

  @Test
  void at_placeBeyondAscii_isReadAsUtf8() {
    assertThat(KEY.at("gr\u00F6\u00DFe").bits()).isEqualTo(0x03C144C8995FC993L);
  }

  @Test
  void at_place_isHashedByFnv1a() {
    long foobar = 0x85944171F73967E8L; // from the authors' list of test values
    assertThat(KEY.at("foobar").bits()).isEqualTo(Key.mix(KEY.bits() ^ Key.mix(foobar)));
  }

  @Test
  void at_wholePath_isFixed() {
    Key key = KEY.at("replicate").at(7).at("dense1/dropout").at(1200);
    assertThat(key.bits()).isEqualTo(0x7573D2E38F5D0668L);
  }

  @Test
  void at_number_isNoneOfTheNumbersOfTheStream() {
    RandomStream stream = KEY.stream();
    Set<Long> drawn = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      drawn.add(stream.nextLong());
    }
    for (int i = 0; i < 1000; i++) {
      assertThat(drawn).doesNotContain(KEY.at(i).bits());
    }
  }

  @Test
  void at_sameStepsInOtherOrder_isAnotherKey() {
    assertThat(KEY.at("a").at("b")).isNotEqualTo(KEY.at("b").at("a"));
    assertThat(KEY.at(1).at(2)).isNotEqualTo(KEY.at(2).at(1));
    assertThat(KEY.at("a").at(1)).isNotEqualTo(KEY.at(1).at("a"));
  }

  @Test
  void at_placesThatSpellTheSame_areDifferentKeys() {
    assertThat(KEY.at("ab")).isNotEqualTo(KEY.at("a").at("b"));
    assertThat(KEY.at("7")).isNotEqualTo(KEY.at(7));
    assertThat(KEY.at("")).isNotEqualTo(KEY);
    assertThat(KEY.at(0)).isNotEqualTo(KEY);
  }

  @Test
  void at_manyNumbersAndSeeds_neverMeet() {
    Set<Key> seen = new HashSet<>();
    for (int i = 0; i < 300; i++) {
      for (int j = 0; j < 300; j++) {
        seen.add(Key.of(i).at(j));
      }
    }
    assertThat(seen).hasSize(90_000);
  }

  /**
   * A change of one bit of the number turns over half of the key's bits: 32, standard error 0.06.
   */
  @Test
  void at_oneBitOfTheNumberChanged_changesHalfOfTheKey() {
    int changed = 0;
    int trials = 0;
    for (int number = 0; number < 64; number++) {
      for (int bit = 0; bit < 63; bit++, trials++) {
        long other = KEY.at(number ^ (1L << bit)).bits();
        changed += Long.bitCount(KEY.at(number).bits() ^ other);
      }
    }
    assertThat((double) changed / trials).isBetween(31.7, 32.3);
  }
}
