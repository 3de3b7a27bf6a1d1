package dev.bridle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.train.Load;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class BenchTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int execute(String... args) {
    return Bench.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  @Test
  void help_ofEachVerb_saysItsOptions() {
    assertThat(execute("--help")).isZero();
    assertThat(out.toString()).contains("steps", "regularizers", "study", "csv", "peers-table");
    for (String verb : new String[] {"steps", "regularizers", "study", "csv"}) {
      assertThat(execute(verb, "--help")).isZero();
      assertThat(out.toString()).contains("Usage: bench " + verb, "--json");
    }
  }

  @Test
  void noVerb_isAMistake() {
    assertThat(execute()).isEqualTo(2);
    assertThat(err.toString()).startsWith("expected a verb");
  }

  @Test
  void wrongOptions_areFoundBeforeAnythingIsMeasured() {
    assertThat(execute("steps", "--sizes", "tiny,smal")).isEqualTo(2);
    assertThat(execute("steps", "--members", "0")).isEqualTo(2);
    assertThat(execute("steps", "--workers", "0")).isEqualTo(2);
    assertThat(execute("steps", "--seconds", "-1")).isEqualTo(2);
    assertThat(execute("regularizers", "--only", "dropuot")).isEqualTo(2);
    assertThat(execute("csv", "--rows", "0")).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "size \"smal\": expected one of tiny, small, mid, large, cnn, lstm; did you mean small?")
        .contains("--members = 0: expected a whole number >= 1")
        .contains("--workers = 0: expected a whole number >= 1")
        .contains("--seconds = -1.0: expected a number above 0, at most 600")
        .contains("regularizer \"dropuot\": expected one of")
        .contains("did you mean dropout?");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void steps_byDefault_areAllSizesRulesAndKindsWithTheMembersTheyTake() {
    StepsCommand steps = CommandLine.populateCommand(new StepsCommand());
    int populations = 5 + 5 + 4 + 3 + 3 + 5; // up to 64, 64, 16, 8, 8 and 64 members
    assertThat(steps.cells()).hasSize(populations * 2 * 2 * 2);
  }

  @Test
  void steps_membersGiven_areTakenAsTheyAre() {
    StepsCommand steps =
        CommandLine.populateCommand(
            new StepsCommand(),
            "--sizes=large",
            "--members=64,2",
            "--workers=1",
            "--kinds=plain",
            "--rules=momentum(0.01, mu=0.5);sgd(1)");
    assertThat(steps.cells().stream().map(cell -> cell.subject().members()))
        .containsExactly(64, 2, 64, 2);
    assertThat(steps.cells().stream().map(cell -> cell.subject().rule()))
        .containsExactly("momentum(0.01, mu=0.5)", "momentum(0.01, mu=0.5)", "sgd(1)", "sgd(1)");
  }

  @Test
  void regularizers_byDefault_areAllAndTheWholeAndTheOtherRule() {
    RegularizersCommand command = CommandLine.populateCommand(new RegularizersCommand());
    assertThat(command.duels()).hasSize(Samples.wanted().size() + 2);
    int members = Load.members((int) Workload.named("small").parameters());
    assertThat(command.duels()).allMatch(duel -> duel.plain().members() == members);
    assertThat(command.duels().get(command.duels().size() - 1).against().rule())
        .isEqualTo("adam(1e-3)");
  }
}
