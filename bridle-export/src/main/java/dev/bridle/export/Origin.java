package dev.bridle.export;

/**
 * Where a model comes from, as its file and its card say.
 *
 * @param producer the version of Bridle
 * @param recipe that was recommended or asked for, early stopping included
 * @param data the name of the file or of the built-in set it was trained on
 * @param bytes the size of that file; 0 for built-in data
 * @param sha256 of that file, or what tells built-in data from others, in hex; empty if not known
 */
public record Origin(String producer, String recipe, String data, long bytes, String sha256) {

  /** A network whose data are not known any more. */
  public static Origin unknown(String producer, String recipe) {
    return new Origin(producer, recipe, "", 0, "");
  }
}
