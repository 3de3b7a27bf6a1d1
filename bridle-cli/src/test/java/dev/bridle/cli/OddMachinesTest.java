package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Machines of other languages, encodings and time zones make the same studies and the same pages,
 * to the byte: case 27 of docs/reliability.md.
 *
 * <p>A study that is there is reported anew and not trained again, so that its seconds are the
 * same.
 */
@Isolated
final class OddMachinesTest {
  private static final List<String> LOCALES =
      List.of("de-DE", "tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "fr-FR");

  @TempDir Path folder;

  @Test
  void study_inOtherLocalesAndZones_isTheSameToTheByte() throws IOException {
    Path table = table();
    List<String> expected = everything(table, "a");
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String tag : LOCALES) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
        assertThat(everything(table, "a")).as(tag).isEqualTo(expected);
        Run trained = Run.of(compare(table, tag).toArray(String[]::new));
        assertThat(trained.code()).as(trained.err()).isZero();
        assertThat(dump(tag)).as(tag).isEqualTo(dump("a"));
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  /** Encoding and language as they are from the start of the process. */
  @Test
  void study_inAProcessOfAnotherEncoding_isTheSameToTheByte() throws Exception {
    Path table = table();
    List<String> expected = everything(table, "a");
    List<String> options =
        List.of(
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Dfile.encoding=ISO-8859-1",
            "-Duser.timezone=Pacific/Chatham");
    Files.delete(folder.resolve("a/report.html"));
    List<String> said =
        ChildJvm.run(folder, options, List.of(compare(table, "a"), compare(table, "b")));
    assertThat(said).hasSize(2).allMatch(line -> line.startsWith("exit 0 "));
    assertThat(Files.readString(folder.resolve("a/report.html"))).isEqualTo(expected.get(0));
    assertThat(dump("b")).isEqualTo(dump("a"));
  }

  /** What a user gets to see and to keep. */
  private List<String> everything(Path table, String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name + "/report.html"));
    Run study = Run.of(compare(table, name).toArray(String[]::new));
    assertThat(study.code()).as(study.err()).isZero();
    List<String> all = new ArrayList<>();
    all.add(Files.readString(folder.resolve(name + "/report.html")));
    all.add(study.out());
    all.add(dump(name));
    all.add(Run.of("diagnose", table.toString(), "--no-page", "--no-times").out());
    all.add(
        Run.of("predict", folder.resolve(name + "/best.onnx").toString(), table.toString()).out());
    assertThat(all).noneMatch(String::isEmpty);
    return all;
  }

  private String dump(String name) {
    return Run.of("show", folder.resolve(name).toString(), "--json", "--no-times").out();
  }

  private List<String> compare(Path table, String name) {
    List<String> all = new ArrayList<>(List.of("compare", table.toString()));
    all.addAll(List.of("--recipes", "none; l2(1e-2); dropout(0.3)@input"));
    all.addAll(List.of("--network", "dense(4) relu", "--updates", "10", "--quick"));
    all.addAll(List.of("--out", folder.resolve(name).toString()));
    return all;
  }

  /** With the letters that lower and upper case of Turkish turn into others. */
  private Path table() throws IOException {
    StringBuilder text = new StringBuilder("ID,größe,TITLE,İIıi\n");
    for (int i = 0; i < 60; i++) {
      text.append(i * 7 % 61).append(',').append(i % 9).append(".25,");
      text.append(i % 4 == 0 ? "NULL," : "ISTANBUL,").append(i % 2 == 0 ? "i\n" : "I\n");
    }
    return Files.writeString(folder.resolve("table.csv"), text);
  }
}
