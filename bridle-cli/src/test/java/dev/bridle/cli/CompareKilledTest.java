package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study that is killed goes on where it stopped, and ends as if nothing had happened. */
final class CompareKilledTest {
  private static final int KILLS = 5;

  @TempDir Path folder;

  @Test
  void killedFiveTimes_thenGivenAgain_endsInTheSameBytes() throws Exception {
    assertThat(start("whole").waitFor(120, TimeUnit.SECONDS)).isTrue();
    Random random = new Random(7); // instants need no more chance than this
    int killed = 0;
    for (int i = 0; i < KILLS; i++) {
      Process process = start("killed");
      if (!process.waitFor(900 + random.nextInt(900), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
        killed++;
      }
    }
    assertThat(killed).isGreaterThanOrEqualTo(2);
    Process last = start("killed");
    assertThat(last.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(last.exitValue()).isZero();
    assertThat(show("killed")).isEqualTo(show("whole"));
    assertThat(folder.resolve("killed/report.html")).isNotEmptyFile();
  }

  private String show(String name) {
    Run run = Run.of("show", folder.resolve(name).toString(), "--json", "--no-times");
    assertThat(run.code()).isZero();
    return run.out();
  }

  private Process start(String name) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("dev.bridle.cli.Main", "compare", "moons", "--quiet"));
    command.addAll(List.of("--network", "dense(16) relu", "--updates", "800"));
    command.addAll(List.of("--recipes", "none; l2(1e-4..1e-1); dropout(0.1..0.5); max-norm(1, 3)"));
    command.addAll(List.of("--select", "4", "--confirm", "6", "--threads", "2"));
    command.addAll(List.of("--out", folder.resolve(name).toString()));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
