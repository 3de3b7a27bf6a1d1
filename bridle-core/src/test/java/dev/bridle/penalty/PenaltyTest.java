package dev.bridle.penalty;

import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Tensor;

/** A penalty of one's own, of which only the value is written: a sum of fourth powers. */
final class PenaltyTest implements PenaltyLaws {
  @Override
  public Penalty penalty() {
    return new FourthPowers();
  }

  private static final class FourthPowers implements Penalty {
    @Override
    public Tensor value(Weight weight, Strengths strengths) {
      Tensor sums = Tensors.sumPerMember(weight.value().square().square());
      return sums.mul(strengths.of("lambda", sums));
    }
  }
}
