package dev.bridle.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TensorFileTest {
  @Test
  void metadata_isInTheOrderOfItsKeys() {
    Map<String, String> given = new LinkedHashMap<>();
    given.put("c", "3");
    given.put("BB", "2"); // the same hash code as Aa
    given.put("Aa", "1");

    TensorFile file = new TensorFile(given, List.of());
    given.clear();

    assertThat(file.metadata())
        .containsExactly(Map.entry("Aa", "1"), Map.entry("BB", "2"), Map.entry("c", "3"));
  }

  @Test
  void array_knownName_isFound() {
    TensorFile file = new TensorFile(Map.of(), List.of(array("a"), array("b")));

    assertThat(file.array("b").name()).isEqualTo("b");
    assertThat(file.names()).containsExactly("a", "b");
  }

  @Test
  void array_unknownName_namesTheOthersAndTheNearest() {
    TensorFile file = new TensorFile(Map.of(), List.of(array("bias"), array("weight")));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> file.array("wieght"))
        .withMessage(
            "array \"wieght\": expected one of \"bias\", \"weight\"; did you mean \"weight\"?");
  }

  @Test
  void array_unknownNameAmongMany_namesEight() {
    List<NamedArray> many = IntStream.range(0, 20).mapToObj(i -> array("layer" + i)).toList();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TensorFile(Map.of(), many).array("x"))
        .withMessageEndingWith("\"layer6\", \"layer7\", ...");
  }

  @Test
  void array_ofEmptyFile_saysSo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TensorFile(Map.of(), List.of()).array("x"))
        .withMessage("array \"x\": expected one of none, the file is empty");
  }

  @Test
  void new_sameNameTwice_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TensorFile(Map.of(), List.of(array("w"), array("w"))))
        .withMessage("array \"w\": expected different names, found it twice");
  }

  @Test
  void new_keyOfTheChecksum_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TensorFile(Map.of("bridle.sha256", "0"), List.of()))
        .withMessage(
            "metadata key \"bridle.sha256\": expected another key, the writer sets this one");
  }

  @Test
  void new_textThatIsNotUnicode_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TensorFile(Map.of("by", "\ud800"), List.of()))
        .withMessage("metadata \"by\" = \"\\ud800\": expected no lone surrogate, found one at 0");
  }

  private static NamedArray array(String name) {
    return NamedArray.of(name, new long[] {1}, new float[1]);
  }
}
