package dev.bridle.study.store;

/**
 * What tells a study's data from other data, should somebody change them.
 *
 * @param name the file's name or that of a built-in set; may change, the content may not
 * @param size in bytes
 * @param sha256 of the content, in lower-case hexadecimal
 * @param columns names and types of the columns, as text
 */
public record DataFingerprint(String name, long size, String sha256, String columns) {
  /** Checks size, hash and texts. */
  public DataFingerprint {
    Require.text("data name", name);
    Require.notNegative("data size", size);
    Require.sha256("data SHA-256", sha256);
    Require.text("data columns", columns);
  }
}
