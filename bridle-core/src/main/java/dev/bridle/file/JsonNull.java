package dev.bridle.file;

/** JSON's {@code null}, as a value of its own so that no Java null is needed. */
public enum JsonNull {
  /** The only one. */
  NULL;

  @Override
  public String toString() {
    return "null";
  }
}
