package dev.bridle.study.store;

import java.sql.SQLException;
import java.util.List;

/** Reads and writes what is known of the files beside the store. */
final class FileRows {
  private FileRows() {}

  /** Writes a file down, in place of what was known under its name. */
  static void put(Sql sql, StoredFile file) throws SQLException {
    if (sql.run("DELETE FROM file WHERE name = ?", file.name()) == 0) {
      Tally.FILES.add(sql);
    }
    sql.run(
        "INSERT INTO file VALUES (?, ?, ?, ?)",
        file.name(),
        file.sha256(),
        file.size(),
        ResultChecksum.addFile(new RowChecksum(), file).done());
  }

  static List<StoredFile> all(Sql sql) throws SQLException {
    return sql.all(FileRows::file, "SELECT * FROM file ORDER BY name");
  }

  private static StoredFile file(Row row) throws SQLException {
    String name = row.text("name");
    return Damage.at(
        "file " + name,
        () -> {
          StoredFile file = new StoredFile(name, row.text("sha256"), row.number("size"));
          Damage.requireSame(
              row.bytes("checksum"), ResultChecksum.addFile(new RowChecksum(), file));
          return file;
        });
  }
}
