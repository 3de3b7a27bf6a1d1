package dev.bridle.bench;

import java.util.Optional;

/**
 * One measurement of a peer.
 *
 * @param peer {@code torch-2proc}
 * @param size of network and batch: {@code tiny}
 * @param kind whether the step is restrained
 * @param micros microseconds for one step of one network; empty if the peer failed
 */
record PeerCell(String peer, String size, Kind kind, Optional<Spread> micros) {
  /** Whether a JSON object is one of a peer. */
  static boolean isOne(Fields fields) {
    return fields.has("peer");
  }

  /** What a peer's benchmark wrote. */
  static PeerCell of(Fields fields) {
    return new PeerCell(
        fields.text("peer"),
        fields.text("config"),
        fields.number("reg") == 0 ? Kind.PLAIN : Kind.REGULARIZED,
        fields.has("error")
            ? Optional.empty()
            : Optional.of(
                new Spread(fields.number("us"), fields.number("us_min"), fields.number("us_max"))));
  }
}
