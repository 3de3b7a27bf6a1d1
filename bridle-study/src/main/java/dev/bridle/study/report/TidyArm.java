package dev.bridle.study.report;

import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.ArmReport.Band;
import dev.bridle.study.result.ArmReport.Bin;
import dev.bridle.study.result.ArmReport.Curves;
import dev.bridle.study.result.ArmReport.Strength;
import dev.bridle.study.result.ArmReport.Versus;
import java.util.Optional;

/** An arm with tidy texts and with finite numbers only; see {@link Tidy}. */
final class TidyArm {
  private TidyArm() {}

  /** The tidy arm. */
  static ArmReport of(ArmReport arm) {
    return new ArmReport(
        Text.name(arm.family()),
        Text.name(arm.name()),
        Text.name(arm.chosen()),
        Text.name(arm.verdict()),
        arm.score().flatMap(Tidy::of),
        Tidy.number(arm.trainScore()),
        Tidy.number(arm.validationScore()),
        Tidy.number(arm.gap()),
        Tidy.number(arm.logLoss()),
        Tidy.number(arm.calibrationError()),
        arm.versus().flatMap(TidyArm::of),
        Text.prose(arm.outlook()),
        Tidy.numbers(arm.scores()),
        Tidy.numbers(arm.differences()),
        arm.strengths().stream().map(TidyArm::of).toList(),
        arm.curves().map(TidyArm::of),
        arm.reliability().stream().filter(TidyArm::isComplete).toList(),
        arm.trials(),
        arm.failed(),
        Tidy.number(arm.zeroFraction()),
        Tidy.number(arm.weightNorm()),
        Tidy.orZero(arm.seconds()));
  }

  private static Optional<Versus> of(Versus versus) {
    boolean complete =
        Tidy.isNumber(versus.difference())
            && Tidy.isNumber(versus.p())
            && Tidy.isNumber(versus.adjustedP())
            && Tidy.isNumber(versus.probabilityBetter());
    return complete
        ? Optional.of(
            new Versus(
                versus.difference(),
                Tidy.number(versus.low()),
                Tidy.number(versus.high()),
                versus.p(),
                versus.adjustedP(),
                versus.probabilityBetter()))
        : Optional.empty();
  }

  private static Strength of(Strength strength) {
    return new Strength(
        Text.name(strength.recipe()),
        Tidy.number(strength.strength()),
        Tidy.number(strength.mean()),
        Tidy.number(strength.low()),
        Tidy.number(strength.high()),
        Tidy.number(strength.train()),
        strength.chosen());
  }

  private static Curves of(Curves curves) {
    return new Curves(of(curves.train()), of(curves.validation()));
  }

  /** The band as far as all three lines have a number. */
  private static Band of(Band band) {
    int length = 0;
    while (length < band.median().size() && isComplete(band, length)) {
      length++;
    }
    return new Band(
        band.low().subList(0, length),
        band.median().subList(0, length),
        band.high().subList(0, length));
  }

  private static boolean isComplete(Band band, int epoch) {
    return epoch < band.low().size()
        && epoch < band.high().size()
        && Tidy.isNumber(band.low().get(epoch))
        && Tidy.isNumber(band.median().get(epoch))
        && Tidy.isNumber(band.high().get(epoch));
  }

  private static boolean isComplete(Bin bin) {
    return Tidy.isNumber(bin.confidence()) && Tidy.isNumber(bin.accuracy()) && bin.count() > 0;
  }
}
