package dev.bridle.study.report;

import dev.bridle.diagnostic.ConstraintCheck;
import dev.bridle.diagnostic.ConstraintCheck.Tightness;
import dev.bridle.diagnostic.DeadUnits;
import dev.bridle.diagnostic.Diagnostics;
import dev.bridle.diagnostic.GradientShare;
import dev.bridle.diagnostic.LayerNorms;
import dev.bridle.diagnostic.Robustness;
import dev.bridle.study.result.Examined;
import dev.bridle.train.Ledger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A look into two networks, with invented numbers. */
public final class SampleExamined {
  private static final int EPOCHS = 40;

  private SampleExamined() {}

  /** None, and l2 with max-norm: l2 is 0.3 % of the gradient, 94 % of dense1's units are bound. */
  public static List<Examined> pair() {
    Diagnostics plain =
        new Diagnostics(
            List.of(norms("dense1.kernel", 22, 60, 0), norms("dense2.kernel", 16, 30, 0)),
            List.of(),
            List.of(),
            List.of(new DeadUnits("dense1", 128, 3)),
            List.of(),
            true,
            Optional.of(noise(0.921, 0.90, 0.84, 0.62, 0.41)),
            List.of());
    Diagnostics restrained =
        new Diagnostics(
            List.of(norms("dense1.kernel", 22, 31, 0), norms("dense2.kernel", 16, 17, 0.25)),
            List.of(
                new GradientShare("l2(1e-06)", GradientShare.ALL, 0.003, false),
                new GradientShare("l2(1e-06)", "dense1.kernel", 0.004, false),
                new GradientShare("l2(1e-06)", "dense2.kernel", 0.002, false)),
            List.of(bound("dense1.kernel", 0.94), bound("dense2.kernel", 0.1)),
            List.of(new DeadUnits("dense1", 128, 0)),
            List.of(),
            true,
            Optional.of(noise(0.940, 0.938, 0.93, 0.88, 0.7)),
            List.of());
    return List.of(
        new Examined("none", true, 0.01, new Ledger(List.of()), plain.audited()),
        new Examined(
            "l2(1e-06) + max-norm(3)",
            false,
            0.06,
            new Ledger(
                List.of(
                    new Ledger.Line("l2", "dense1.kernel", 0.03),
                    new Ledger.Line("l2", "dense2.kernel", 0.01))),
            restrained.audited()));
  }

  /** The same with one text wherever a text of the training can stand. */
  public static List<Examined> named(String text) {
    Diagnostics d =
        new Diagnostics(
            List.of(norms(text, 22, Double.NaN, 0), norms(text, 1, 2, 0)),
            List.of(
                new GradientShare(text, text, 0.003, false),
                new GradientShare(text, GradientShare.ALL, 0.001, false),
                new GradientShare(text, text, Double.NaN, true)),
            List.of(
                new ConstraintCheck(
                    text, text, 3, 7, 1, 0, List.of(text), Optional.of(new Tightness(1, 1, 1, 1)))),
            List.of(new DeadUnits(text, 4, 3)),
            List.of(),
            true,
            Optional.of(
                new Robustness(text, text, true, List.of(0.0, 0.1), List.of(0.9, 0.2), 1.5)),
            List.of());
    Ledger ledger = new Ledger(List.of(new Ledger.Line(text, text, 1)));
    return List.of(new Examined(text, false, Double.POSITIVE_INFINITY, ledger, d.audited()));
  }

  private static LayerNorms norms(String weight, double start, double end, double zeros) {
    List<Double> norms =
        IntStream.rangeClosed(0, EPOCHS)
            .mapToObj(e -> start + (end - start) * (1 - Math.exp(-e / 10.0)))
            .toList();
    return new LayerNorms(weight, IntStream.rangeClosed(0, EPOCHS).boxed().toList(), norms, zeros);
  }

  private static ConstraintCheck bound(String weight, double atBound) {
    return new ConstraintCheck(
        "max-norm(3)",
        weight,
        EPOCHS,
        1e-7,
        3,
        1e-5,
        List.of(),
        Optional.of(new Tightness(1, 1, 0.8, atBound)));
  }

  private static Robustness noise(Double... scores) {
    return new Robustness(
        "test", "accuracy", true, List.of(0.0, 0.1, 0.2, 0.5, 1.0), List.of(scores), 0.4);
  }
}
