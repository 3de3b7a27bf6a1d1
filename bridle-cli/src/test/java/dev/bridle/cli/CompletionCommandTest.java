package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompletionCommandTest {
  @TempDir Path folder;

  @Test
  void script_knowsVerbsAndOptions() {
    Run run = Run.of("completion", "bash");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("compare diagnose train path predict export prune report show")
        .contains("--recipes", "--sample")
        .contains("complete -F _complete_bridle");
    assertThat(Run.of("completion", "zsh").out()).contains("bashcompinit");
  }

  @Test
  void script_isAcceptedByBash_andCompletes() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash on this machine");
    Path script = folder.resolve("bridle.bash");
    Files.writeString(script, Run.of("completion", "bash").out());
    assertThat(bash("bash -n " + script)).isEqualTo("exit 0\n");
    assertThat(
            bash(
                "source "
                    + script
                    + "; COMP_WORDS=(bridle dia); COMP_CWORD=1; COMP_LINE='bridle dia';"
                    + " _complete_bridle; echo \"${COMPREPLY[@]}\""))
        .isEqualTo("exit 0\ndiagnose\n");
  }

  @Test
  void otherShell_isRefused() {
    assertThat(Run.of("completion", "fish"))
        .isEqualTo(new Run(2, "", "bridle: shell \"fish\": expected one of bash, zsh\n"));
    assertThat(Run.of("completion").code()).isEqualTo(2);
  }

  private static String bash(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("/bin/bash", "-c", command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return "exit " + process.waitFor() + "\n" + output;
  }
}
