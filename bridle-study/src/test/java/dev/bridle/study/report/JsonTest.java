package dev.bridle.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class JsonTest {
  @Test
  void whatCouldEndAScript_isEscaped_andMeansTheSame() {
    String json = Json.of(Map.of("a", "</script><!--&\u2028\u2029"));
    assertThat(json).isEqualTo("{\"a\":\"\\u003c/script\\u003e\\u003c!--\\u0026\\u2028\\u2029\"}");
    assertThat(JsonMapper.builder().build().readTree(json).get("a").asString())
        .isEqualTo("</script><!--&\u2028\u2029");
  }

  @Test
  void missingNumber_isNull() {
    assertThat(Json.of(List.of(Optional.of(0.5), Optional.empty()))).isEqualTo("[0.5,null]");
  }
}
