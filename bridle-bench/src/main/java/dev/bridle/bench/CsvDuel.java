package dev.bridle.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Three ways of reading one file, measured in turns.
 *
 * @param rows of the file
 * @param records FastCSV with strings, a reading a round
 * @param fields FastCSV's parser alone
 * @param table Bridle
 */
record CsvDuel(
    int rows,
    List<CsvReading.Taken> records,
    List<CsvReading.Taken> fields,
    List<CsvReading.Taken> table) {

  private static final double MEGABYTE = 1 << 20;

  /** Copies the lists. */
  CsvDuel {
    records = List.copyOf(records);
    fields = List.copyOf(fields);
    table = List.copyOf(table);
  }

  /** Reads a file in turns, so many rounds after one that warms up. */
  static CsvDuel of(CsvReading reading, int rounds) throws IOException {
    List<CsvReading.Taken> records = new ArrayList<>();
    List<CsvReading.Taken> fields = new ArrayList<>();
    List<CsvReading.Taken> table = new ArrayList<>();
    for (int round = 0; round <= rounds; round++) {
      records.add(reading.records());
      fields.add(reading.fields());
      table.add(reading.table());
    }
    return new CsvDuel(reading.rows(), warm(records), warm(fields), warm(table));
  }

  private static List<CsvReading.Taken> warm(List<CsvReading.Taken> all) {
    return all.subList(1, all.size());
  }

  /** Lines of a table with {@link CsvCommand#COLUMNS}. */
  List<List<String>> lines() {
    return List.of(line("records", records), line("fields", fields), line("table", table));
  }

  private List<String> line(String name, List<CsvReading.Taken> taken) {
    return List.of(
        name,
        String.format(Locale.ROOT, "%.0f", perSecond(taken)),
        Figures.times(speed(records, taken)),
        Figures.times(speed(fields, taken)),
        String.format(Locale.ROOT, "%.0f", peak(taken) / MEGABYTE));
  }

  /** For each reader, what the lines have. */
  List<Map<String, Object>> json() {
    return List.of(json("records", records), json("fields", fields), json("table", table));
  }

  private Map<String, Object> json(String name, List<CsvReading.Taken> taken) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("reader", name);
    map.put("rowsPerSecond", Figures.rounded(perSecond(taken)));
    map.put("ofRecords", Figures.rounded(speed(records, taken)));
    map.put("ofFields", Figures.rounded(speed(fields, taken)));
    map.put("peakHeap", peak(taken));
    return map;
  }

  private double perSecond(List<CsvReading.Taken> taken) {
    return rows / Spread.range(seconds(taken)).median();
  }

  /** How fast the second is as a share of the first, median over the rounds. */
  private static double speed(List<CsvReading.Taken> first, List<CsvReading.Taken> second) {
    return Paired.of(seconds(second), seconds(first)).ratio().median();
  }

  private static double[] seconds(List<CsvReading.Taken> taken) {
    return taken.stream().mapToDouble(CsvReading.Taken::seconds).toArray();
  }

  private static long peak(List<CsvReading.Taken> taken) {
    return taken.stream().mapToLong(CsvReading.Taken::peakHeap).max().orElse(0);
  }
}
