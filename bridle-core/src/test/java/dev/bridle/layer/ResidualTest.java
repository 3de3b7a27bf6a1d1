package dev.bridle.layer;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.architecture.Activation;
import dev.bridle.population.Initial;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

final class ResidualTest implements LayerLaws {
  @Override
  public Node node(int features) {
    return new ResidualNode(
        "residual1",
        Shape.of(features),
        List.of(
            new ActivationNode("residual1/tanh", Activation.TANH, Shape.of(features)),
            new DenseNode("residual1/dense1", features, 3, Initial.HE),
            new ActivationNode("residual1/dense1/tanh", Activation.TANH, Shape.of(3)),
            new DenseNode("residual1/dense2", 3, features, Initial.HE)));
  }

  @Override
  public Tensor reference(List<Tensor> w, Tensor x) {
    Tensor hidden = product(x.tanh(), w.get(0)).add(w.get(2).unsqueeze(1)).tanh();
    return product(hidden, w.get(1)).add(w.get(3).unsqueeze(1)).add(x);
  }

  private static Tensor product(Tensor x, Tensor kernel) {
    return x.matmul(kernel.transpose(1, 2));
  }

  @Test
  void branch_thatChangesTheShape_isAnError() {
    List<Node> branch = List.of(new DenseNode("residual1/dense1", 4, 3, Initial.HE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ResidualNode("residual1", Shape.of(4), branch))
        .withMessage(
            "residual1: its layers turn [4] into [3], expected the same shape, since both are added");
  }
}
