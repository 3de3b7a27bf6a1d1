package dev.bridle.file;

import java.util.Random;

/** A header for 24 bytes of data that was sound before it was changed in a few random places. */
final class HeaderMutation {
  private static final String SOUND =
      "{\"__metadata__\":{\"by\":\"é\"},"
          + "\"a\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]},"
          + "\"b\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[16,24]}}";

  private static final String[] PIECES = {
    "0",
    "1",
    "-1",
    "2",
    "4",
    "8",
    "16",
    "24",
    "1e9",
    "4294967296",
    "9223372036854775807",
    "1099511627776",
    "0.5",
    "null",
    "true",
    "\"\"",
    "\"F64\"",
    "\"I32\"",
    "\"U8\"",
    "{}",
    "[]",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "\"",
    "\\",
    "\\ud800",
    " ",
    "\n",
    "\u0000",
    "😀",
    "\"__metadata__\":{}",
    "\"bridle.format\":\"1\"",
    "\"a\":1",
    "\"shape\":[0]"
  };

  private final StringBuilder header = new StringBuilder(SOUND);

  HeaderMutation(Random random) {
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      mutate(random);
    }
  }

  String header() {
    return header.toString();
  }

  private void mutate(Random random) {
    int from = random.nextInt(header.length());
    int to = Math.min(header.length(), from + random.nextInt(12));
    String piece = PIECES[random.nextInt(PIECES.length)];
    switch (random.nextInt(5)) {
      case 0 -> header.delete(from, to);
      case 1 -> header.insert(from, header.substring(from, to));
      case 2 -> header.insert(from, piece.repeat(1 + random.nextInt(200)));
      case 3 -> replaceNumber(from, piece);
      default -> header.replace(from, to, piece);
    }
  }

  private void replaceNumber(int from, String piece) {
    int begin = from;
    while (begin < header.length() && !Character.isDigit(header.charAt(begin))) {
      begin++;
    }
    int end = begin;
    while (end < header.length() && Character.isDigit(header.charAt(end))) {
      end++;
    }
    header.replace(begin, end, piece);
  }
}
