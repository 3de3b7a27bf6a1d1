package dev.bridle.bench;

import dev.bridle.file.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How fast a large CSV file becomes a table. */
@Command(
    name = "csv",
    description = {
      "Writes a CSV file into a temporary folder, reads it in turns by FastCSV alone and as a table"
          + " by Bridle, and removes it.",
      "",
      "records is FastCSV as its users call it, with a string for each field; fields is its parser"
          + " alone; table is Bridle, which also decodes strictly, hashes the file, decides types"
          + " and parses numbers. rows/s are medians, and so are the ratios, of the readings of a"
          + " round; heap is the largest peak, garbage included. JAVA_OPTS=-Xmx1g sets the heap.",
      ""
    })
final class CsvCommand implements Callable<Integer> {
  private static final int MEGABYTE = 1 << 20;

  static final Columns COLUMNS =
      Columns.of("reader", 7)
          .and("rows/s", 9)
          .and("of records", 10)
          .and("of fields", 9)
          .and("heap MB", 7);

  @Spec private CommandSpec spec;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "Rows of the file. Default: ${DEFAULT-VALUE}.")
  private int rows = 1_000_000;

  @Option(
      names = "--columns",
      paramLabel = "N",
      description = "Columns of the file, the class among them. Default: ${DEFAULT-VALUE}.")
  private int columns = 50;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often each reads it, after one round that warms up. Default: 5.")
  private int rounds = 5;

  @Option(names = "--json", description = "Print one JSON document instead of the table.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    MeasureOptions.requirePositive("--rows, --columns, --rounds", List.of(rows, columns, rounds));
    Path folder = Files.createTempDirectory("bridle-bench");
    Path file = folder.resolve("wide.csv");
    try {
      WideFile.write(file, rows, columns);
      CsvDuel measured = CsvDuel.of(new CsvReading(file, rows), rounds);
      print(measured, Files.size(file));
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
    return 0;
  }

  private void print(CsvDuel measured, long bytes) {
    long heap = Runtime.getRuntime().maxMemory() / MEGABYTE;
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put(Document.VERB, spec.name());
      map.put("rows", rows);
      map.put("columns", columns);
      map.put("bytes", bytes);
      map.put("heap", heap);
      map.put(Document.CELLS, measured.json());
      out.println(Json.write(map));
      return;
    }
    out.println(
        rows
            + " rows x "
            + columns
            + " columns, "
            + bytes / MEGABYTE
            + " MB; heap "
            + heap
            + " MB");
    out.println(COLUMNS.head());
    measured.lines().forEach(line -> out.println(COLUMNS.line(line)));
  }
}
