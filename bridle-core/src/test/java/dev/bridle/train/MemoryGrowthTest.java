package dev.bridle.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Precision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A long training takes no more memory at its end than at its beginning. */
@Tag("slow")
final class MemoryGrowthTest {
  private static final int STEPS = 100_000;
  private static final int SETTLED = 20_000;
  private static final long MOST_A_STEP = 1024;

  @ParameterizedTest
  @ValueSource(strings = {"momentum(0.001)", "adam(1e-4)"})
  @EnabledOnOs(OS.LINUX) // which tells what a process has resident
  void hundredThousandSteps_takeLessThanAKilobyteEach(String rule) {
    TrainingPlan plan = TrainingPlan.parse(rule + ", batch 13, updates " + STEPS);
    Recipe recipe = Recipe.parse("input-noise(0.1) + dropout(0.3) + l1(1e-5) + max-norm(1)");
    List<Member> members =
        List.of(
            new Member(recipe, plan, Arms.replicate(0)),
            new Member(recipe, plan, Arms.replicate(1)));
    List<Long> resident = new ArrayList<>();
    Trainer.train(
        Arms.NETWORK,
        members,
        Precision.FLOAT32,
        (step, updates, present) -> {
          if (step == SETTLED || step == STEPS) {
            resident.add(residentBytes() - javaBytes());
          }
        });
    long growth = resident.get(1) - resident.get(0);
    System.out.printf("%s: %,d bytes more after %,d steps%n", rule, growth, STEPS - SETTLED);
    assertThat(growth / (STEPS - SETTLED)).isLessThan(MOST_A_STEP);
  }

  /** The Java heap has a limit of its own and may grow up to it. */
  private static long javaBytes() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    return memory.getHeapMemoryUsage().getCommitted()
        + memory.getNonHeapMemoryUsage().getCommitted();
  }

  private static long residentBytes() {
    try {
      String line =
          Files.readAllLines(Path.of("/proc/self/status")).stream()
              .filter(l -> l.startsWith("VmRSS:"))
              .findFirst()
              .orElseThrow();
      return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
