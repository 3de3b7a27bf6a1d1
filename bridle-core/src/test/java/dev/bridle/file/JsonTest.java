package dev.bridle.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {
  @Test
  void parse_everyKindOfValue() {
    Object value = Json.parse(" {\"a\" : [1, -2.5e3, true,false ,null, \"x\"],\n\t\"b\":{}}\r\n");

    assertThat(value)
        .isEqualTo(
            Map.of("a", List.of(1L, -2500.0, true, false, JsonNull.NULL, "x"), "b", Map.of()));
  }

  @Test
  void parse_object_keepsTheOrderOfTheText() {
    assertThat(Json.parse("{\"z\":1,\"a\":2,\"m\":3}")).hasToString("{z=1, a=2, m=3}");
  }

  @Test
  void parse_wholeNumber_isLongAndTheOthersAreDouble() {
    assertThat(Json.parse("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
    assertThat(Json.parse("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
    assertThat(Json.parse("0")).isEqualTo(0L);
    assertThat(Json.parse("1.0")).isEqualTo(1.0);
    assertThat(Json.parse("1E2")).isEqualTo(100.0);
    assertThat(Json.parse("1e-2")).isEqualTo(0.01);
    assertThat(Json.parse("-0.0")).isEqualTo(-0.0);
  }

  @Test
  void parse_everyEscape() {
    assertThat(Json.parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u00E9\\ud83d\\ude00😀\""))
        .isEqualTo("\"\\/\b\f\n\r\téé😀😀");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|line 1, column 1: expected a value, found the end",
        "nul|line 1, column 1: expected a value, found \"n\"",
        "{\"a\":1,}|line 1, column 8: expected a key in double quotes, found \"}\"",
        "{a:1}|line 1, column 2: expected a key in double quotes, found \"a\"",
        "{\"a\" 1}|line 1, column 6: expected ':', found \"1\"",
        "[1 2]|line 1, column 4: expected ',' or ']', found \"2\"",
        "[1|line 1, column 3: expected ',' or ']', found the end",
        "[1,]|line 1, column 4: expected a value, found \"]\"",
        "{} {}|line 1, column 4: expected the end of the text, found \"{\"",
        "01|line 1, column 2: expected the end of the text, found \"1\"",
        "+1|line 1, column 1: expected a value, found \"+\"",
        ".5|line 1, column 1: expected a value, found \".\"",
        "1.|line 1, column 3: expected a digit, found the end",
        "1e|line 1, column 3: expected a digit, found the end",
        "-|line 1, column 2: expected a digit, found the end",
        "٣|line 1, column 1: expected a value, found \"٣\"",
        "NaN|line 1, column 1: expected a value, found \"N\"",
        "\"a|line 1, column 3: expected a closing quote, found the end",
        "\"\\x\"|line 1, column 3: expected one of \" \\ / b f n r t u, found \"x\"",
        "\"\\u12g4\"|line 1, column 6: expected four hexadecimal digits, found \"g\"",
        "'a'|line 1, column 1: expected a value, found \"'\"",
        "// x|line 1, column 1: expected a value, found \"/\"",
        "1e400|line 1, column 1: expected a number in the range of a double, found 1e400",
        "9223372036854775808|line 1, column 1: expected a number of 64 bits, found"
            + " 9223372036854775808",
      })
  void parse_notJson_saysWhereAndWhat(String text, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(text)).withMessage(message);
  }

  @Test
  void parse_secondLine_isCounted() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.parse("{\n  \"a\": x}"))
        .withMessage("line 2, column 8: expected a value, found \"x\"");
  }

  @Test
  void parse_duplicateKey_isRefusedEvenWhenSpelledDifferently() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.parse("{\"a\":1,\"\\u0061\":2}"))
        .withMessage("line 1, column 8: expected different keys, found \"a\" twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\\ud800\"", "\"\\udc00\"", "\"\\ude00\\ud83d\"", "\"\\ud800x\""})
  void parse_loneSurrogate_isRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.parse(text))
        .withMessageStartingWith("line 1, column 1: expected no lone surrogate in");
  }

  @Test
  void parse_controlCharacterInString_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.parse("\"a\u0000\""))
        .withMessage("line 1, column 3: expected an escape, found \"\\u0000\"");
  }

  @Test
  void parse_depth64_isTheLimit() {
    assertThat(Json.parse("[".repeat(64) + "]".repeat(64))).isInstanceOf(List.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.parse("[".repeat(1_000_000)))
        .withMessage("line 1, column 65: expected at most 64 objects and lists in each other");
  }

  @Test
  void parse_manyListsSideBySide_areNotDeep() {
    assertThat((List<?>) Json.parse("[" + "[{}],".repeat(100) + "1]")).hasSize(101);
  }

  @Test
  void write_isShortAndOrdered() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("z", List.of(1L, 2, 0.5, 1e300));
    map.put("a", Map.of());
    map.put("m", List.of(true, JsonNull.NULL, List.of()));

    assertThat(Json.write(map))
        .isEqualTo("{\"z\":[1,2,0.5,1.0E300],\"a\":{},\"m\":[true,null,[]]}");
  }

  @Test
  void write_string_escapesOnlyWhatMustBe() {
    assertThat(Json.write("\"\\/\b\f\n\r\t\u0000\u001f\u007fé\u2028😀"))
        .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u007fé\u2028😀\"");
  }

  @Test
  void write_whatJsonCannotSay_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.write(List.of(Double.NaN)))
        .withMessage("NaN: expected a finite number, JSON has no other");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.write("a\ud800"))
        .withMessage("text \"a\\ud800\": expected no lone surrogate, found one at 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.write(Map.of(1, 2)))
        .withMessage("key 1: expected a String");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.write('c'))
        .withMessageStartingWith("java.lang.Character: expected a Map,");
  }

  @Test
  void write_listInItself_isRefused() {
    List<Object> list = new ArrayList<>();
    list.add(list);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.write(list))
        .withMessage("expected at most 64 objects and lists in each other");
  }

  @Test
  void write_inALocaleWithOtherDigits_isTheSame() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(Json.write(List.of("\u0001", 12L, 0.5))).isEqualTo("[\"\\u0001\",12,0.5]");
    } finally {
      Locale.setDefault(before);
    }
  }
}
