package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.catalogue.Catalogue;
import dev.bridle.catalogue.Guides;
import dev.bridle.catalogue.Heading;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class CatalogueCommandTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  static Stream<Declaration> declarations() {
    return Catalogue.declarations().stream();
  }

  @Test
  void list_hasALineForEachEntry_byKind() {
    Run run = Run.of("catalogue");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEqualTo("bridle catalogue NAME tells all about one.\n");
    List<String> lines = run.out().lines().toList();
    int heading = -1;
    for (Kind kind : Kind.values()) {
      int last = heading;
      heading = lines.indexOf(Heading.of(kind).name() + ": " + Heading.of(kind).moment());
      assertThat(heading).as("%s", kind).isGreaterThan(last);
      List<String> section =
          lines.subList(heading + 1, lines.size()).stream().takeWhile(l -> !l.isEmpty()).toList();
      List<Declaration> expected = declarations().filter(d -> d.kind() == kind).toList();
      assertThat(section).hasSameSizeAs(expected);
      for (int i = 0; i < section.size(); i++) {
        assertThat(section.get(i).strip().split(" +", 2))
            .containsExactly(expected.get(i).name(), expected.get(i).summary());
      }
    }
  }

  @Test
  void list_quiet_hasNoHint() {
    assertThat(Run.of("catalogue", "-q").err()).isEmpty();
  }

  @Test
  void entry_readsFromTheTopDown() {
    Run run = Run.of("catalogue", "coupled-decay");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(
            "coupled-decay: Adds a multiple of each weight to its gradient, as PyTorch's\n"
                + "weight_decay.\n\nThe weight times lambda ")
        .contains(
            "\n\nkind      decay: a shrinkage that is part of the update, not of the loss\n"
                + "formula   g <- g + lambda * w, before the update rule\n"
                + "settings  lambda: strength, as PyTorch's weight_decay; 0 changes nothing; a\n"
                + "          finite number >= 0\n"
                + "places    weights (default), hidden, output, bias, all, a layer (dense1),\n"
                + "          several (dense*); written behind @\n"
                + "recipe    coupled-decay(0.002)\n"
                + "          coupled-decay(1e-5..1e-1)@all\n"
                + "Keras     kernel_regularizer=keras.regularizers.L2(lambda / 2), half the\n"
                + "          strength. ")
        .contains("\nPyTorch   weight_decay=lambda of torch.optim.SGD or Adam, the same lambda. ")
        .endsWith("\nsource    Hanson and Pratt, NeurIPS 1988\n");
  }

  @Test
  void entry_withUnitsWordsAndDefaults_tellsThem() {
    assertThat(Run.of("catalogue", "max-norm").out().replaceAll("\\s+", " "))
        .contains(
            "c: largest norm of a vector; a number > 0 (inf: no limit), also as"
                + " 1x-init or rms(1) bias: what happens to biases; free, joint, rescaled; default"
                + " free scope:");
    assertThat(Run.of("catalogue", "early-stopping").out().replaceAll("\\s+", " "))
        .contains("a whole number >= 1 (inf: no limit)", "; default 0 ")
        .doesNotContain("places");
  }

  @Test
  void entry_ofAnUpdateRule_isWrittenInThePlan() {
    assertThat(Run.of("catalogue", "momentum").out())
        .contains("\nplan      momentum(0.01)\n")
        .doesNotContain("\nrecipe ");
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void entry_tellsAllThereIs(Declaration declared) {
    String text = Run.of("catalogue", declared.name()).out();
    assertThat(text.lines()).allMatch(line -> line.length() <= 80).noneMatch(l -> l.contains("`"));
    assertThat(text.replaceAll("\\s+", " "))
        .contains(declared.summary(), declared.formula(), declared.source())
        .contains(Guides.of(declared).examples());
    for (Setting setting : Setting.of(declared)) {
      assertThat(text).containsPattern("(?m)^(settings)? +" + setting.name() + ": ");
    }
  }

  @Test
  void unknownName_isAnsweredWithTheNearest() {
    Run run = Run.of("catalogue", "maxnorm");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("bridle: catalogue entry \"maxnorm\": expected one of label-smoothing, ")
        .endsWith("; did you mean max-norm?\n");
  }

  @Test
  void json_ofOne_isThatAmongAll() {
    JsonNode all = MAPPER.readTree(Run.of("catalogue", "--json").out()).get("entries");
    assertThat(all.size()).isEqualTo(Catalogue.declarations().size());
    for (JsonNode entry : all) {
      Run run = Run.of("catalogue", "--json", entry.get("name").asString());
      assertThat(MAPPER.readTree(run.out())).isEqualTo(entry);
    }
  }

  @Test
  void json_hasRangesDefaultsAndPlaces() {
    JsonNode norm = MAPPER.readTree(Run.of("catalogue", "max-norm", "--json").out());
    assertThat(norm.propertyNames())
        .containsExactly(
            "name",
            "kind",
            "summary",
            "words",
            "formula",
            "parameters",
            "choices",
            "place",
            "places",
            "layers",
            "writtenIn",
            "examples",
            "keras",
            "pytorch",
            "source");
    assertThat(norm.get("parameters").get(0).toString())
        .isEqualTo(
            "{\"name\":\"c\",\"meaning\":\"largest norm of a vector\",\"allowed\":\"a number > 0"
                + " (inf: no limit), also as 1x-init or rms(1)\",\"low\":0.0,\"lowIncluded\":false,"
                + "\"high\":null,\"highIncluded\":true,\"whole\":false,\"default\":null,"
                + "\"absence\":\"inf\",\"spacing\":\"logarithmic\",\"scales\":[\"x-init\",\"rms\"]}");
    assertThat(norm.get("choices").get(0).toString())
        .isEqualTo(
            "{\"name\":\"bias\",\"meaning\":\"what happens to biases\",\"words\":[\"free\","
                + "\"joint\",\"rescaled\"],\"default\":\"free\"}");
    assertThat(norm.get("place").asString()).isEqualTo("weights");
    JsonNode adam = MAPPER.readTree(Run.of("catalogue", "adam", "--json").out());
    assertThat(adam.get("kind").asString()).isEqualTo("update-rule");
    assertThat(adam.get("writtenIn").asString()).isEqualTo("plan");
    assertThat(adam.get("place").isNull()).isTrue();
    assertThat(adam.get("parameters").get(1).get("default").asDouble()).isEqualTo(0.9);
  }

  @Test
  void page_isCurrent() throws IOException {
    String page = Files.readString(Path.of("../docs/catalogue.md")).replace("\r\n", "\n");
    assertThat(page)
        .as("docs/catalogue.md, renewed by: ./bridle catalogue --markdown >docs/catalogue.md")
        .isEqualTo(Run.of("catalogue", "--markdown").out());
  }

  @Test
  void page_linksEachEntryToItsHeading() {
    String page = CatalogueMarkdown.text();
    for (Declaration declared : Catalogue.declarations()) {
      assertThat(page)
          .contains("| [`" + declared.name() + "`](#" + declared.name() + ") | ")
          .contains("\n### " + declared.name() + "\n");
    }
    assertThat(page.lines().filter(l -> l.startsWith("### "))).doesNotHaveDuplicates();
  }

  @Test
  void markdown_takesNoName() {
    assertThat(Run.of("catalogue", "l2", "--markdown"))
        .isEqualTo(
            new Run(
                2,
                "",
                "bridle: --markdown prints the whole catalogue: leave out NAME and --json\n"));
  }
}
