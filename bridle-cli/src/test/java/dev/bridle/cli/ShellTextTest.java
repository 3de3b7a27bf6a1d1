package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShellTextTest {
  private static final List<String> WORDS =
      List.of("a b", "it's", "$(x) `y` \\ \"z\"", "a\u202Egnp.exe", "a\u0007b's \\", "\u2028é");

  @Test
  void words_areQuotedWhereTheyNeedIt_andHiddenCharactersSpelled() {
    assertThat(ShellText.of(List.of("compare", "a b.csv", "--target", "it's")))
        .isEqualTo("compare 'a b.csv' --target 'it'\\''s'");
    assertThat(ShellText.quoted("a\u202Eb'\\")).isEqualTo("$'a\\U0000202Eb\\'\\\\'");
  }

  @Test
  void bash_readsEveryWordAsItWas() throws Exception {
    Path bash = Path.of("/bin/bash");
    assumeTrue(Files.isExecutable(bash), "a system with bash");
    ProcessBuilder shell =
        new ProcessBuilder(bash.toString(), "-c", "printf '%s\\n' " + ShellText.of(WORDS));
    shell.environment().put("LC_ALL", "C.UTF-8");
    Process process = shell.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said).isEqualTo(String.join("\n", WORDS) + "\n");
  }
}
