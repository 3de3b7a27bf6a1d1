package dev.bridle.study.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BytesTest {
  @Test
  void content_isCopiedInAndOut() {
    byte[] array = {1, 2};
    Bytes bytes = Bytes.of(array);
    array[0] = 9;
    bytes.toArray()[1] = 9;
    assertThat(bytes.toArray()).containsExactly(1, 2);
  }

  @Test
  void equality_isThatOfContent() {
    assertThat(Bytes.of((byte) 1))
        .isEqualTo(Bytes.of((byte) 1))
        .hasSameHashCodeAs(Bytes.of((byte) 1));
    assertThat(Bytes.of((byte) 1)).isNotEqualTo(Bytes.of((byte) 2)).hasToString("1 bytes");
  }

  @Test
  void sha256_ofNothing_isThePublishedOne() {
    assertThat(Bytes.of().sha256())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }
}
