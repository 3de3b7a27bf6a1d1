package dev.bridle.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.batch.Batch;
import dev.bridle.data.Dataset;
import dev.bridle.data.Scaling;
import dev.bridle.population.Replicates;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Draw;
import dev.bridle.testing.InScope;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rows of a batch are those whose numbers it tells: what belongs to a row can go by them. */
@ExtendWith(InScope.class)
final class BatchesTest {
  private static final int ROWS = 17;
  private static final List<Key> REPLICATES = List.of(Key.of(1), Key.of(2));

  @Test
  void rows_areTheNumbersOfTheRows_ofEachMembersReplicate() {
    for (List<Key> members :
        List.of(
            List.of(Key.of(2), Key.of(1), Key.of(2)), List.of(Key.of(2), Key.of(2), Key.of(2)))) {
      try (Arena arena = new Arena()) {
        Part part = part(arena);
        Batches batches = new Batches(part, Replicates.of(members), 5, Precision.FLOAT64, arena);
        for (int epoch = 0; epoch < 3; epoch++) {
          batches.shuffle(epoch);
          for (int k = 0; k < 3; k++) {
            assertThat(rowsOfAnEpoch(batches, part, k, part.indexOf(members.get(k))))
                .hasSize(15); // three batches of five, no row twice; two rows are left
          }
        }
      }
    }
  }

  private static Set<Integer> rowsOfAnEpoch(Batches batches, Part part, int k, int replicate) {
    Set<Integer> seen = new TreeSet<>();
    for (int step = 0; step < batches.steps(); step++) {
      Batch batch = batches.get(step);
      int copy = batch.targets().size(0) == 1 ? 0 : k;
      for (int b = 0; b < 5; b++) {
        int row = batch.rows().of(k, b);
        assertThat(numbers(batch.inputs(), k, b)).isEqualTo(numbers(part.inputs(), replicate, row));
        assertThat(numbers(batch.targets(), copy, b))
            .isEqualTo(numbers(part.targets(), replicate, row));
        seen.add(row);
      }
    }
    return seen;
  }

  private static double[] numbers(Tensor all, int k, int row) {
    return Tensors.toDoubles(all.select(0, k).select(0, row).clone());
  }

  private static Part part(Arena arena) {
    List<Dataset> datasets = List.of(dataset(1), dataset(2));
    return Part.of(
        REPLICATES,
        datasets,
        datasets.stream().map(Scaling::ofTargets).toList(),
        Precision.FLOAT64,
        arena);
  }

  private static Dataset dataset(int seed) {
    double[] drawn = Draw.of(seed).normals(ROWS * 3);
    float[] inputs = new float[ROWS * 2];
    float[] targets = new float[ROWS];
    for (int i = 0; i < drawn.length; i++) {
      if (i < inputs.length) {
        inputs[i] = (float) drawn[i];
      } else {
        targets[i - inputs.length] = (float) drawn[i];
      }
    }
    return Dataset.regression(inputs, new int[] {2}, targets, List.of("y"));
  }
}
