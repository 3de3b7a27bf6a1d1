package dev.bridle.study.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The characters of a file, decoded so that a byte which is none in the encoding is an error with
 * its offset, never a replacement character.
 *
 * <p>A byte order mark is taken off and decides the encoding (UTF-8, UTF-16 or UTF-32), whatever
 * was declared. The SHA-256 of the bytes is computed on the way.
 */
final class TextSource extends Reader {
  private static final int BLOCK = 65_536;

  private final Path file;
  private final InputStream stream;
  private final MessageDigest digest = sha256Digest();
  private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK).limit(0);
  private final Charset charset;
  private final CharsetDecoder decoder;
  private long fetched;
  private boolean ended;
  private boolean flushed;

  /** Opens the file and looks for a byte order mark. */
  TextSource(Path file, Charset declared) throws IOException {
    this.file = file;
    this.stream = Files.newInputStream(file);
    fetch();
    this.charset = takeMark(declared);
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** How many bytes were read so far. */
  long bytesRead() {
    return fetched;
  }

  /** The SHA-256 of the bytes read, in hex; to be asked once, at the end of the file. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    CharBuffer out = CharBuffer.wrap(buffer, offset, length).slice();
    while (out.position() == 0 && !flushed) {
      CoderResult result = decoder.decode(bytes, out, ended);
      if (result.isError()) {
        throw badBytes(result.length());
      }
      if (result.isUnderflow() && ended) {
        flushed = decoder.flush(out).isUnderflow();
      } else if (result.isUnderflow() && out.position() == 0) {
        fetch();
      }
    }
    return out.position() == 0 ? -1 : out.position();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }

  /** Fills the buffer behind the bytes that were not decoded yet. */
  private void fetch() throws IOException {
    bytes.compact();
    int start = bytes.position();
    int count = stream.readNBytes(bytes.array(), start, bytes.remaining());
    ended = count < bytes.remaining();
    digest.update(bytes.array(), start, count);
    fetched += count;
    bytes.position(start + count).flip();
  }

  private TableException badBytes(int length) {
    long offset = fetched - bytes.remaining();
    StringBuilder found = new StringBuilder(length == 1 ? "byte" : "bytes");
    for (int i = 0; i < length; i++) {
      found.append(String.format(Locale.ROOT, " 0x%02X", bytes.get(bytes.position() + i)));
    }
    return new TableException(
        file
            + ": "
            + found
            + " at offset "
            + offset
            + " is no text in "
            + charset.name()
            + "; "
            + EncodingHint.at(file, offset, charset));
  }

  private Charset takeMark(Charset declared) {
    if (startsWith(0xEF, 0xBB, 0xBF)) {
      return marked(3, StandardCharsets.UTF_8);
    }
    if (startsWith(0xFF, 0xFE, 0, 0)) {
      return marked(4, Charset.forName("UTF-32LE"));
    }
    if (startsWith(0, 0, 0xFE, 0xFF)) {
      return marked(4, Charset.forName("UTF-32BE"));
    }
    if (startsWith(0xFF, 0xFE)) {
      return marked(2, StandardCharsets.UTF_16LE);
    }
    return startsWith(0xFE, 0xFF) ? marked(2, StandardCharsets.UTF_16BE) : declared;
  }

  private boolean startsWith(int... mark) {
    boolean same = bytes.remaining() >= mark.length;
    for (int i = 0; same && i < mark.length; i++) {
      same = (bytes.get(i) & 0xFF) == mark[i];
    }
    return same;
  }

  private Charset marked(int length, Charset marked) {
    bytes.position(length);
    return marked;
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256: expected in every Java runtime", e);
    }
  }
}
