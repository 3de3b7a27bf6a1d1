package dev.bridle.study.report;

import dev.bridle.data.builtin.Correlated;
import dev.bridle.study.diagnosis.Diagnoser;
import dev.bridle.study.diagnosis.Diagnosis;
import dev.bridle.study.table.DatasetTable;
import dev.bridle.study.table.Table;
import dev.bridle.study.table.TableOptions;
import dev.bridle.study.table.TableReader;
import dev.bridle.tensor.Key;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Diagnoses for the tests of their page. */
final class SampleDiagnoses {
  private SampleDiagnoses() {}

  /** Blocks of columns, a number as the target. */
  static Diagnosis regression() {
    return Diagnoser.of(DatasetTable.of("correlated", new Correlated().draw(120, Key.of(3))), 7);
  }

  /** Numbers and categories, missing values, three classes, a repeated row, a constant column. */
  static Diagnosis classification(Path folder) {
    return Diagnoser.of(customers(folder, name -> name), 7);
  }

  /** The same under other names of columns, categories and classes. */
  static Table customers(Path folder, UnaryOperator<String> name) {
    StringBuilder text = new StringBuilder();
    for (String head : new String[] {"age", "visits", "plan", "country", "class"}) {
      text.append(quoted(name.apply(head))).append(head.equals("class") ? "\n" : ",");
    }
    for (int i = 0; i < 121; i++) {
      int at = i % 120;
      int group = (at * 7) % 10 < 6 ? 0 : at % 3 == 0 ? 1 : 2;
      text.append(at % 9 == 4 ? "" : 20.25 + at + 5 * group).append(',');
      text.append((at * 13) % 17).append(',');
      text.append(quoted(name.apply(group > 0 && at % 5 > 0 ? "full" : "basic"))).append(",DE,");
      text.append(quoted(name.apply("kind " + group))).append('\n');
    }
    try {
      Path file = Files.writeString(folder.resolve("customers.csv"), text);
      return TableReader.of(TableOptions.defaults()).read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
