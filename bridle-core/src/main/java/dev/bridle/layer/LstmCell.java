package dev.bridle.layer;

import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Long short-term memory: \( c' = f c + i g, \; h' = o \tanh c' \), the gates o, i, f sigmoids and
 * g a hyperbolic tangent of their pre-activations, which lie in this order.
 *
 * <p>On the way back everything that does not depend on the gradient is computed for all time steps
 * at once; a step is then two products of the gradient by h' and one of that by c', which serves i,
 * f and g together since they lie side by side.
 */
final class LstmCell implements Cell {
  private static final Scalar ONE = Tensors.constant(1);

  private final int units;
  private final Room.Steps gates;
  private final Room.Steps sigmoids;
  private final Room.Steps output;
  private final Room.Steps input;
  private final Room.Steps forget;
  private final Room.Steps candidate;
  private final Room.Steps behindOutput;
  private final Room.Steps cells;
  private final Room.Steps squashed;
  private final Tensor product;
  private final Tensor cellGradient;
  private final Tensor wide;
  private Tensor ofOutput = Unset.TENSOR;
  private Tensor ofCell = Unset.TENSOR;
  private Tensor ofOthers = Unset.TENSOR;
  private Tensor forgetting = Unset.TENSOR;
  private Tensor past = Unset.TENSOR;

  LstmCell(int steps, int units, Room room) {
    this.units = units;
    this.gates = room.steps(steps, 4 * units);
    this.sigmoids = gates.rows(0, 3 * units, room);
    this.output = gates.rows(0, units, room);
    this.input = gates.rows(units, units, room);
    this.forget = gates.rows(2 * units, units, room);
    this.candidate = gates.rows(3 * units, units, room);
    this.behindOutput = gates.rows(units, 3 * units, room);
    this.cells = room.steps(steps + 1, units);
    this.squashed = room.steps(steps, units);
    this.product = room.zeros(room.members(), units, room.batch());
    this.cellGradient = room.zeros(room.members(), units, room.batch());
    this.wide = room.keep(cellGradient.unsqueeze(1));
  }

  /** The cell state before the first step, {@code [K, H, B]}: zeros that may be written over. */
  Tensor start() {
    return cells.at(0);
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
    Sigmoid.of(sigmoids.at(t));
    candidate.at(t).tanh_();
    Tensor cell = cells.at(t + 1);
    torch.mul_out(product, input.at(t), candidate.at(t));
    torch.mul_out(cell, forget.at(t), cells.at(t));
    cell.add_(product);
    torch.tanh_out(squashed.at(t), cell);
    torch.mul_out(after, output.at(t), squashed.at(t));
  }

  @Override
  public void hold(int t, Tensor kept) {
    Tensor cell = cells.at(t + 1);
    cell.copy_(torch.where(kept, cells.at(t), cell));
  }

  @Override
  public void blend(int t, Tensor share) {
    Tensor cell = cells.at(t + 1);
    cell.add_(cells.at(t).sub(cell).mul_(share));
  }

  @Override
  public void prepareBackward(Room.Steps states) {
    int steps = squashed.each().size();
    Tensor o = output.all();
    Tensor i = input.all();
    Tensor g = candidate.all();
    Tensor slopes = sigmoids.all().sub(sigmoids.all().mul(sigmoids.all()));
    Tensor tanh = squashed.all();
    ofOutput = slopes.narrow(2, 0, units).mul(tanh);
    ofCell = tanh.mul(tanh).neg_().add_(ONE).mul_(o);
    Tensor ofInput = slopes.narrow(2, units, units).mul(g);
    Tensor ofForget = slopes.narrow(2, 2L * units, units).mul(cells.all().narrow(0, 0, steps));
    Tensor ofCandidate = g.mul(g).neg_().add_(ONE).mul_(i);
    ofOthers = torch.stack(new TensorVector(ofInput, ofForget, ofCandidate), 2);
    forgetting = forget.all().clone(); // the gates' memory takes their gradients
    cellGradient.zero_();
  }

  @Override
  public void backward(int t, Tensor gradient) {
    torch.mul_out(product, gradient, ofCell.select(0, t));
    cellGradient.add_(product);
    torch.mul_out(output.at(t), gradient, ofOutput.select(0, t));
    Tensor others = behindOutput.at(t);
    torch.mul_out(
        others.view(others.size(0), 3, units, others.size(2)), wide, ofOthers.select(0, t));
    cellGradient.mul_(forgetting.select(0, t));
  }

  @Override
  public void holdBackward(Tensor kept) {
    past = cellGradient.mul(kept);
    cellGradient.sub_(past);
  }

  @Override
  public void joinBackward() {
    cellGradient.add_(past);
  }

  @Override
  public boolean direct() {
    return false;
  }
}
