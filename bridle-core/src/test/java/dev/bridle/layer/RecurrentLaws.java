package dev.bridle.layer;

import dev.bridle.tensor.Tensors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** What every recurrent layer keeps to: it is its formula, step by step, member by member. */
public interface RecurrentLaws extends LayerLaws {
  /** The layer for series that grow with {@code features}. */
  RecurrentNode recurrent(int features);

  @Override
  default Node node(int features) {
    return recurrent(Math.min(features, 7));
  }

  @Override
  default int numbers(int features) {
    return recurrent(Math.min(features, 7)).input().size();
  }

  @Override
  default Tensor reference(List<Tensor> weights, Tensor input) {
    RecurrentNode node = recurrent(1);
    for (int features = 2; node.input().size() != input.size(2); features++) {
      node = recurrent(features);
    }
    int batch = (int) input.size(1);
    List<Tensor> members = new ArrayList<>();
    try (Masks masks = Masks.drawn(node, strengths((int) input.size(0)), batch)) {
      for (int k = 0; k < input.size(0); k++) {
        Tensor x = input.select(0, k).reshape(batch, node.steps(), node.features());
        members.add(ofMember(node, ofMember(weights, k), masks.inputs(x, k), masks, k));
      }
    }
    return stacked(members, 0);
  }

  private static List<Tensor> ofMember(List<Tensor> weights, int k) {
    List<Tensor> own = new ArrayList<>();
    weights.forEach(w -> own.add(w.select(0, k)));
    return own;
  }

  /** Kernels lie before biases. */
  private static Tensor ofMember(
      RecurrentNode node, List<Tensor> weights, Tensor x, Masks masks, int k) {
    int directions = node.directions().size();
    int biases = node.cell().apart() ? 2 : 1;
    List<Tensor> outputs = new ArrayList<>();
    for (int d = 0; d < directions; d++) {
      int from = 2 * directions + d * biases;
      List<Tensor> own = new ArrayList<>(weights.subList(2 * d, 2 * d + 2));
      own.addAll(weights.subList(from, from + biases));
      outputs.add(direction(node, own, x, masks.of(d, k)));
    }
    Tensor states = torch.cat(new TensorVector(outputs.toArray(Tensor[]::new)), 2);
    return states.reshape(x.size(0), -1);
  }

  /** {@code [B, T or 1, H]}. */
  private static Tensor direction(
      RecurrentNode node, List<Tensor> w, Tensor x, Masks.OfDirection masks) {
    boolean reverse = masks.number() == 1;
    Tensor h = x.select(1, 0).matmul(w.get(0).narrow(0, 0, node.units()).transpose(0, 1));
    h = h.mul(Tensors.constant(0));
    Tensor c = h;
    List<Tensor> states = new ArrayList<>();
    for (int s = 0; s < node.steps(); s++) {
      int t = reverse ? node.steps() - 1 - s : s;
      Tensor a = x.select(1, t).matmul(w.get(0).transpose(0, 1)).add(w.get(2));
      Tensor before = h;
      Tensor cellBefore = c;
      Tensor u = masks.state(h).matmul(w.get(1).transpose(0, 1));
      switch (node.cell()) {
        case SIMPLE -> h = a.add(u).tanh();
        case LSTM -> {
          Tensor z = a.add(u);
          c =
              gate(z, 2, node)
                  .sigmoid()
                  .mul(c)
                  .add(gate(z, 1, node).sigmoid().mul(gate(z, 3, node).tanh()));
          h = gate(z, 0, node).sigmoid().mul(c.tanh());
        }
        case GRU -> {
          Tensor v = u.add(w.get(3));
          Tensor r = gate(a, 0, node).add(gate(v, 0, node)).sigmoid();
          Tensor z = gate(a, 1, node).add(gate(v, 1, node)).sigmoid();
          Tensor n = gate(a, 2, node).add(r.mul(gate(v, 2, node))).tanh();
          h = n.add(z.mul(h.sub(n)));
        }
      }
      h = masks.kept(t, before, h);
      c = masks.kept(t, cellBefore, c);
      states.add(h);
    }
    if (!node.sequence()) {
      return h.unsqueeze(1);
    }
    if (reverse) {
      Collections.reverse(states);
    }
    return stacked(states, 1);
  }

  private static Tensor gate(Tensor rows, int number, RecurrentNode node) {
    return rows.narrow(1, (long) number * node.units(), node.units());
  }

  private static Tensor stacked(List<Tensor> tensors, long axis) {
    return torch.stack(new TensorVector(tensors.toArray(Tensor[]::new)), axis);
  }
}
