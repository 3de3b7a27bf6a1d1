package dev.bridle.study.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DuplicatesTest {
  @TempDir Path folder;

  @Test
  void of_byHand() {
    long[] inputs = {1, 2, 1, 3, 1, 2};
    double[] targets = {0, 0, 0, 0, 1, 1};
    Duplicates found = Duplicates.of(inputs, targets, true);
    assertThat(found.repeated()).isEqualTo(1); // (1, 0) twice
    assertThat(found.sameInputs()).isEqualTo(3); // 1 three times, 2 twice
    assertThat(found.conflicting()).isEqualTo(5);
    assertThat(found.unlearnable()).isEqualTo(2); // one of the three, one of the two
    // 0.2 * 3 * (1 - 0.04) + 0.2 * 2 * (1 - 0.2)
    assertThat(found.across()).isCloseTo(0.576 + 0.32, within(1e-12));
  }

  @Test
  void of_amounts_areNeverUnlearnable() {
    Duplicates found = Duplicates.of(new long[] {1, 1}, new double[] {0.5, 0.6}, false);
    assertThat(found).isEqualTo(new Duplicates(0, 1, 2, 0, 0.2 * 2 * (1 - 0.2)));
  }

  @Test
  void planted_areCounted_whateverTheKeyOfTheRow() {
    StringBuilder text = new StringBuilder("id,x,colour,y\n");
    for (int i = 0; i < 60; i++) {
      text.append(i).append(',').append(i * 0.5).append(i % 3 == 0 ? ",red," : ",blue,");
      text.append(i % 2 == 0 ? "yes\n" : "no\n");
    }
    text.append("60,0,red,yes\n61,0,red,yes\n62,0.5,blue,yes\n");
    Diagnosis diagnosis = Diagnoser.of(Tables.csv(folder, text.toString()), 7);
    Duplicates found = diagnosis.duplicates();
    assertThat(found.repeated()).isEqualTo(2);
    assertThat(found.sameInputs()).isEqualTo(3);
    assertThat(found.conflicting()).isEqualTo(2);
    assertThat(found.unlearnable()).isEqualTo(1);
    assertThat(diagnosis.notes())
        .anyMatch(
            note ->
                note.text()
                    .equals(
                        "2 rows share the inputs of another row, but not its target: no network"
                            + " can get more than 62 of 63 rows right"));
  }
}
