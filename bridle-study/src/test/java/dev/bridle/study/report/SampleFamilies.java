package dev.bridle.study.report;

import java.util.List;

/** The families that the sample studies compare with none. */
final class SampleFamilies {
  private SampleFamilies() {}

  static List<SampleArms> families(double base) {
    return List.of(
        SampleArms.accuracy("l2(1e-6..1e-2)", "l2(3.2e-4)", base + 0.0042, 0.991, 0),
        SampleArms.accuracy("l1(1e-6..1e-2)", "l1(1e-5)", base + 0.0028, 0.987, 2),
        SampleArms.accuracy("weight-decay(1e-4..1)", "weight-decay(1e-2)", base + 0.0148, 0.974, 0),
        SampleArms.accuracy("dropout(0.1, 0.3, 0.5)", "dropout(0.5)", base + 0.0131, 0.969, 0),
        SampleArms.accuracy(
            "dropout(0.1, 0.3, 0.5) + max-norm(3)",
            "dropout(0.5) + max-norm(3)",
            base + 0.0188,
            0.966,
            0),
        SampleArms.accuracy("max-norm(1..8)", "max-norm(2.8)", base + 0.0006, 0.997, 0),
        SampleArms.accuracy("batch-norm", "batch-norm", base - 0.0068, 0.999, 0),
        SampleArms.accuracy(
            "gaussian-noise(0.05..0.8)", "gaussian-noise(0.2)", base + 0.0051, 0.988, 0),
        SampleArms.accuracy(
            "label-smoothing(0.05, 0.1, 0.2)", "label-smoothing(0.1)", base + 0.0033, 0.996, 0),
        SampleArms.accuracy(
            "early-stopping(patience=10)", "early-stopping(patience=10)", base + 0.0102, 0.958, 0),
        SampleArms.accuracy(
            "orthogonality(1e-5..1e-1)", "orthogonality(1e-3)", base - 0.0003, 0.998, 0),
        SampleArms.accuracy("spectral-norm(0.5..4)", "spectral-norm(1)", base - 0.182, 0.752, 0));
  }

  static List<SampleArms> small() {
    return List.of(
        SampleArms.coarse("l2(1e-6..1e-2)", "l2(1e-3)", 0.817),
        SampleArms.coarse("dropout(0.1, 0.3, 0.5)", "dropout(0.3)", 0.822),
        SampleArms.coarse("weight-decay(1e-4..1)", "weight-decay(1e-1)", 0.825),
        SampleArms.coarse("max-norm(1..8)", "max-norm(1.7)", 0.811),
        SampleArms.coarse("early-stopping(patience=10)", "early-stopping(patience=10)", 0.834),
        SampleArms.coarse("batch-norm", "batch-norm", 0.787));
  }

  static List<SampleArms> regressions() {
    return List.of(
        SampleArms.rmse("l2(1e-6..1e-2)", "l2(1e-4)", 1.342, 0.83),
        SampleArms.rmse("l1(1e-6..1e-2)", "l1(1e-4)", 1.287, 0.91),
        SampleArms.rmse("weight-decay(1e-4..1)", "weight-decay(1e-1)", 1.253, 0.95),
        SampleArms.rmse("dropout(0.1, 0.3, 0.5)", "dropout(0.1)", 1.463, 1.22),
        SampleArms.rmse("early-stopping(patience=10)", "early-stopping(patience=10)", 1.201, 1.08),
        SampleArms.rmse("gaussian-noise(0.05..0.8)", "gaussian-noise(0.1)", 1.379, 0.98));
  }
}
