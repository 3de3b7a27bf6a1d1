package dev.bridle.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/**
 * Images or windows to check a model on: real ones or made-up ones, and hard ones: the same with
 * extreme numbers here and there, noise, and rows in which everything is extreme (black, white,
 * missing).
 */
final class HardNumbers {
  private static final int MADE_UP = 300;
  private static final int MIXED = 60;
  private static final int NOISE = 20;

  /** The share of numbers that are extreme in rows where some are. */
  private static final double SHARE = 0.25;

  private final InputTensor input;
  private final SplittableRandom random = new SplittableRandom(7);

  HardNumbers(InputTensor input) {
    this.input = input;
  }

  /** Real rows, at most 1000 spread over all, then the hard ones. */
  Rows of(Rows rows) {
    Rows.OfNumbers real = input.require(rows);
    int easy = Math.min(real.count(), HardRows.mostRows(input.width()));
    List<double[]> all = new ArrayList<>();
    for (int i = 0; i < easy; i++) {
      all.add(real.row((int) ((long) i * real.count() / easy)));
    }
    return withHard(rows.source(), all);
  }

  /** Made-up rows where there are no real ones, then the hard ones. */
  Rows madeUp() {
    int rows = Math.min(MADE_UP, HardRows.mostRows(input.width()));
    List<double[]> all = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      all.add(noise());
    }
    return withHard("made-up rows", all);
  }

  private Rows withHard(String source, List<double[]> easy) {
    List<double[]> all = new ArrayList<>(easy);
    for (int i = 0; i < MIXED; i++) {
      all.add(mixed(easy.get(i % easy.size())));
    }
    for (int i = 0; i < NOISE; i++) {
      all.add(noise());
    }
    for (int which = 0; which < input.extremes(0).size(); which++) {
      int extreme = which;
      all.add(row(place -> input.extremes(place).get(extreme)));
    }
    return new Rows.OfNumbers(source, input.width(), all.size(), all::get);
  }

  private double[] noise() {
    return row(place -> input.usual(place, random.nextDouble()));
  }

  private double[] mixed(double... easy) {
    return row(
        place -> {
          List<Double> extremes = input.extremes(place);
          return random.nextDouble() < SHARE
              ? extremes.get(random.nextInt(extremes.size()))
              : easy[place];
        });
  }

  private double[] row(IntToDoubleFunction number) {
    double[] row = new double[input.width()];
    Arrays.setAll(row, number);
    return row;
  }
}
