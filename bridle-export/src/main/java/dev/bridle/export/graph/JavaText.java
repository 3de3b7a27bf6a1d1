package dev.bridle.export.graph;

import com.google.protobuf.ByteString;

/**
 * Texts as ONNX Runtime's Java API hands them to a model: in Java's own form of UTF-8, in which a
 * character beyond U+FFFF, such as an emoji, is two of three bytes each. Other languages hand over
 * UTF-8 proper, so a model has to know both.
 */
public final class JavaText {
  private JavaText() {}

  /** Whether the two forms of a text differ. */
  public static boolean isSpecial(String text) {
    return text.chars().anyMatch(c -> Character.isSurrogate((char) c));
  }

  /** The text as it arrives from Java. */
  static ByteString bytes(String text) {
    ByteString.Output out = ByteString.newOutput(3 * text.length());
    for (int i = 0; i < text.length(); i++) {
      int c = text.charAt(i);
      if (c < 0x80) {
        out.write(c);
      } else if (c < 0x800) {
        out.write(0xC0 | (c >> 6));
        out.write(0x80 | (c & 0x3F));
      } else {
        out.write(0xE0 | (c >> 12));
        out.write(0x80 | ((c >> 6) & 0x3F));
        out.write(0x80 | (c & 0x3F));
      }
    }
    return out.toByteString();
  }
}
