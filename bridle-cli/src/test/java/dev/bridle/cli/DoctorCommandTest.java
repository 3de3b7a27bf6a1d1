package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class DoctorCommandTest {
  @TempDir Path folder;

  @Test
  void thisMachine_isWell() {
    Run run = Run.of("doctor");
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().filter(line -> line.startsWith("ok ")))
        .hasSize(6)
        .anyMatch(line -> line.matches("ok    java      Java 1?[0-9].*"))
        .anyMatch(line -> line.matches("ok    libtorch  [0-9]+\\.[0-9]+\\.[0-9]+ for .*"));
  }

  @Test
  void json_isOneDocument() {
    JsonNode document = JsonMapper.builder().build().readTree(Run.of("doctor", "--json").out());
    assertThat(document.get("well").asBoolean()).isTrue();
    assertThat(document.get("checks").size()).isEqualTo(6);
    assertThat(document.at("/checks/0").propertyNames())
        .containsExactly("what", "well", "found", "remedy");
    assertThat(document.at("/checks/0/remedy").isNull()).isTrue();
  }

  @Test
  void whatIsWrong_saysWhatToDo() {
    List<Checkup> wrong =
        List.of(
            Checkup.java(11, "64"),
            Checkup.java(17, "32"),
            Checkup.memory(500_000_000, 400_000_000),
            Checkup.memory(8_000_000_000L, 64_000_000),
            Checkup.folder("cache", folder.resolve("none"), 1),
            Checkup.folder("disk", folder, Long.MAX_VALUE));
    assertThat(wrong).noneMatch(Checkup::isWell);
    assertThat(wrong).allMatch(one -> !one.remedy().isBlank());
    assertThat(DoctorCommand.text(wrong))
        .contains("wrong java      Java ")
        .contains("\n                to do: install a JDK of 64 bits, version 17 or later")
        .contains("none cannot be written to\n");
    assertThat(Checkup.folder("disk", folder, 1).isWell()).isTrue();
    assertThat(Checkup.memory(8_000_000_000L, 2_000_000_000).isWell()).isTrue();
  }

  @Test
  void withoutLibtorch_itIsSaid_andTheCodeIsOne() throws Exception {
    String out = MainTest.startedWithout("pytorch", "doctor");
    assertThat(out)
        .startsWith("exit 1\n")
        .contains("wrong libtorch  cannot be loaded: ", "to do: ");
  }
}
