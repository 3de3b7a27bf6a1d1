package dev.bridle.study.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link DoubleList} and {@link IntList}, around the sizes at which they grow. */
final class ListsTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 9, 8191, 8192, 8193, 16_384, 16_385, 20_000})
  void drain_givesWhatWasAdded_andEmpties(int size) {
    DoubleList doubles = new DoubleList();
    IntList ints = new IntList();
    IntStream.range(0, size).forEach(doubles::add);
    IntStream.range(0, size).forEach(ints::add);
    assertThat(doubles.size()).isEqualTo(size);
    assertThat(ints.size()).isEqualTo(size);
    assertThat(doubles.drain()).isEqualTo(IntStream.range(0, size).asDoubleStream().toArray());
    assertThat(ints.drain()).isEqualTo(IntStream.range(0, size).toArray());
    assertThat(doubles.drain()).isEmpty();
    assertThat(ints.drain()).isEmpty();
  }
}
