package dev.bridle.study.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What to advise when a file is not in the encoding it was read in: a guess from its bytes. */
final class EncodingHint {
  private static final int SAMPLE = 4096;

  private EncodingHint() {}

  /** Advice from the bytes around an offset; the encodings it names are guesses and say so. */
  static String at(Path file, long offset, Charset tried) {
    byte[] head = read(file, 0);
    byte[] near = read(file, Math.max(0, offset - SAMPLE / 2) & ~1L);
    if (startsWith(head, 0x1F, 0x8B)) {
      return "it begins like a gzip file: unpack it first";
    }
    if (startsWith(head, 'P', 'K', 3, 4)) {
      return "it begins like a zip or Excel file: save the table as CSV";
    }
    if (10 * Math.min(zeros(near, 0), zeros(near, 1)) > 3 * near.length) {
      return "it is mostly zeros, and no text at all";
    }
    String guess = guess(near);
    return guess.equals(tried.name())
        ? "name the file's encoding with --encoding, or mend it"
        : "if the file is in another encoding, name it: --encoding " + guess;
  }

  /** The likeliest encoding of bytes that are not UTF-8. */
  static String guess(byte[] bytes) {
    int even = zeros(bytes, 0);
    int odd = zeros(bytes, 1);
    if (10 * Math.max(even, odd) > 3 * bytes.length) {
      return odd > even ? "UTF-16LE" : "UTF-16BE";
    }
    return looksChinese(bytes) ? "GBK" : "windows-1252";
  }

  /** How many of every second byte are 0. */
  private static int zeros(byte[] bytes, int from) {
    int count = 0;
    for (int i = from; i < bytes.length; i += 2) {
      count += bytes[i] == 0 ? 1 : 0;
    }
    return count;
  }

  /** Whether the bytes are valid GBK and high ones mostly stand together, as accents do not. */
  private static boolean looksChinese(byte[] bytes) {
    int alone = 0;
    int together = 0;
    for (int i = 0; i < bytes.length; i++) {
      boolean before = i > 0 && bytes[i - 1] < 0;
      boolean after = i + 1 < bytes.length && bytes[i + 1] < 0;
      together += bytes[i] < 0 && (before || after) ? 1 : 0;
      alone += bytes[i] < 0 && !before && !after ? 1 : 0;
    }
    return together > 2 * alone && Charset.isSupported("GBK") && isText(bytes, "GBK");
  }

  /** Whether the bytes decode, a cut character at either end aside. */
  private static boolean isText(byte[] bytes, String charset) {
    for (int start = 0; start < 2 && start < bytes.length; start++) {
      for (int end = bytes.length; end >= bytes.length - 1 && end > start; end--) {
        if (decodes(Arrays.copyOfRange(bytes, start, end), charset)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean decodes(byte[] bytes, String charset) {
    try {
      Charset.forName(charset).newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    boolean same = bytes.length >= mark.length;
    for (int i = 0; same && i < mark.length; i++) {
      same = (bytes[i] & 0xFF) == mark[i];
    }
    return same;
  }

  /** Up to 4,096 bytes; none if they cannot be read, for this is only about advice. */
  private static byte[] read(Path file, long offset) {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer buffer = ByteBuffer.allocate(SAMPLE);
      channel.position(offset);
      int count = channel.read(buffer);
      return Arrays.copyOf(buffer.array(), Math.max(0, count));
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
