package dev.bridle.study.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextSourceTest {
  @TempDir Path folder;

  @Test
  void read_randomText_comesBackFromAnyEncodingOfUnicode() throws IOException {
    Random random = new Random(11);
    StringBuilder text = new StringBuilder();
    while (text.length() < 200_000) {
      int c = random.nextInt(Character.MAX_CODE_POINT + 1);
      boolean usable = c != 0xFEFF && c != 0xFFFE && (c < 0xD800 || c > 0xDFFF);
      text.appendCodePoint(random.nextBoolean() ? 'a' + random.nextInt(26) : usable ? c : '\n');
    }
    for (String name : new String[] {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "GB18030"}) {
      Charset encoding = Charset.forName(name);
      CsvFiles.write(folder, text.toString(), encoding);
      assertThat(readAll(encoding)).as(name).isEqualTo(text.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void read_byteOrderMark_isTakenOffAndDecides(String name) throws IOException {
    Charset encoding = Charset.forName(name);
    CsvFiles.write(folder, "\uFEFFgröße,猫\n", encoding);
    assertThat(readAll(UTF_8)).isEqualTo("größe,猫\n");
    assertThat(readAll(ISO_8859_1)).isEqualTo("größe,猫\n");
  }

  @Test
  void read_latin1AsUtf8_namesTheByteAndItsOffset() throws IOException {
    Path file = CsvFiles.write(folder, "name,y\ncafé au lait,1\n", ISO_8859_1);
    assertThatThrownBy(() -> readAll(UTF_8))
        .isInstanceOf(TableException.class)
        .hasMessage(
            file
                + ": byte 0xE9 at offset 10 is no text in UTF-8; if the file is in another"
                + " encoding, name it: --encoding windows-1252");
  }

  @Test
  void read_badByteFarInTheFile_hasItsOffset() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("é".repeat(100_000).getBytes(UTF_8));
    bytes.write(0xFF);
    Path file = CsvFiles.write(folder, bytes.toByteArray());
    assertThatThrownBy(() -> readAll(UTF_8))
        .hasMessageStartingWith(file + ": byte 0xFF at offset 200000 is no text in UTF-8; ");
  }

  @Test
  void read_characterCutAtTheEnd_isAnError() throws IOException {
    Path file = CsvFiles.write(folder, new byte[] {'a', (byte) 0xC3});
    assertThatThrownBy(() -> readAll(UTF_8))
        .hasMessageStartingWith(file + ": byte 0xC3 at offset 1 is no text in UTF-8; ");
  }

  @Test
  void read_loneSurrogate_isAnError() throws IOException {
    Path file = CsvFiles.write(folder, new byte[] {'a', 0, 0x00, (byte) 0xD8, 'b', 0});
    assertThatThrownBy(() -> readAll(UTF_16LE))
        .hasMessageStartingWith(
            file + ": bytes 0x00 0xD8 0x62 0x00 at offset 2 is no text in UTF-16LE");
  }

  @Test
  void sha256_isThatOfTheBytes() throws IOException {
    CsvFiles.write(folder, "abc");
    try (TextSource source = new TextSource(folder.resolve("data.csv"), UTF_8)) {
      source.transferTo(new StringWriter());
      assertThat(source.bytesRead()).isEqualTo(3);
      assertThat(source.sha256()) // FIPS 180-2, appendix B.1
          .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
  }

  @Test
  void hint_namesTheLikelyEncodingOrKindOfFile() {
    assertThat(EncodingHint.guess("Straße, Überlänge".getBytes(ISO_8859_1)))
        .isEqualTo("windows-1252");
    assertThat(EncodingHint.guess("年龄,性别,收入\n男,女\n".getBytes(Charset.forName("GBK"))))
        .isEqualTo("GBK");
    assertThat(EncodingHint.guess("age,income\n1,2\n".getBytes(UTF_16LE))).isEqualTo("UTF-16LE");
    assertThat(EncodingHint.guess("age,income\n1,2\n".getBytes(UTF_16BE))).isEqualTo("UTF-16BE");
    Path gzip = CsvFiles.write(folder, HexFormat.of().parseHex("1f8b0800000000000003"));
    assertThat(EncodingHint.at(gzip, 1, UTF_8))
        .isEqualTo("it begins like a gzip file: unpack it first");
    Path zip = CsvFiles.write(folder, HexFormat.of().parseHex("504b0304140008"));
    assertThat(EncodingHint.at(zip, 1, UTF_8))
        .isEqualTo("it begins like a zip or Excel file: save the table as CSV");
  }

  private String readAll(Charset declared) throws IOException {
    try (TextSource source = new TextSource(folder.resolve("data.csv"), declared)) {
      StringWriter text = new StringWriter();
      source.transferTo(text);
      return text.toString();
    }
  }
}
