package dev.bridle.study.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SnifferTest {
  private static final CsvFormat USUAL = CsvFormat.usual();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(chars = {',', ';', '\t', '|'})
  void separator_anyOfTheFour_isFound(char separator) throws IOException {
    String text = "a,b,c\n1,x,2\n3,\"y,z;w|\t\",4\n".replace(',', separator);
    assertThat(look(text, USUAL).separator()).isEqualTo(separator);
  }

  @Test
  void separator_semicolonWithDecimalCommas_isTheSemicolon() throws IOException {
    assertThat(look("1,5;2,25\n3,5;4,75\n", USUAL).separator()).isEqualTo(';');
    assertThat(look("a;b\n1,5;2,25\n3,5;4,75\n", USUAL).separator()).isEqualTo(';');
    assertThat(look("a;b\n1,5;2,25\n3,5;4,75\n", USUAL.withDecimal(',')).separator())
        .isEqualTo(';');
  }

  @Test
  void separator_commaInTextOfABarTable_isTheBar() throws IOException {
    String text = "name|city\nDoe, J|Rome\nRoe, R|Bonn\nPoe|Oslo\n";
    assertThat(look(text, USUAL).separator()).isEqualTo('|');
  }

  @Test
  void separator_oneRaggedRowInMany_isFoundAllTheSame() throws IOException {
    String text = "a,b,c\n" + CsvFiles.lines(50, i -> i == 30 ? "1,2" : "1,2,x;y");
    assertThat(look(text, USUAL).separator()).isEqualTo(',');
  }

  @Test
  void separator_given_isTaken() throws IOException {
    assertThat(look("a,b;c\n1,2;3\n", USUAL.withSeparator(';')).separator()).isEqualTo(';');
    assertThat(look("a:b\n1:2\n", USUAL.withSeparator(':')).separator()).isEqualTo(':');
  }

  @Test
  void separator_oneColumn_isTheComma() throws IOException {
    assertThat(look("a\n1\n2\n", USUAL).separator()).isEqualTo(',');
    assertThat(look("", USUAL).separator()).isEqualTo(',');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "a,b~1,2~3,4 ! true", // names over numbers
        "1,2~3,4~5,6 ! false", // numbers over numbers
        "1,2 ! false", // one row of numbers
        "a,b ! true", // one row of texts
        "5.1,setosa~4.9,setosa~6.2,virginica ! false", // a number over numbers, text over text
        "age,setosa~4.9,setosa~6.2,virginica ! true", // a text over numbers
        ",2~3,4~5,6 ! false", // nothing and a number over numbers
        ",x~3,4~5,6 ! true", // nothing and a text over numbers
        "x,0,1,2~a,5,6,7~b,8,9,9 ! true", // numbered columns
        "land,2019,2020,2021~DE,5,6,7~FR,8,9,9 ! true", // years
        "land,2019,2021~DE,5,6~FR,8,9 ! false", // two numbers that do not count
        "p,x~e,x~p,b ! false", // texts that come again
        "p,~e,x~p,b ! false", // a text that comes again, and nothing
        "class,cap~e,x~p,b ! true", // texts that do not
        "7,b~oops,x~1,y ! true", // a number over a column that is not numeric
      })
  void header_noticed(String text, boolean header) throws IOException {
    assertThat(look(text.replace('~', '\n'), USUAL).header()).isEqualTo(header);
  }

  @Test
  void header_looksLikeData_isSaid() throws IOException {
    assertThat(look("1,2\n3,4\n", USUAL).note())
        .contains(
            Note.info(
                "the first row looks like data and is taken as such, and columns are named c1 to c2"
                    + " (--no-header says the same; if the first row holds names: --header)"));
    assertThat(look("a,b\n3,4\n", USUAL).note()).isEmpty();
  }

  @Test
  void header_givenThoughItLooksLikeData_isTakenWithAWarning() throws IOException {
    Dialect dialect = look("1,2\n3,4\n", USUAL.withHeader(Header.YES));
    assertThat(dialect.header()).isTrue();
    assertThat(dialect.note())
        .contains(
            Note.warning(
                "the first row looks like data, but is taken for the names of the columns; if it is"
                    + " data: --no-header"));
    assertThat(look("a,b\n3,4\n", USUAL.withHeader(Header.YES)).note()).isEmpty();
  }

  @Test
  void header_saidToBeAbsent_isAbsentWithoutANote() throws IOException {
    Dialect dialect = look("a,b\n3,4\n", USUAL.withHeader(Header.NO));
    assertThat(dialect.header()).isFalse();
    assertThat(dialect.note()).isEmpty();
  }

  @Test
  void look_utf16WithoutDeclaration_isAnErrorWithAHint() {
    Path file = CsvFiles.write(folder, "a,b\n1,2\n", StandardCharsets.UTF_16LE);
    assertThatThrownBy(() -> new Sniffer(file, TableOptions.defaults()).look())
        .isInstanceOf(TableException.class)
        .hasMessage(
            file
                + ": 8 of the first 16 characters are NUL: expected text in UTF-8; if the file is"
                + " in another encoding, name it: --encoding UTF-16LE");
  }

  private Dialect look(String text, CsvFormat format) throws IOException {
    Path file = CsvFiles.write(folder, text);
    return new Sniffer(file, TableOptions.defaults().withFormat(format)).look();
  }
}
