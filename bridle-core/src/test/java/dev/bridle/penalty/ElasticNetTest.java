package dev.bridle.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Given;
import dev.bridle.testing.InScope;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InScope.class)
final class ElasticNetTest {
  private static final ElasticNet NAIVE = new ElasticNet(Solver.PROXIMAL, false);
  private static final ElasticNet CORRECTED = new ElasticNet(Solver.PROXIMAL, true);

  private final Weight weight = Weight.kernel(Given.tensor(new long[] {2, 1, 2}, 3, -4, 1, 0));
  private final Strengths strengths =
      Given.strengths(Map.of("l1", PerMember.of(2, 0.5), "l2", PerMember.of(1, 4)));

  @Nested
  final class Proximal implements ShrinkLaws {
    @Override
    public Penalty penalty() {
      return NAIVE;
    }

    @Override
    public List<String> strengths() {
      return List.of("l1", "l2");
    }

    @Override
    public String threshold() {
      return "l1";
    }
  }

  @Nested
  final class Subgradient implements PenaltyLaws {
    @Override
    public Penalty penalty() {
      return new ElasticNet(Solver.SUBGRADIENT, false);
    }

    @Override
    public List<String> strengths() {
      return List.of("l1", "l2");
    }
  }

  @Nested
  final class Corrected implements PenaltyLaws {
    @Override
    public Penalty penalty() {
      return CORRECTED;
    }

    @Override
    public List<String> strengths() {
      return List.of("l1", "l2");
    }
  }

  @Test
  void value_isBothSums() {
    assertThat(Tensors.toDoubles(NAIVE.value(weight, strengths)))
        .containsExactly(39, 4.5); // 2 * 7 + 1 * 25, 0.5 * 1 + 4 * 1
  }

  @Test
  void gradient_proximal_isThatOfTheSquares() {
    Tensor gradient = Given.tensor(new long[] {2, 1, 2}, 0, 0, 0, 0);
    NAIVE.addGradient(weight, gradient, strengths);
    assertThat(Tensors.toDoubles(gradient)).containsExactly(6, -8, 8, 0); // 2 * l2 * w
  }

  @Test
  void gradient_subgradient_hasTheSignsToo() {
    Tensor gradient = Given.tensor(new long[] {2, 1, 2}, 0, 0, 0, 0);
    new ElasticNet(Solver.SUBGRADIENT, false).addGradient(weight, gradient, strengths);
    assertThat(Tensors.toDoubles(gradient)).containsExactly(8, -10, 8.5, 0);
  }

  @Test
  void shrink_usesL1Alone() {
    NAIVE.shrink(weight, PerMember.same(0.5, 2).tensor(Precision.FLOAT64, 3), strengths);
    assertThat(Tensors.toDoubles(weight.value())).containsExactly(2, -3, 0.75, 0);
  }

  @Test
  void finish_naive_changesNothing() {
    NAIVE.finish(weight, strengths);
    assertThat(Tensors.toDoubles(weight.value())).containsExactly(3, -4, 1, 0);
  }

  @Test
  void finish_corrected_multipliesBy1PlusL2() {
    CORRECTED.finish(weight, strengths);
    assertThat(Tensors.toDoubles(weight.value())).containsExactly(6, -8, 5, 0);
  }

  @Test
  void corrected_linearSquaredErrorOneOutput_isAllowed() {
    assertThatCode(() -> CORRECTED.requireNetwork(true, true, 1)).doesNotThrowAnyException();
  }

  @Test
  void corrected_elsewhere_isRefusedWithTheReason() {
    for (Runnable elsewhere :
        List.<Runnable>of(
            () -> CORRECTED.requireNetwork(false, true, 1),
            () -> CORRECTED.requireNetwork(true, false, 1),
            () -> CORRECTED.requireNetwork(true, true, 2))) {
      assertThatIllegalArgumentException()
          .isThrownBy(elsewhere::run)
          .withMessage(
              "elastic-net corrected = true: expected a linear network (none) with mean squared"
                  + " error and one output, for which the factor 1 + l2 is derived; leave it out"
                  + " here");
    }
  }

  @Test
  void naive_anyNetwork_isAllowed() {
    assertThatCode(() -> NAIVE.requireNetwork(false, false, 10)).doesNotThrowAnyException();
  }

  @Test
  void of_readsSolverAndCorrection() {
    ElasticNet plain = ElasticNet.of(Given.settings("elastic-net(0.1, alpha=0.5)"));
    assertThat(plain.shrinks()).isTrue();
    plain.finish(weight, strengths);
    assertThat(Tensors.toDoubles(weight.value())).containsExactly(3, -4, 1, 0);
    ElasticNet other =
        ElasticNet.of(
            Given.settings("elastic-net(0.1, alpha=0.5, solver=subgradient, corrected=true)"));
    assertThat(other.shrinks()).isFalse();
    other.finish(weight, strengths);
    assertThat(Tensors.toDoubles(weight.value())).containsExactly(6, -8, 5, 0);
  }
}
