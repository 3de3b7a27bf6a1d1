package dev.bridle.study.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.data.Dataset;
import dev.bridle.study.table.DatasetTable;
import dev.bridle.study.table.Note;
import dev.bridle.study.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiagnoserTest {
  @TempDir Path folder;

  @Test
  void overview_byHand() {
    Diagnosis diagnosis = Diagnoser.of(Tables.csv(folder, shop()), 7);
    Overview overview = diagnosis.overview();
    assertThat(overview.rows()).isEqualTo(40);
    assertThat(overview.columns()).isEqualTo(3);
    assertThat(overview.numbers()).isEqualTo(2);
    assertThat(overview.categories()).isEqualTo(1);
    assertThat(overview.leftOut()).isEqualTo(1); // the constant
    assertThat(overview.features()).isEqualTo(5); // age and whether it is missing, visits, 2 plans
    assertThat(overview.missing()).isEqualTo(4);
    assertThat(overview.rowsWithMissing()).isEqualTo(4);
    // of 200: 36 not missing, 20 visits of 0, 40 plans a row has not
    assertThat(overview.zeros()).isCloseTo(96 / 200.0, within(1e-12));
    assertThat(overview.featuresPerRow()).isEqualTo(5 / 40.0);
    assertThat(overview.task()).isEqualTo("classification");
    assertThat(diagnosis.classes())
        .contains(new ClassBalance(List.of("no", "yes"), List.of(30, 10)));
    assertThat(diagnosis.classes().orElseThrow().ratio()).isEqualTo(3);
  }

  @Test
  void columns_byHand() {
    List<ColumnProfile> columns = Diagnoser.of(Tables.csv(folder, shop()), 7).columns();
    ColumnProfile age = columns.get(0);
    assertThat(age.missing()).isEqualTo(4);
    assertThat(age.distinct()).isEqualTo(36);
    ColumnProfile visits = columns.get(1);
    assertThat(visits.zeros()).isEqualTo(0.5);
    assertThat(visits.histogram()).contains(new Histogram(-0.5, 1.5, List.of(20, 20)));
    assertThat(visits.moments().orElseThrow().deviation()).isEqualTo(0.5);
    ColumnProfile plan = columns.get(2);
    assertThat(plan.categories())
        .containsExactly(
            new ColumnProfile.Category("basic", 30), new ColumnProfile.Category("full", 10));
    assertThat(plan.relation().orElseThrow().share()).isEqualTo(1); // it is the target
    assertThat(plan.leak()).isTrue();
    assertThat(columns.get(3).leftOut()).isEqualTo("is \"DE\" in every row");
  }

  @Test
  void withoutTarget_onlyWhatNeedsNone() {
    Diagnosis diagnosis = Diagnoser.of(Tables.columns(folder, shop()), 7);
    assertThat(diagnosis.overview().task()).isEqualTo("none");
    assertThat(diagnosis.overview().columns()).isEqualTo(4);
    assertThat(diagnosis.relevance()).isEmpty();
    assertThat(diagnosis.classes()).isEmpty();
    assertThat(diagnosis.labelNoise()).isEmpty();
    assertThat(diagnosis.targetNoise()).isEmpty();
    assertThat(diagnosis.columns()).allMatch(column -> column.relation().isEmpty());
    assertThat(diagnosis.suggestions()).isNotEmpty();
  }

  @Test
  void sample_hasEachClassWithItsShare_andIsSaid() {
    Table clouds = Tables.clouds(5000, 3, 0, 2);
    Diagnosis diagnosis = Diagnoser.ofSample(clouds, 500, 7);
    assertThat(diagnosis.overview().rows()).isEqualTo(500);
    assertThat(diagnosis.overview().rowsInAll()).isEqualTo(5000);
    assertThat(diagnosis.classes().orElseThrow().rows()).allMatch(r -> Math.abs(r - 250) <= 1);
    assertThat(diagnosis.notes())
        .anyMatch(n -> n.text().startsWith("a sample of 500 rows of 5,000"));
    assertThat(diagnosis).isEqualTo(Diagnoser.ofSample(clouds, 500, 7));
    assertThat(diagnosis).isNotEqualTo(Diagnoser.ofSample(clouds, 500, 8));
  }

  @Test
  void manyRows_arePairedInPart_andThatIsSaid() {
    Diagnosis diagnosis = Diagnoser.of(Tables.clouds(5000, 2, 0, 2), 7);
    assertThat(diagnosis.pairedRows()).isEqualTo(Diagnoser.MOST_PAIRED);
    assertThat(diagnosis.labelNoise().orElseThrow().rows()).isEqualTo(Diagnoser.MOST_PAIRED);
    assertThat(diagnosis.notes())
        .contains(Note.info("correlations and noise were looked at in 4,000 rows of these"));
  }

  @Test
  void tenThousandColumns_areLookedAtInPart_andThatIsSaid() {
    int rows = 120;
    int features = 10_000;
    float[] inputs = new float[rows * features];
    double[] numbers = Tables.normals(inputs.length, 9);
    double[] y = Tables.normals(rows, 10);
    float[] targets = new float[rows];
    for (int row = 0; row < rows; row++) {
      for (int f = 0; f < features; f++) {
        inputs[row * features + f] =
            (float) (numbers[row * features + f] + (f < 5 ? 3 * y[row] : 0));
      }
      targets[row] = (float) y[row];
    }
    Dataset wide = Dataset.regression(inputs, new int[] {features}, targets, List.of("y"));
    Diagnosis diagnosis = Diagnoser.of(DatasetTable.of("wide", wide), 7);
    assertThat(diagnosis.correlations().columns())
        .hasSize(Correlations.MOST_COLUMNS)
        .contains("x1", "x2", "x3", "x4", "x5"); // those that tell most of the target
    assertThat(diagnosis.correlations().blocks().get(0).columns())
        .containsExactly("x1", "x2", "x3", "x4", "x5");
    assertThat(diagnosis.relevance().orElseThrow().related()).isBetween(5, 8);
    assertThat(diagnosis.relevance().orElseThrow().strongest()).contains("x1", "x5");
    assertThat(diagnosis.notes())
        .extracting(Note::text)
        .anyMatch(text -> text.startsWith("of 10,000 columns of numbers the 256"))
        .anyMatch(text -> text.startsWith("10,000 inputs were hashed to 256"));
  }

  @Test
  void identifier_isNamed_andNotUsedForNeighbours() {
    StringBuilder text = new StringBuilder("id,x,y\n");
    double[] noise = Tables.normals(200, 3);
    for (int i = 0; i < 200; i++) {
      double x = (i % 2 == 0 ? -3 : 3) + noise[i];
      text.append((i * 37) % 401).append(',').append(x).append(i % 2 == 0 ? ",a\n" : ",b\n");
    }
    Diagnosis diagnosis = Diagnoser.of(Tables.csv(folder, text.toString()), 7);
    assertThat(diagnosis.columns().get(0).identifier()).isTrue();
    assertThat(diagnosis.overview().features()).isEqualTo(1);
    assertThat(diagnosis.labelNoise().orElseThrow().error()).isLessThan(0.02);
    assertThat(diagnosis.notes())
        .anyMatch(n -> n.text().contains("if it only names the row: --drop id"));
  }

  @Test
  void nearlyAllOfTheTarget_isAWarning() {
    StringBuilder text = new StringBuilder("x,close,y\n");
    double[] x = Tables.normals(100, 1);
    double[] e = Tables.normals(100, 2);
    for (int i = 0; i < 100; i++) {
      text.append(e[i])
          .append(',')
          .append(x[i] + 0.05 * e[99 - i])
          .append(',')
          .append(x[i])
          .append('\n');
    }
    Diagnosis diagnosis = Diagnoser.of(Tables.csv(folder, text.toString()), 7);
    assertThat(diagnosis.columns()).extracting(ColumnProfile::leak).containsExactly(false, true);
    assertThat(diagnosis.notes())
        .contains(
            Note.warning(
                "column \"close\" tells nearly all of the target by itself; if it is not known"
                    + " before the target is: --drop close"));
  }

  @Test
  void nothingToLearnFrom_isSaid_andNotAnError() {
    Diagnosis diagnosis =
        Diagnoser.of(Tables.csv(folder, "same,y\n" + "1,a\n".repeat(10) + "1,b\n".repeat(10)), 7);
    assertThat(diagnosis.overview().features()).isZero();
    assertThat(diagnosis.suggestions()).isEmpty();
    assertThat(diagnosis.duplicates()).isEqualTo(new Duplicates(0, 0, 0, 0, 0));
    assertThat(diagnosis.notes())
        .contains(Note.warning("no column is left that a network could learn from"));
    assertThat(Reading.of(diagnosis))
        .startsWith(new Reading("rows", "20"))
        .extracting(Reading::label)
        .containsExactly("rows", "columns", "missing");
  }

  @Test
  void locale_changesNothing() {
    Table table = Tables.csv(folder, shop());
    List<Reading> readings = Reading.of(Diagnoser.of(table, 7));
    List<Suggestion> suggestions = Diagnoser.of(table, 7).suggestions();
    Locale before = Locale.getDefault();
    try {
      for (String locale : List.of("tr-TR", "ar-EG", "hi-IN-u-nu-deva", "de-DE")) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        Diagnosis again = Diagnoser.of(table, 7);
        assertThat(Reading.of(again)).as(locale).isEqualTo(readings);
        assertThat(again.suggestions()).as(locale).isEqualTo(suggestions);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  /** 40 customers: every tenth age is missing, and who has the full plan pays. */
  private static String shop() {
    StringBuilder text = new StringBuilder("age,visits,plan,country,pays\n");
    for (int i = 0; i < 40; i++) {
      text.append(i % 10 == 3 ? "" : Double.toString(20.5 + i)).append(',').append(i % 2);
      text.append(i % 4 == 1 ? ",full,DE,yes\n" : ",basic,DE,no\n");
    }
    return text.toString();
  }
}
