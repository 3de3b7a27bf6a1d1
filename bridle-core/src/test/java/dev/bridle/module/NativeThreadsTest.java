package dev.bridle.module;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

/** A program with its own loop keeps the native threads it had before it knew of Bridle. */
final class NativeThreadsTest {
  /** Such a program: it prints how many threads there are, before and after. */
  static final class Program {
    public static void main(String[] args) {
      torch.set_num_threads(3);
      LinearImpl model = new LinearImpl(2, 1);
      System.out.println(torch.get_num_threads());
      ModuleRestraint restraint = ModuleRestraint.of(model, Recipe.parse("max-norm(3)"));
      System.out.println(torch.get_num_threads());
      torch.set_num_threads(2); // the program's own wish, later on
      restraint.close();
      ModuleRestraint.of(model, Recipe.parse("l2(3)")).close();
      System.out.println(torch.get_num_threads());
    }
  }

  @Test
  void threads_ofAProgram_areAsManyAsBefore() throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classes = System.getProperty("java.class.path");
    Process process =
        new ProcessBuilder(java.toString(), "-Xmx256m", "-cp", classes, Program.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> printed = process.inputReader().lines().toList();
    assertThat(process.waitFor()).isZero();
    assertThat(printed).containsExactly("3", "3", "2");
  }
}
