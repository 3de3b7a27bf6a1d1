package dev.bridle.layer;

import dev.bridle.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A recurrent layer at work: one or two {@linkplain Direction directions} over a series, whose
 * states go out side by side.
 */
public final class Recurrent implements Layer {
  private static final Scalar ZERO = Tensors.constant(0);

  private final RecurrentNode node;
  private final Site site;
  private final Inside inside;
  private final Rows rows;
  private final Activations outputs;
  private final Activations inputGradients;
  private final List<Direction> directions = new ArrayList<>();
  private Optional<Tensor> padding = Optional.empty();
  private Tensor maskedInput = Unset.TENSOR;

  Recurrent(RecurrentNode node, Site site, Inside inside) {
    this.node = node;
    this.site = site;
    this.inside = inside;
    this.rows = new Rows(site, node.input().size());
    this.outputs = site.activations(node.outputs());
    this.inputGradients = site.activations(node.input().size());
    for (int d = 0; d < node.directions().size(); d++) {
      directions.add(new Direction(node, d, site, inside));
    }
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor flat = rows.of(input, pass);
    Tensor x = Rows.split(flat, node.steps(), node.features());
    Optional<Tensor> absent = node.masked() ? absent(x) : Optional.empty();
    if (pass.training()) {
      padding = absent;
    }
    if (pass.noisy()) {
      inside.draw(pass.step());
    }
    Tensor seen = pass.noisy() ? inside.ofInputs().map(m -> masked(x, m)).orElse(x) : x;
    Tensor out = Rows.room(outputs, pass, input);
    for (Direction direction : directions) {
      direction.forward(seen, absent, statesOf(out, direction), pass);
    }
    if (node.sequence()) {
      absent.ifPresent(a -> bySteps(out).masked_fill_(a, ZERO));
    }
    return out.transpose(1, 2);
  }

  private Tensor masked(Tensor x, Tensor mask) {
    if (!maskedInput.defined()) {
      maskedInput =
          site.arena()
              .zeros(site.precision(), site.members(), node.steps(), node.features(), site.batch());
    }
    torch.mul_out(maskedInput, x, mask);
    return maskedInput;
  }

  /** {@code [K or 1, T, 1, B]}: where all numbers of a step are 0; nothing where none is. */
  private static Optional<Tensor> absent(Tensor x) {
    Tensor absent = x.eq(ZERO).all(2, true);
    return absent.any().item_bool() ? Optional.of(absent) : Optional.empty();
  }

  @Override
  public Tensor backward(Tensor gradient, boolean inputNeeded) {
    Tensor dz = Rows.ofGradient(gradient);
    if (node.sequence()) {
      padding.ifPresent(a -> bySteps(dz).masked_fill_(a, ZERO));
    }
    Tensor dx = inputGradients.training().transpose(1, 2);
    Tensor bySteps = Rows.split(dx, node.steps(), node.features());
    for (Direction direction : directions) {
      direction.backward(statesOf(dz, direction), bySteps, inputNeeded);
    }
    if (inputNeeded) {
      inside.ofInputs().ifPresent(bySteps::mul_);
    }
    return dx.transpose(1, 2);
  }

  /** {@code [K, T, states, B]} of a sequence. */
  private Tensor bySteps(Tensor ordered) {
    return Rows.split(ordered, node.steps(), node.shape().size(1));
  }

  /** The part {@code [K, T or 1, H, B]} that belongs to a direction. */
  private Tensor statesOf(Tensor ordered, Direction direction) {
    Tensor all = node.sequence() ? bySteps(ordered) : ordered.unsqueeze(1);
    return all.narrow(2, (long) direction.number() * node.units(), node.units());
  }

  /**
   * The state before the first step of a training pass, {@code [K, H, B]}: zeros that may be
   * written over, for series that go on.
   */
  public Tensor start(int direction) {
    return directions.get(direction).start();
  }

  /** The same of the cell state of an LSTM. */
  public Tensor cellStart(int direction) {
    return directions.get(direction).cellStart();
  }
}
