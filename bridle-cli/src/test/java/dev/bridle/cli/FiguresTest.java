package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.metric.Metric;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class FiguresTest {
  @Test
  void summary_ofTwoFourSix() {
    Summary summary = Summary.of(DoubleStream.of(2, 4, 6));
    assertThat(summary).isEqualTo(new Summary(3, 4, 2)); // (4 + 0 + 4) / 2 = 4 = 2 squared
  }

  @Test
  void summary_ofOneOrNone_hasNoDeviation() {
    assertThat(Summary.of(DoubleStream.of(5))).isEqualTo(new Summary(1, 5, Double.NaN));
    assertThat(Summary.of(DoubleStream.of())).isEqualTo(new Summary(0, Double.NaN, Double.NaN));
  }

  @Test
  void accuracy_isInPercent() {
    ScoreFormat format = ScoreFormat.of(Metric.ACCURACY, one(0.5));
    assertThat(format.title(Metric.ACCURACY)).isEqualTo("accuracy in %");
    assertThat(format.score(one(0.8865))).isEqualTo("88.6"); // the double is a little less
    assertThat(format.score(new Summary(2, 1, 0.005))).isEqualTo("100.0 ± 0.5");
    assertThat(format.difference(one(0.033))).isEqualTo("+3.3");
    assertThat(format.difference(one(-0.033))).isEqualTo("-3.3");
    assertThat(format.difference(one(-0.0001))).isEqualTo("+0.0");
    assertThat(format.score(Summary.of(DoubleStream.of()))).isEqualTo("-");
  }

  @Test
  void otherScores_haveTheDecimalsOfATypicalOne() {
    ScoreFormat format = ScoreFormat.of(Metric.RMSE, one(23.456));
    assertThat(format.title(Metric.RMSE)).isEqualTo("rmse");
    assertThat(format.score(one(23.456))).isEqualTo("23.46");
    assertThat(format.score(one(1234.5))).isEqualTo("1234.50");
    assertThat(format.difference(one(0.0051))).isEqualTo("+0.01");
  }

  @Test
  void plain_hasFourDigits() {
    assertThat(Figures.plain(one(0.012345))).isEqualTo("0.01235");
    assertThat(Figures.plain(one(12345.6))).isEqualTo("12346");
    assertThat(Figures.plain(one(0))).isEqualTo("0.0");
    assertThat(Figures.plain(one(-0.0))).isEqualTo("0.0");
    assertThat(Figures.plain(one(Double.POSITIVE_INFINITY))).isEqualTo("-");
  }

  @Test
  void whole_withoutDeviation_isOneNumber() {
    assertThat(Figures.whole(new Summary(3, 400, 0))).isEqualTo("400");
    assertThat(Figures.whole(new Summary(3, 333.4, 67.9))).isEqualTo("333 ± 68");
  }

  @Test
  void counts_haveTheirNoun() {
    assertThat(Figures.of(1, "unit")).isEqualTo("1 unit");
    assertThat(Figures.of(50_698, "parameter")).isEqualTo("50,698 parameters");
  }

  @Test
  void wrapped_keepsWordsWhole() {
    String text = "word ".repeat(30).strip();
    String wrapped = Figures.wrapped(text, "  ");
    assertThat(wrapped.lines()).hasSize(2).allMatch(line -> line.matches("  (word ?)+"));
    assertThat(wrapped.lines().findFirst().orElseThrow()).hasSize(76); // 2 + 15 * 5 - 1
    assertThat(wrapped.replaceAll("\\s+", " ").strip()).isEqualTo(text);
  }

  @Test
  void table_alignsNumbersOnTheRight() {
    Table table = new Table(List.of("recipe", "test"));
    table.add(List.of("none", "9.5"));
    table.add(List.of("l2(1)", "100.0"));
    table.add(List.of("l1(1)", ""));
    assertThat(table.toString()).isEqualTo("recipe   test\nnone      9.5\nl2(1)   100.0\nl1(1)\n");
  }

  private static Summary one(double value) {
    return new Summary(1, value, Double.NaN);
  }

  @Test
  void megabytes_areRounded_gigabytesFromAThousandOn() {
    assertThat(Figures.megabytes(414_000_000)).isEqualTo("410 MB");
    assertThat(Figures.megabytes(2_345_000_000L)).isEqualTo("2.3 GB");
  }
}
