package dev.bridle.study.report;

import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.ArmReport.Band;
import dev.bridle.study.result.ArmReport.Bin;
import dev.bridle.study.result.ArmReport.Curves;
import dev.bridle.study.result.ArmReport.Strength;
import dev.bridle.study.result.ArmReport.Versus;
import dev.bridle.study.result.StudyReport;
import dev.bridle.study.result.StudyReport.Data;
import dev.bridle.study.result.StudyReport.Estimate;
import dev.bridle.study.result.StudyReport.Protocol;
import dev.bridle.study.result.StudyReport.Recommendation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Studies that nobody would expect: every field may be anything that its type allows. */
public final class RandomStudies {
  private static final List<Double> NUMBERS =
      List.of(
          0.0,
          -0.0,
          1.0,
          -1.0,
          0.5,
          1e-12,
          1e12,
          1e99,
          1e300,
          -1e300,
          Double.MIN_VALUE,
          Double.MAX_VALUE,
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY);
  private static final List<Integer> COUNTS =
      List.of(0, 1, 2, 15, 1000, Integer.MAX_VALUE, -1, Integer.MIN_VALUE);
  private static final List<String> WORDS =
      List.of(
          "better",
          "worse",
          "no-practical-difference",
          "negligible",
          "undecided",
          "baseline",
          "failed",
          "samples",
          "seeds",
          "fresh",
          "accuracy",
          "rmse",
          "log-loss",
          "none");

  private final Random random;

  /** The same seed gives the same studies. */
  public RandomStudies(long seed) {
    this.random = new Random(seed);
  }

  /** Another study. */
  public StudyReport next() {
    return new StudyReport(
        new Data(
            text(),
            count(),
            count(),
            text(),
            maybe(this::count),
            text(),
            count(),
            count(),
            count(),
            count()),
        text(),
        new Protocol(
            text(),
            count(),
            count(),
            text(),
            random.nextBoolean(),
            number(),
            number(),
            count(),
            count(),
            text(),
            random.nextLong(),
            random.nextBoolean()),
        some(this::arm),
        maybe(this::recommendation),
        text(),
        some(this::text),
        number(),
        text(),
        Map.of("a" + text(), text(), "b" + text(), text()));
  }

  private ArmReport arm() {
    return new ArmReport(
        text(),
        text(),
        text(),
        text(),
        maybe(this::estimate),
        maybe(this::number),
        maybe(this::number),
        maybe(this::number),
        maybe(this::number),
        maybe(this::number),
        maybe(this::versus),
        text(),
        some(() -> maybe(this::number)),
        some(() -> maybe(this::number)),
        some(this::strength),
        maybe(() -> new Curves(band(), band())),
        some(() -> new Bin(number(), number(), count())),
        count(),
        count(),
        maybe(this::number),
        maybe(this::number),
        number());
  }

  private Recommendation recommendation() {
    return new Recommendation(
        text(), text(), maybe(this::text), maybe(this::estimate), maybe(this::estimate), count());
  }

  private Estimate estimate() {
    return new Estimate(number(), maybe(this::number), maybe(this::number));
  }

  private Versus versus() {
    return new Versus(
        number(), maybe(this::number), maybe(this::number), number(), number(), number());
  }

  private Strength strength() {
    return new Strength(
        text(),
        maybe(this::number),
        maybe(this::number),
        maybe(this::number),
        maybe(this::number),
        maybe(this::number),
        random.nextBoolean());
  }

  private Band band() {
    return new Band(some(this::number), some(this::number), some(this::number));
  }

  private double number() {
    return random.nextInt(3) == 0 ? pick(NUMBERS) : random.nextGaussian();
  }

  private int count() {
    return random.nextBoolean() ? pick(COUNTS) : random.nextInt(100);
  }

  private String text() {
    return switch (random.nextInt(3)) {
      case 0 -> pick(Hostile.TEXTS);
      case 1 -> pick(WORDS);
      default ->
          random
              .ints(random.nextInt(12), 0, 0x10000)
              .collect(StringBuilder::new, (b, c) -> b.append((char) c), StringBuilder::append)
              .toString();
    };
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(value.get());
  }

  private <T> List<T> some(Supplier<T> value) {
    return Stream.generate(value).limit(random.nextInt(6)).toList();
  }
}
