package dev.bridle.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code bridle doctor}: whether this machine has what Bridle needs. */
@Command(
    name = "doctor",
    description = {
      "Looks whether this machine has what Bridle needs: Java, native libraries, memory, disk. Ends"
          + " with 0 if all is well, with 1 otherwise.",
      ""
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisHeading = "Usage: ",
    customSynopsis = "bridle doctor [options]",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  bridle doctor", "  bridle doctor --json"})
final class DoctorCommand implements Callable<Integer> {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @ParentCommand private Bridle bridle;

  @Option(names = "--json", description = "Print one JSON document instead of lines.")
  private boolean json;

  @Override
  public Integer call() {
    List<Checkup> all = Checkup.all();
    boolean well = all.stream().allMatch(Checkup::isWell);
    bridle.console().print(json ? document(all, well) : text(all));
    return well ? ExitCode.DONE : ExitCode.INTERNAL;
  }

  static String text(List<Checkup> all) {
    StringBuilder text = new StringBuilder();
    for (Checkup one : all) {
      String indent = " ".repeat(16);
      String lines = Figures.wrapped(one.found(), indent);
      String label = (one.isWell() ? "ok    " : "wrong ") + one.what();
      text.append(label).append(lines.substring(label.length()));
      text.append(one.isWell() ? "" : Figures.wrapped("to do: " + one.remedy(), indent));
    }
    return text.toString();
  }

  private static String document(List<Checkup> all, boolean well) {
    ObjectNode document = MAPPER.createObjectNode();
    document.put("well", well);
    ArrayNode checks = document.putArray("checks");
    all.forEach(
        one ->
            checks
                .addObject()
                .put("what", one.what())
                .put("well", one.isWell())
                .put("found", one.found())
                .put("remedy", one.isWell() ? null : one.remedy()));
    return MAPPER.writeValueAsString(document).replace(System.lineSeparator(), "\n") + "\n";
  }
}
