package dev.bridle.normalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.layer.LayerRig;
import dev.bridle.layer.LayerRig.Form;
import dev.bridle.layer.Node;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Woven;
import dev.bridle.layer.WovenLaws;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Given;
import dev.bridle.testing.InScope;
import dev.bridle.testing.Packed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InScope.class)
final class GroupNormTest {
  /** Groups of two, one, one of four channels, by member; of series their time steps too. */
  interface GroupLaws extends WovenLaws {
    Shape shape(int features);

    @Override
    default Woven woven() {
      return new GroupNorm(Woven.Position.BEFORE_ACTIVATION);
    }

    @Override
    default Node node(int features) {
      return woven().node("conv1/group-norm", shape(Math.min(features, 9)), 0);
    }

    @Override
    default int numbers(int features) {
      return shape(Math.min(features, 9)).size();
    }

    @Override
    default Map<String, PerMember> strengths(int members) {
      double[] groups = new double[members];
      double[] epsilons = new double[members];
      for (int k = 0; k < members; k++) {
        groups[k] = k % 3 == 0 ? 2 : 4 / (k % 2 + 1);
        epsilons[k] = 1e-3 * (k + 1);
      }
      return Map.of("groups", PerMember.of(groups), "epsilon", PerMember.of(epsilons));
    }

    @Override
    default Tensor reference(List<Tensor> weights, Tensor input) {
      Shape shape = shape(1);
      for (int features = 2; shape.size() != input.size(2); features++) {
        shape = shape(features);
      }
      Map<String, PerMember> numbers = strengths((int) input.size(0));
      List<Tensor> members = new ArrayList<>();
      for (int k = 0; k < input.size(0); k++) {
        long batch = input.size(1);
        long[] around = shape.aroundChannels();
        Tensor x = input.select(0, k).reshape(batch, around[0], around[1], around[2]);
        long groups = (long) numbers.get("groups").get(k);
        Tensor g = x.transpose(1, 2).reshape(batch, groups, -1);
        Tensor mean = g.mean(new long[] {2}, true, new ScalarTypeOptional());
        Tensor c = g.sub(mean);
        Tensor variance = c.square().mean(new long[] {2}, true, new ScalarTypeOptional());
        Tensor root = variance.add(Tensors.constant(numbers.get("epsilon").get(k))).sqrt();
        Tensor y = c.div(root).reshape(batch, around[1], around[0] * around[2]);
        y = y.mul(weights.get(0).select(0, k).unsqueeze(1));
        y = y.add(weights.get(1).select(0, k).unsqueeze(1));
        y = y.reshape(batch, around[1], around[0], around[2]).transpose(1, 2);
        members.add(y.reshape(batch, -1));
      }
      return torch.stack(new TensorVector(members.toArray(Tensor[]::new)), 0);
    }
  }

  @Nested
  final class OfImages implements GroupLaws {
    @Override
    public Shape shape(int features) {
      return Shape.of(4, 2, 1 + features);
    }
  }

  @Nested
  final class OfSeries implements GroupLaws {
    @Override
    public Shape shape(int features) {
      return Shape.of(1 + features, 4);
    }
  }

  /** Channels (1, 3) and (10, 30) of one pixel each, epsilon so small that it does not count. */
  @Test
  void groups_areStandardisedApart() {
    Node node = new GroupNorm(Woven.Position.BEFORE_ACTIVATION).node("c/g", Shape.of(4, 1, 1), 0);
    Map<String, PerMember> two = Map.of("groups", PerMember.of(2), "epsilon", PerMember.of(1e-300));
    try (LayerRig rig = LayerRig.drawn(Form.of(node, two, 1, 1), Precision.FLOAT64)) {
      Packed.set(rig.population(), 0, 1, 1, 1, 1, 0, 0, 0, 0);
      Tensor out = rig.forward(Given.tensor(new long[] {1, 1, 4}, 1, 3, 10, 30), Pass.EVALUATION);
      assertThat(Tensors.toDoubles(out)).containsExactly(-1, 1, -1, 1);
    }
  }

  @Test
  void groups_thatDoNotDivideTheChannels_areAnError() {
    Node node = new GroupNorm(Woven.Position.BEFORE_ACTIVATION).node("conv1/g", 4, 0);
    Map<String, PerMember> three = Map.of("groups", PerMember.of(3), "epsilon", PerMember.of(1e-5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LayerRig.drawn(Form.of(node, three, 1, 1), Precision.FLOAT64))
        .withMessage("conv1/g: groups = 3, expected a divisor of 4 channels");
  }
}
