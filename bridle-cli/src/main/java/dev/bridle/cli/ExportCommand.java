package dev.bridle.cli;

import dev.bridle.data.Generator;
import dev.bridle.data.builtin.BuiltIn;
import dev.bridle.export.ModelCard;
import dev.bridle.export.NetworkPredictor;
import dev.bridle.export.OnnxExport;
import dev.bridle.export.Rows;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.study.table.DatasetTable;
import dev.bridle.tensor.Key;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code bridle export}: a saved network as an ONNX model, checked and with a card. */
@Command(
    name = "export",
    description = {
      "Writes a saved network as an ONNX model that takes raw columns, images or windows of a"
          + " series, and a card beside it. The"
          + " model is checked with ONNX Runtime first: where its answers differ from the network's"
          + " by more than 1e-5, nothing is written.",
      ""
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisHeading = "Usage: ",
    customSynopsis = "bridle export MODEL.safetensors [options]",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bridle export best.safetensors",
      "  bridle export best.safetensors --out churn.onnx --verify churn.csv"
    })
final class ExportCommand implements Callable<Integer> {
  private static final int ROWS = 1000;

  @ParentCommand private Bridle bridle;

  @Parameters(paramLabel = "MODEL", description = "A network saved by Bridle.")
  private Path model = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The ONNX model. Default: beside the network, ending in .onnx.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--verify",
      paramLabel = "DATA",
      description =
          "Check it on these rows: a CSV file, images or the name of built-in data. Default: made-up"
              + " rows.")
  private Optional<String> verify = Optional.empty();

  @Mixin private TableFormatOptions table;

  @Mixin private BadImagesOption badImages;

  @Option(names = "--force", description = "Let --out replace a file of any kind.")
  private boolean force;

  @Override
  public Integer call() {
    Path target = out.orElseGet(this::beside);
    if (!Models.isOnnx(target)) {
      throw new CommandException(
          ExitCode.USAGE, "--out = " + target + ": expected a name that ends in " + Models.ONNX);
    }
    OutputFile file = OutputFile.forNetwork(target, force);
    TrainedNetwork network = Models.network(model);
    OnnxExport.obstacle(network.compiled().recipe())
        .ifPresent(
            reason -> {
              throw new CommandException(ExitCode.MISFIT, "model " + model + ": " + reason);
            });
    Optional<Rows> rows = verify.map(data -> rows(data, network));
    String checked = OnnxOutput.of(network, rows, bridle.typed()).writeOrEnd(file.path());
    Console console = bridle.console();
    console.say("checked   " + checked);
    console.say("model     " + file.path());
    console.say("card      " + ModelCard.beside(file.path()));
    return ExitCode.DONE;
  }

  private Path beside() {
    String name = String.valueOf(model.getFileName());
    String base =
        name.endsWith(Models.NETWORK)
            ? name.substring(0, name.length() - Models.NETWORK.length())
            : name;
    return model.resolveSibling(base + Models.ONNX);
  }

  private Rows rows(String data, TrainedNetwork network) {
    Optional<Generator> generator = BuiltIn.find(data);
    if (generator.isPresent()) {
      return Rows.of(
          DatasetTable.ofInputs(data, generator.get().draw(ROWS, Key.of(7).at("verify"))));
    }
    return ModelInputs.rows(
        new NetworkPredictor(network).input(),
        StudyData.path(data, false),
        table.options(),
        badImages.value());
  }
}
