package dev.bridle.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.population.Weight;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Given;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The regularizer of {@code docs/adding-a-regularizer.md}: what that page says is enough is. */
final class LogPenaltyTest implements PenaltyLaws {
  @Override
  public Penalty penalty() {
    return new LogPenalty();
  }

  /** 0.5 (log 2 + log 5) = 0.5 log 10. */
  @Test
  void value_isTheSumOfLogarithms() {
    Weight weight = Weight.kernel(Given.tensor(new long[] {1, 1, 2}, 1, -2));
    double[] value =
        Tensors.toDoubles(penalty().value(weight, Given.strength("lambda", PerMember.of(0.5))));
    assertThat(value).containsExactly(new double[] {0.5 * Math.log(10)}, within(1e-15));
  }

  @Test
  void page_showsTheClassAsItIs() throws IOException {
    String page = Files.readString(Path.of("../docs/adding-a-regularizer.md"));
    String source =
        Files.readString(Path.of("src/test/java/dev/bridle/penalty/LogPenalty.java"))
            .replaceFirst("  /\\*\\* What a recipe could say if .*\n", "");
    Matcher shown = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(page);
    assertThat(shown.find()).isTrue();
    assertThat(squeezed(source.substring(source.indexOf("/** Robust"))))
        .isEqualTo(squeezed(shown.group(1)));
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }
}
