package dev.bridle.study.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results of several versions are kept apart, and a user is told. */
final class VersionsTest {
  private static final List<UnitKey> UNITS = Studies.units("select", 2, 1);
  private static final Map<String, String> NEWER =
      Map.of("bridle", "0.2.0", "java", "17", "libtorch", "2.10");
  private static final String WARNING =
      "versions differ: bridle 0.1.0 there, 0.2.0 here; libtorch none there, 2.10 here; results are"
          + " comparable, but not identical to the bit";

  @TempDir private Path folder;

  @BeforeEach
  void createWithOneResult() {
    try (StudyStore store = StudyStore.create(folder, Studies.plan(), UNITS)) {
      store.put(Studies.result(UNITS.get(0)));
    }
  }

  @Test
  void sameVersions_needNoNote() {
    try (StudyStore store = StudyStore.open(folder, Studies.plan())) {
      assertThat(store.notes()).isEmpty();
    }
  }

  @Test
  void otherVersions_areNotedAndWrittenDownWithTheFirstResult() {
    try (StudyStore store = StudyStore.open(folder, Studies.planWith(NEWER))) {
      assertThat(store.notes()).containsExactly(WARNING);
      assertThat(store.versions()).containsExactly(Studies.VERSIONS);
      store.put(Studies.result(UNITS.get(1)));
      assertThat(store.versions()).containsExactly(Studies.VERSIONS, NEWER);
    }
    try (StudyView study = StudyStore.read(folder)) {
      assertThat(study.notes())
          .containsExactly(
              "this study was run with 2 sets of versions; results are comparable, but not"
                  + " identical to the bit");
      assertThat(study.plan().versions()).isEqualTo(Studies.VERSIONS);
    }
  }
}
