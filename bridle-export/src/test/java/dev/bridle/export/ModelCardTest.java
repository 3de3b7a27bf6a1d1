package dev.bridle.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelCardTest {
  @TempDir Path folder;

  @Test
  void card_saysWhatWasTrainedCheckedAndTyped() throws IOException {
    RandomModel made = RandomModel.of(10, folder); // dropout(0.2)@input + ... + max-norm(1)
    Path file = folder.resolve("best.onnx");
    Origin origin =
        new Origin("1.2.3", "max-norm(1)", "people.csv", 12_345, "abc123", List.of("accuracy 0.9"));
    OnnxExport.Written written =
        OnnxExport.write(made.network(), origin, Optional.of(Rows.of(made.table())), file);
    String card = ModelCard.of(file, made.network(), origin, written, "./bridle x");
    assertThat(card)
        .startsWith("# Model card: best.onnx\n\n")
        .contains("| trained on | people.csv, 12,345 bytes, SHA-256 abc123 |")
        .contains("| result | accuracy 0.9 |")
        .contains("| recipe | max-norm(1) |")
        .contains("| bound | max-norm(1): holds for all weights |")
        .contains("rows made of table10.csv, missing values and unknown categories among them")
        .contains("| size | ")
        .contains(" microseconds for one row, ")
        .contains("Bridle 1.2.3")
        .endsWith("\n## Made by\n\n    ./bridle x\n");
  }

  @Test
  void textsOfOthers_areNeverMarkup() {
    assertThat(Markdown.text("<script>|x*_`[a](b)\n\u202Eend"))
        .isEqualTo("\\<script\\>\\|x\\*\\_\\`\\[a\\](b)\\\\u000A\\\\u202Eend");
    assertThat(Markdown.literally("a\n</pre>")).isEqualTo("    a\n    </pre>\n");
  }

  @Test
  void card_liesBesideTheModel_andIsKnownAgain() throws IOException {
    assertThat(ModelCard.beside(Path.of("a/best.onnx"))).isEqualTo(Path.of("a/best.md"));
    Path card = Files.writeString(folder.resolve("a.md"), "# Model card: best.onnx\n");
    Path other = Files.writeString(folder.resolve("b.md"), "# Mine");
    assertThat(ModelCard.isCard(card)).isTrue();
    assertThat(ModelCard.isCard(other)).isFalse();
  }
}
