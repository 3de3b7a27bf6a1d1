package dev.bridle.constraint;

import dev.bridle.constraint.MaxNorm.Bias;
import org.junit.jupiter.api.Nested;

/** Every other form of max-norm keeps to the laws as well. */
final class MaxNormFormsTest {
  @Nested
  final class BiasJoint implements NormLaws {
    @Override
    public Constraint constraint() {
      return new MaxNorm(Limit.ABSOLUTE, Scope.PER_UNIT, Bias.JOINT, false);
    }

    @Override
    public double limit() {
      return 1;
    }
  }

  @Nested
  final class BiasRescaled implements NormLaws {
    @Override
    public Constraint constraint() {
      return new MaxNorm(Limit.ABSOLUTE, Scope.PER_UNIT, Bias.RESCALED, false);
    }

    @Override
    public double limit() {
      return 1;
    }
  }

  @Nested
  final class PerInput implements NormLaws {
    @Override
    public Constraint constraint() {
      return new MaxNorm(Limit.ABSOLUTE, Scope.PER_INPUT, Bias.FREE, false);
    }

    @Override
    public double limit() {
      return 1;
    }

    @Override
    public int mateOf(int i) {
      return i - i % 15 + (i + 3) % 15; // the number below, in the same column
    }
  }

  @Nested
  final class Whole implements NormLaws {
    @Override
    public Constraint constraint() {
      return new MaxNorm(Limit.ABSOLUTE, Scope.WHOLE, Bias.FREE, false);
    }

    @Override
    public double limit() {
      return 1;
    }

    @Override
    public int mateOf(int i) {
      return i - i % 15 + (i + 4) % 15;
    }
  }

  @Nested
  final class RootMeanSquare implements NormLaws {
    @Override
    public Constraint constraint() {
      return new MaxNorm(Limit.RMS, Scope.PER_UNIT, Bias.FREE, false);
    }

    @Override
    public double limit() {
      return 0.3;
    }
  }

  @Nested
  final class RootMeanSquareOfInputs implements NormLaws {
    @Override
    public Constraint constraint() {
      return new MaxNorm(Limit.RMS, Scope.PER_INPUT, Bias.FREE, false);
    }

    @Override
    public double limit() {
      return 0.3;
    }

    @Override
    public int mateOf(int i) {
      return i - i % 15 + (i + 3) % 15;
    }
  }

  @Nested
  final class RootMeanSquareWithBias implements NormLaws {
    @Override
    public Constraint constraint() {
      return new MaxNorm(Limit.RMS, Scope.PER_UNIT, Bias.JOINT, false);
    }

    @Override
    public double limit() {
      return 0.3;
    }
  }

  @Nested
  final class OfTheStart implements NormLaws {
    @Override
    public Constraint constraint() {
      return new MaxNorm(Limit.TIMES_INITIAL, Scope.PER_UNIT, Bias.FREE, false);
    }

    @Override
    public double limit() {
      return 0.3;
    }
  }

  @Nested
  final class OfTheStartPerInput implements NormLaws {
    @Override
    public Constraint constraint() {
      return new MaxNorm(Limit.TIMES_INITIAL, Scope.PER_INPUT, Bias.FREE, false);
    }

    @Override
    public double limit() {
      return 0.3;
    }

    @Override
    public int mateOf(int i) {
      return i - i % 15 + (i + 3) % 15;
    }
  }

  @Nested
  final class OfTheStartWithBias implements NormLaws {
    @Override
    public Constraint constraint() {
      return new MaxNorm(Limit.TIMES_INITIAL, Scope.PER_UNIT, Bias.JOINT, false);
    }

    @Override
    public double limit() {
      return 0.3;
    }
  }

  @Nested
  final class Tangent implements NormLaws {
    @Override
    public Constraint constraint() {
      return new MaxNorm(Limit.ABSOLUTE, Scope.PER_UNIT, Bias.FREE, true);
    }

    @Override
    public double limit() {
      return 1;
    }
  }
}
