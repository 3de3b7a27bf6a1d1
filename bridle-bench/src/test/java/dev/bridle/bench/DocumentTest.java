package dev.bridle.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bridle.file.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DocumentTest {
  private static final Machine MACHINE =
      new Machine("a \"quoted\" processor", 2, "17.0.1", List.of(new Limits(2, 123.4e9, 10e9)));
  private static final StepCell STEP =
      new StepCell(
          "tiny", 8, 2, "momentum(0.01)", Kind.REGULARIZED, new Spread(25, 24, 30), 5, 12.5);
  private static final StudyCell STUDY = new StudyCell(64, 2, 360, 100, 1100, 0.06, 0.97, 5);

  @Test
  void of_isOneLineOfJsonWithMachineAndCells() {
    String text = Document.of("steps", MACHINE, List.of(STEP.json()));
    assertThat(text).doesNotContain("\n");
    Fields fields = Fields.of(Json.parse(text));
    assertThat(fields.text("bench")).isEqualTo("steps");
    assertThat(fields.objects("cells")).hasSize(1);
    assertThat(text).contains("\"machine\":{\"processor\":\"a \\\"quoted\\\" processor\"");
    assertThat(text).contains("\"cores\":2,\"java\":\"17.0.1\"");
    assertThat(text)
        .contains("\"limits\":[{\"workers\":2,\"gigaflops\":123.4,\"gigabytesPerSecond\":10.0}]");
  }

  @Test
  void step_json_tellsRatiosAndReadsBack() {
    Map<String, Object> json = STEP.json();
    assertThat(json).containsEntry("flopRatio", 5.0).containsEntry("trafficRatio", 2.0);
    assertThat(StepCell.of(readBack(json))).isEqualTo(STEP);
  }

  @Test
  void study_json_tellsMicrosecondsAndReadsBack() {
    Map<String, Object> json = STUDY.json();
    assertThat(json).containsEntry("modelSteps", 1200L).containsEntry("microseconds", 50.0);
    assertThat(StudyCell.of(readBack(json))).isEqualTo(STUDY);
  }

  @Test
  void cost_json_tellsTheRatioAndItsQuartiles() {
    Paired paired = new Paired(new Spread(100, 90, 110), new Spread(1.25, 1.2, 1.3));
    CostCell cell = new CostCell("small", 8, "momentum(0.01)", "l2", "l2(1e-4)", paired);
    assertThat(cell.json())
        .containsEntry("cost", 1.25)
        .containsEntry("lowerQuartile", 1.2)
        .containsEntry("upperQuartile", 1.3)
        .containsEntry("plainMicroseconds", 100.0);
  }

  @Test
  void fields_missing_areNamed() {
    Fields fields = Fields.of(Json.parse("{\"size\": \"tiny\"}"));
    assertThatThrownBy(() -> fields.number("members"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("field \"members\": expected a number in an object with size");
  }

  private static Fields readBack(Map<String, Object> json) {
    return Fields.of(Json.parse(Json.write(json)));
  }
}
