package dev.bridle.layer;

import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** \( h' = \tanh(a) \), with derivative \( 1 - h'^2 \). */
final class SimpleCell implements Cell {
  private static final Scalar ONE = Tensors.constant(1);

  private final Room.Steps gates;
  private Tensor slopes = Unset.TENSOR;

  SimpleCell(int steps, int units, Room room) {
    this.gates = room.steps(steps, units);
  }

  @Override
  public Room.Steps fromInput() {
    return gates;
  }

  @Override
  public Room.Steps fromState() {
    return gates;
  }

  @Override
  public void forward(int t, Tensor before, Tensor after) {
    torch.tanh_out(after, gates.at(t));
    gates.at(t).copy_(after); // the state may be held back, its slope not
  }

  @Override
  public void prepareBackward(Room.Steps states) {
    Tensor h = gates.all();
    slopes = h.mul(h).neg_().add_(ONE);
  }

  @Override
  public void backward(int t, Tensor gradient) {
    torch.mul_out(gates.at(t), gradient, slopes.select(0, t));
  }

  @Override
  public boolean direct() {
    return false;
  }
}
