package dev.bridle.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

final class NativeLibraryTest {
  @Test
  void load_computesWithOneNativeThread() {
    NativeLibrary.load();
    assertThat(torch.get_num_threads()).isEqualTo(1);
  }

  @Test
  void useOneThread_holdsOnOtherThreads() {
    int threads =
        CompletableFuture.supplyAsync(
                () -> {
                  NativeLibrary.useOneThread();
                  return torch.get_num_threads();
                })
            .join();
    assertThat(threads).isEqualTo(1);
  }

  @Test
  void load_letsJavaCppNotCountTheMemoryOfTheWholeProcess() {
    NativeLibrary.load();
    assertThat(System.getProperty("org.bytedeco.javacpp.maxphysicalbytes")).isEqualTo("0");
  }
}
