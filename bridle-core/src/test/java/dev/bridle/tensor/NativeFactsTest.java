package dev.bridle.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class NativeFactsTest {
  @Test
  void load_saysWhatThereIs() {
    NativeFacts facts = NativeFacts.load();
    assertThat(facts.platform()).contains("-");
    assertThat(facts.libtorch()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
    assertThat(facts.instructions()).isNotEmpty();
    assertThat(facts.blas()).matches("OpenBLAS [0-9.]+.*|MKL");
    assertThat(facts.threads()).isEqualTo(1);
  }

  @Test
  void cacheFolder_isThere() throws IOException {
    assertThat(NativeFacts.cacheFolder()).isDirectory();
  }
}
