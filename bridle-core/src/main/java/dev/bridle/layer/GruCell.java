package dev.bridle.layer;

import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Gated recurrent unit: \( r, z = \sigma(a + s), \; n = \tanh(a_n + r \, s_n), \; h' = (1 - z) n +
 * z h \), with pre-activations a from the input and s from the state, biases included, in the order
 * r, z, n. The reset gate acts behind the product, as in PyTorch and in Keras by default.
 */
final class GruCell implements Cell {
  private static final Scalar ONE = Tensors.constant(1);

  private final int units;
  private final Room.Steps fromInput;
  private final Room.Steps fromState;
  private final Room.Steps inputGates;
  private final Room.Steps stateGates;
  private final Room.Steps reset;
  private final Room.Steps update;
  private final Room.Steps candidate;
  private final Room.Steps stateCandidate;
  private final Tensor product;
  private Tensor ofReset = Unset.TENSOR;
  private Tensor ofUpdate = Unset.TENSOR;
  private Tensor ofCandidate = Unset.TENSOR;
  private Tensor resetting = Unset.TENSOR;
  private Tensor updating = Unset.TENSOR;

  GruCell(int steps, int units, Room room) {
    this.units = units;
    this.fromInput = room.steps(steps, 3 * units);
    this.fromState = room.steps(steps, 3 * units);
    this.inputGates = fromInput.rows(0, 2 * units, room);
    this.stateGates = fromState.rows(0, 2 * units, room);
    this.reset = fromInput.rows(0, units, room);
    this.update = fromInput.rows(units, units, room);
    this.candidate = fromInput.rows(2 * units, units, room);
    this.stateCandidate = fromState.rows(2 * units, units, room);
    this.product = room.zeros(room.members(), units, room.batch());
  }

  @Override
  public Room.Steps fromInput() {
    return fromInput;
  }

  @Override
  public Room.Steps fromState() {
    return fromState;
  }

  @Override
  public void forward(int t, Tensor before, Tensor after) {
    Sigmoid.of(inputGates.at(t).add_(stateGates.at(t)));
    torch.mul_out(product, reset.at(t), stateCandidate.at(t));
    Tensor n = candidate.at(t);
    n.add_(product).tanh_();
    torch.sub_out(after, before, n, ONE);
    after.mul_(update.at(t)).add_(n);
  }

  @Override
  public void prepareBackward(Room.Steps states) {
    int steps = candidate.each().size();
    Tensor before = states.all().narrow(0, 0, steps);
    Tensor gates = inputGates.all();
    Tensor slopes = gates.sub(gates.mul(gates));
    Tensor n = candidate.all();
    updating = update.all().clone();
    resetting = reset.all().clone();
    ofReset = slopes.narrow(2, 0, units).mul(stateCandidate.all());
    ofUpdate = slopes.narrow(2, units, units).mul_(before.sub(n));
    ofCandidate = n.mul(n).neg_().add_(ONE).mul_(updating.neg().add_(ONE));
  }

  @Override
  public void backward(int t, Tensor gradient) {
    torch.mul_out(update.at(t), gradient, ofUpdate.select(0, t));
    torch.mul_out(candidate.at(t), gradient, ofCandidate.select(0, t));
    torch.mul_out(reset.at(t), candidate.at(t), ofReset.select(0, t));
    stateGates.at(t).copy_(inputGates.at(t));
    torch.mul_out(stateCandidate.at(t), candidate.at(t), resetting.select(0, t));
    gradient.mul_(updating.select(0, t));
  }

  @Override
  public boolean direct() {
    return true;
  }
}
