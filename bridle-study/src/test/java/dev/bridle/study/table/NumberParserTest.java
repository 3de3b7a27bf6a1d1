package dev.bridle.study.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NumberParserTest {
  private final NumberParser point = new NumberParser('.');
  private final NumberParser comma = new NumberParser(',');

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "+7",
        "12",
        "-0.5",
        ".5",
        "5.",
        "1e5",
        "1E+05",
        "1e-5",
        "0.1",
        "3.4028236e38",
        "9007199254740992",
        "9007199254740993",
        "9007199254740994",
        "123456789012345678",
        "1234567890123456789",
        "0.000000000000000000000001",
        "1e22",
        "1e23",
        "8.5e22",
        "1e-22",
        "1e-23",
        "4.9e-324",
        "2.4703282292062328e-324",
        "2.2250738585072011e-308",
        "1.7976931348623157e308",
        "0e999999999999",
        "1e-999999999999",
        "-.0",
        "000000000000000000001"
      })
  void parse_number_isThatOfTheJdkToTheBit(String text) {
    assertThat(kind(point, text)).isEqualTo(NumberParser.Kind.NUMBER);
    assertThat(Double.doubleToRawLongBits(point.value()))
        .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+",
        ".",
        "-.",
        "e5",
        "1e",
        "1e+",
        "1e5.0",
        "1.2.3",
        "1,5",
        "0x10",
        "1d",
        "1f",
        "12L",
        " 1",
        "1 ",
        "1_000",
        "--1",
        "+-1",
        "1-",
        "١٢",
        "infinite",
        "nan",
        "oops",
        "1e5e5"
      })
  void parse_otherText_isText(String text) {
    assertThat(kind(point, text)).isEqualTo(NumberParser.Kind.TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"inf", "-inf", "+INF", "Infinity", "-iNfInItY", "1e400", "-1e309", "1.797e309"})
  void parse_beyondDouble_isInfinite(String text) {
    assertThat(kind(point, text)).isEqualTo(NumberParser.Kind.INFINITE);
  }

  @Test
  void parse_decimalComma_readsTheComma_andNotThePoint() {
    assertThat(kind(comma, "1,5")).isEqualTo(NumberParser.Kind.NUMBER);
    assertThat(comma.value()).isEqualTo(1.5);
    assertThat(kind(comma, "123456789,123456789123")).isEqualTo(NumberParser.Kind.NUMBER);
    assertThat(comma.value()).isEqualTo(Double.parseDouble("123456789.123456789123"));
    assertThat(kind(comma, "1.5")).isEqualTo(NumberParser.Kind.TEXT);
  }

  @Test
  void parse_partOfAnArray_readsOnlyThat() {
    assertThat(point.parse("x12y".toCharArray(), 1, 3)).isEqualTo(NumberParser.Kind.NUMBER);
    assertThat(point.value()).isEqualTo(12);
  }

  @Test
  void parse_randomNumbers_areThoseOfTheJdkToTheBit() {
    Random random = new Random(20240607);
    for (int i = 0; i < 300_000; i++) {
      String text = randomNumber(random);
      NumberParser.Kind kind = kind(point, text);
      double expected = Double.parseDouble(text);
      assertThat(kind)
          .as(text)
          .isEqualTo(
              Double.isInfinite(expected) ? NumberParser.Kind.INFINITE : NumberParser.Kind.NUMBER);
      if (Double.doubleToRawLongBits(point.value()) != Double.doubleToRawLongBits(expected)) {
        assertThat(point.value()).as(text).isEqualTo(expected);
      }
    }
  }

  /** Printed doubles and floats, and strings of digits with a point and an exponent anywhere. */
  private static String randomNumber(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> Double.toString(Math.scalb(random.nextGaussian(), random.nextInt(2000) - 1000));
      case 1 -> Float.toString((float) random.nextGaussian());
      case 2 -> Long.toString(random.nextLong() >> random.nextInt(64));
      default -> randomDigits(random);
    };
  }

  private static String randomDigits(Random random) {
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
    int digits = 1 + random.nextInt(22);
    int fraction = random.nextInt(digits + 1);
    for (int i = 0; i < digits; i++) {
      text.append(i == fraction ? "." : "").append(random.nextInt(10));
    }
    return text + (random.nextBoolean() ? "" : "e" + (random.nextInt(700) - 350));
  }

  private static NumberParser.Kind kind(NumberParser parser, String text) {
    return parser.parse(text.toCharArray(), 0, text.length());
  }
}
