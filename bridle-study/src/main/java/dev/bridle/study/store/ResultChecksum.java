package dev.bridle.study.store;

import dev.bridle.metric.CalibrationError.Bin;
import java.util.Map;

/**
 * The checksum of a result: over its row, its metrics and its bins together, so that one of them
 * cannot be changed, missing or too many unnoticed; and over its unit's key, so that it cannot be
 * taken for another's.
 */
final class ResultChecksum {
  private ResultChecksum() {}

  static RowChecksum of(StoredResult stored) {
    UnitResult result = stored.result();
    RowChecksum checksum = new RowChecksum();
    addKey(checksum, result.key());
    checksum
        .number(stored.versions())
        .text(Outcomes.name(result.outcome()))
        .number(result.outcome().updates())
        .number(Outcomes.bestEpoch(result.outcome()).orElse(-1))
        .real(result.zeroFraction())
        .real(result.weightNorm())
        .real(result.seconds())
        .bytes(Curve.toBytes(result.history().train()))
        .bytes(Curve.toBytes(result.history().validation()))
        .bytes(result.weights().map(Bytes::toArray));
    checksum.flag(result.weightsFile().isPresent());
    result.weightsFile().ifPresent(file -> addFile(checksum, file));
    addMetrics(checksum, result);
    addBins(checksum, result);
    return checksum;
  }

  private static void addKey(RowChecksum checksum, UnitKey key) {
    checksum.text(key.phase()).text(key.recipe()).number(key.replicate()).text(key.salt());
  }

  static RowChecksum addFile(RowChecksum checksum, StoredFile file) {
    return checksum.text(file.name()).text(file.sha256()).number(file.size());
  }

  private static void addMetrics(RowChecksum checksum, UnitResult result) {
    checksum.number(result.metrics().size());
    for (Map.Entry<String, Map<String, Double>> part : result.metrics().entrySet()) {
      checksum.text(part.getKey()).number(part.getValue().size());
      part.getValue().forEach((name, value) -> checksum.text(name).real(value));
    }
  }

  private static void addBins(RowChecksum checksum, UnitResult result) {
    checksum.number(result.reliability().size());
    for (Bin bin : result.reliability()) {
      checksum.real(bin.confidence()).real(bin.accuracy()).number(bin.count());
    }
  }
}
