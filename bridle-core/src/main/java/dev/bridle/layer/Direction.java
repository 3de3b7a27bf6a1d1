package dev.bridle.layer;

import dev.bridle.layer.RecurrentNode.Directed;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Product;
import dev.bridle.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * One direction of a recurrent layer: a cell, its kernels, and the loop over time.
 *
 * <p>In memory a time step of all rows lies as {@code [F, B]}, so that each product of a step is in
 * the form that the BLAS is best at ({@link Product}); between the products all members take the
 * same operators.
 */
final class Direction {
  private final RecurrentNode node;
  private final int number;
  private final Site site;
  private final Inside inside;
  private final Tensor inputKernel;
  private final Tensor stateKernel;
  private final List<Tensor> biases = new ArrayList<>();
  private final Tensor inputKernelGradient;
  private final Tensor stateKernelGradient;
  private final List<Tensor> biasGradients = new ArrayList<>();
  private Optional<Unrolled> training = Optional.empty();
  private Optional<Tensor> held = Optional.empty();
  private Optional<Tensor> stateMask = Optional.empty();

  Direction(RecurrentNode node, int number, Site site, Inside inside) {
    Directed declared = node.directions().get(number);
    Weight input = site.population().weight(declared.input().name());
    Weight state = site.population().weight(declared.state().name());
    this.node = node;
    this.number = number;
    this.site = site;
    this.inside = inside;
    this.inputKernel = input.value();
    this.stateKernel = state.value();
    this.inputKernelGradient = site.gradientOf(input);
    this.stateKernelGradient = site.gradientOf(state);
    for (var bias : declared.biases()) {
      Weight weight = site.population().weight(bias.name());
      biases.add(site.arena().keep(weight.value().unsqueeze(2)));
      biasGradients.add(site.arena().keep(site.gradientOf(weight).unsqueeze(2)));
    }
  }

  /** 0 for the one from the start, 1 for the one from the end. */
  int number() {
    return number;
  }

  /** The cell over all time steps of one batch, with its products bound to their memory. */
  private final class Unrolled {
    private final Cell cell;
    private final Room.Steps states;
    private final Optional<Room.Steps> maskedStates;
    private final Tensor gradient;
    private final Tensor through;
    private final List<Product> fromState = new ArrayList<>();
    private List<Product> fromInput = List.of();
    private List<Product> toInputKernel = List.of();
    private final List<Product> toStateKernel = new ArrayList<>();
    private final List<Product> toState = new ArrayList<>();
    private final List<List<Product>> toBiases = new ArrayList<>();
    private List<Product> toInput = List.of();
    private long boundTo;

    Unrolled(Room room, boolean noisy) {
      int steps = node.steps();
      this.cell = node.cell().make(steps, node.units(), room);
      this.states = room.steps(steps + 1, node.units());
      this.maskedStates =
          noisy && node.dropout().isPresent()
              ? Optional.of(room.steps(steps, node.units()))
              : Optional.empty();
      this.gradient = room.zeros(room.members(), node.units(), room.batch());
      this.through =
          room.keeping() && maskedStates.isPresent()
              ? room.zeros(room.members(), node.units(), room.batch())
              : gradient;
      for (int s = 0; s < steps; s++) {
        Tensor rows = cell.fromState().at(s);
        fromState.add(Product.of(rows, stateKernel, seenState(s)));
        if (room.keeping()) {
          toStateKernel.add(Product.byTransposed(stateKernelGradient, rows, seenState(s)));
          toState.add(Product.ofTransposed(through, stateKernel, rows));
        }
      }
      if (room.keeping()) {
        bindBiases(room);
      }
    }

    /** Sums over the batch: products with ones, since each member's is then a call of its own. */
    void bindBiases(Room room) {
      Tensor ones = room.zeros(1, room.batch(), 1).fill_(Tensors.constant(1));
      for (int i = 0; i < biases.size(); i++) {
        Room.Steps rows = i == 0 ? cell.fromInput() : cell.fromState();
        List<Product> sums = new ArrayList<>();
        for (int s = 0; s < node.steps(); s++) {
          sums.add(Product.of(biasGradients.get(i), rows.at(s), ones));
        }
        toBiases.add(sums);
      }
    }

    /** The state before step s as the product sees it. */
    Tensor seenState(int s) {
      return maskedStates.map(m -> m.at(s)).orElseGet(() -> states.at(s));
    }

    /** Binds the products that read the input, if it is elsewhere than in the last step. */
    void bind(Tensor x, boolean keeping) {
      long address = x.data_ptr().address() + x.size(0);
      if (address == boundTo) {
        return;
      }
      boundTo = address;
      fromInput = new ArrayList<>();
      toInputKernel = new ArrayList<>();
      for (int s = 0; s < node.steps(); s++) {
        Tensor rows = cell.fromInput().at(s);
        Tensor step = x.select(1, time(s));
        fromInput.add(Product.of(rows, inputKernel, step));
        if (keeping) {
          toInputKernel.add(Product.byTransposed(inputKernelGradient, rows, step));
        }
      }
    }

    void bindBack(Tensor dx) {
      if (toInput.isEmpty()) { // the same memory in each step
        toInput = new ArrayList<>();
        for (int s = 0; s < node.steps(); s++) {
          Tensor rows = cell.fromInput().at(s);
          toInput.add(Product.ofTransposed(dx.select(1, time(s)), inputKernel, rows));
        }
      }
    }
  }

  /** The time step that is computed as number s. */
  private int time(int s) {
    return number == 0 ? s : node.steps() - 1 - s;
  }

  /**
   * Reads a series.
   *
   * @param x {@code [K or 1, T, F, B]}
   * @param padding {@code [K or 1, T, 1, B]}, true where there is no step
   * @param out where the states go, {@code [K, T or 1, H, B]}
   */
  void forward(Tensor x, Optional<Tensor> padding, Tensor out, Pass pass) {
    Unrolled unrolled = pass.training() ? kept() : fresh((int) x.size(3), pass);
    Optional<Tensor> holding = padding;
    if (pass.noisy()) {
      stateMask = inside.ofStates(number);
      holding = both(padding, inside.kept(number));
      held = holding;
    }
    unrolled.bind(x, pass.training());
    for (int s = 0; s < node.steps(); s++) {
      step(s, unrolled, holding, pass);
      if (node.sequence()) {
        out.select(1, time(s)).copy_(unrolled.states.at(s + 1));
      }
    }
    if (!node.sequence()) {
      out.select(1, 0).copy_(unrolled.states.at(node.steps()));
    }
  }

  private void step(int s, Unrolled u, Optional<Tensor> holding, Pass pass) {
    u.cell.fromInput().at(s).copy_(biases.get(0));
    if (node.cell().apart()) {
      u.cell.fromState().at(s).copy_(biases.get(1));
    }
    Tensor before = u.states.at(s);
    Tensor after = u.states.at(s + 1);
    if (pass.noisy() && stateMask.isPresent()) {
      torch.mul_out(u.seenState(s), before, stateMask.get());
    }
    u.fromInput.get(s).run(1);
    u.fromState.get(s).run(1);
    u.cell.forward(s, before, after);
    if (!pass.noisy()) {
      inside.share().ifPresent(share -> blend(s, u, share));
    }
    holding.ifPresent(
        h -> {
          Tensor kept = h.select(1, time(s));
          after.copy_(torch.where(kept, before, after));
          u.cell.hold(s, kept);
        });
  }

  /** At evaluation a unit keeps the share of its old state that it keeps on average in training. */
  private static void blend(int s, Unrolled u, Tensor share) {
    Tensor after = u.states.at(s + 1);
    after.add_(u.states.at(s).sub(after).mul_(share));
    u.cell.blend(s, share);
  }

  /**
   * The way back through the steps of the last training pass.
   *
   * @param dz by the states that went out, {@code [K, T or 1, H, B]}
   * @param dx where the gradient by the input goes, {@code [K, T, F, B]}; the second direction adds
   */
  void backward(Tensor dz, Tensor dx, boolean inputNeeded) {
    Unrolled u = kept();
    u.cell.prepareBackward(u.states);
    Tensor gradient = u.gradient;
    gradient.zero_();
    if (!node.sequence()) {
      gradient.copy_(dz.select(1, 0));
    }
    if (inputNeeded) {
      u.bindBack(dx);
    }
    for (int s = node.steps() - 1; s >= 0; s--) {
      if (node.sequence()) {
        gradient.add_(dz.select(1, time(s)));
      }
      stepBack(s, u);
      double carry = s == node.steps() - 1 ? site.carry() : 1;
      u.toStateKernel.get(s).run(carry);
      u.toInputKernel.get(s).run(carry);
      for (List<Product> toBias : u.toBiases) {
        toBias.get(s).run(carry);
      }
      if (inputNeeded) {
        u.toInput.get(s).run(number == 0 ? 0 : 1);
      }
    }
  }

  private void stepBack(int s, Unrolled u) {
    Tensor gradient = u.gradient;
    Optional<Tensor> past = Optional.empty();
    if (held.isPresent()) {
      Tensor kept = held.get().select(1, time(s)).to(gradient.scalar_type());
      past = Optional.of(gradient.mul(kept));
      gradient.sub_(past.get());
      u.cell.holdBackward(kept);
    }
    u.cell.backward(s, gradient);
    if (stateMask.isPresent()) {
      u.toState.get(s).run(0);
      u.through.mul_(stateMask.get());
      if (u.cell.direct()) {
        gradient.add_(u.through);
      } else {
        gradient.copy_(u.through);
      }
    } else {
      u.toState.get(s).run(u.cell.direct() ? 1 : 0);
    }
    if (past.isPresent()) {
      gradient.add_(past.get());
      u.cell.joinBackward();
    }
  }

  private Optional<Tensor> both(Optional<Tensor> padding, Optional<Tensor> zoned) {
    if (padding.isPresent() && zoned.isPresent()) {
      return Optional.of(padding.get().logical_or(zoned.get()));
    }
    return padding.isPresent() ? padding : zoned;
  }

  private Unrolled kept() {
    if (training.isEmpty()) {
      training = Optional.of(new Unrolled(room(site.batch(), true), true));
    }
    return training.get();
  }

  private Unrolled fresh(int batch, Pass pass) {
    return new Unrolled(room(batch, false), pass.noisy());
  }

  private Room room(int batch, boolean keeping) {
    return new Room(site.arena(), site.precision(), site.members(), batch, keeping);
  }

  Tensor start() {
    return kept().states.at(0);
  }

  Tensor cellStart() {
    if (kept().cell instanceof LstmCell lstm) {
      return lstm.start();
    }
    throw new IllegalStateException(node.name() + " has no cell state");
  }
}
