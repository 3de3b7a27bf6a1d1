package dev.bridle.study.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables, notes and errors are the same in every locale. */
@Isolated
final class LocaleTest {
  private static final String GOOD =
      "ID,TITLE,I\n" + "1.5,İi,null\n2.25,ıI,7\n-3e2,ss,8\n".repeat(700);
  private static final List<String> BAD =
      List.of(
          "x,y\n1,\"a\n",
          "x,y\n1,\"a\"b\n",
          "x,y\n1\n",
          "x,x\n1,2\n",
          "x,y\n" + "1,2\n".repeat(2000) + "x,3\n",
          "x,y\n1," + "z".repeat(1_000_001) + "\n");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG", "hi-IN-u-nu-deva", "fr-FR", "th-TH-u-nu-thai"})
  void everything_isTheSame(String locale) {
    List<String> expected = everything(Locale.ROOT);
    assertThat(everything(Locale.forLanguageTag(locale))).isEqualTo(expected);
  }

  @Test
  void everything_isSomething() {
    assertThat(everything(Locale.ROOT)).hasSize(BAD.size() + 3).doesNotContain("");
  }

  private List<String> everything(Locale locale) {
    Locale before = Locale.getDefault();
    Locale.setDefault(locale);
    try {
      List<String> all = new ArrayList<>();
      Table table = CsvFiles.read(folder, GOOD);
      all.add(TableReport.of(table).toString());
      all.add(table.fingerprint().toString());
      int[] rows = IntStream.range(0, table.rows()).toArray();
      all.add(Preparation.fit(table, rows).toMap().toString());
      BAD.forEach(text -> all.add(error(text)));
      return all;
    } finally {
      Locale.setDefault(before);
    }
  }

  /** What a text is answered with, or nothing. */
  private String error(String text) {
    try {
      CsvFiles.read(folder, text);
      return "";
    } catch (TableException e) {
      return e.toString();
    }
  }
}
