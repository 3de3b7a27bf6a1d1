package dev.bridle.layer;

import dev.bridle.population.Weight;
import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * An embedding at work: each member looks ids up in its own table. The gradient of a row is the sum
 * over the places where its id stands, in their order.
 */
final class Embedding implements Layer {
  private static final Scalar ZERO = Tensors.constant(0);
  private static final Scalar NONE = Tensors.constant(0L);

  private final EmbeddingNode node;
  private final Site site;
  private final Tensor table;
  private final Tensor tableGradient;
  private final Activations outputs;
  private Tensor ids = Unset.TENSOR;

  Embedding(EmbeddingNode node, Site site) {
    Weight weight = site.population().weight(node.table().name());
    this.node = node;
    this.site = site;
    this.table = weight.value();
    this.tableGradient = site.gradientOf(weight);
    this.outputs = site.activations(node.outputs());
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor found = ids(input);
    Tensor out = Rows.room(outputs, pass, input);
    Tensor bySteps = Rows.split(out, node.input().size(), node.size());
    for (int k = 0; k < out.size(0); k++) {
      Tensor rows = table.select(0, k).index_select(0, of(found, k));
      bySteps.select(0, k).copy_(withBatch(rows, input.size(1)));
    }
    bySteps.masked_fill_(padding(found, input.size(1)), ZERO);
    if (pass.training()) {
      ids = found;
    }
    return out.transpose(1, 2);
  }

  @Override
  public Tensor backward(Tensor gradient, boolean inputNeeded) {
    Tensor dz = Rows.ofGradient(gradient);
    long batch = dz.size(2);
    Tensor bySteps = Rows.split(dz, node.input().size(), node.size());
    Tensor visible = bySteps.masked_fill(padding(ids, batch), ZERO);
    if (site.carry() == 0) {
      tableGradient.zero_();
    } else {
      tableGradient.mul_(Tensors.constant(site.carry()));
    }
    for (int k = 0; k < dz.size(0); k++) {
      Tensor rows = visible.select(0, k).transpose(1, 2).reshape(-1, node.size());
      tableGradient.select(0, k).index_add_(0, of(ids, k), rows);
    }
    return gradient; // there is no slope along an id
  }

  /** {@code [T B, size] -> [T, size, B]}. */
  private Tensor withBatch(Tensor rows, long batch) {
    return rows.view(node.input().size(), batch, node.size()).transpose(1, 2);
  }

  private static Tensor of(Tensor ids, int k) {
    return ids.select(0, ids.size(0) == 1 ? 0 : k);
  }

  /** {@code [K or 1, T, 1, B]}: where there is nothing. */
  private Tensor padding(Tensor ids, long batch) {
    return ids.eq(NONE).view(ids.size(0), node.input().size(), 1, batch);
  }

  /** {@code [K, B, T] -> [K or 1, T B]}, checked. */
  private Tensor ids(Tensor input) {
    boolean shared = input.stride(0) == 0 || input.size(0) == 1;
    Tensor distinct = shared ? input.narrow(0, 0, 1) : input;
    float[] numbers = Tensors.toFloats(distinct.transpose(1, 2));
    long[] whole = new long[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      node.requireId(numbers[i]);
      whole[i] = (long) numbers[i];
    }
    return Tensors.of(whole, distinct.size(0), whole.length / distinct.size(0));
  }
}
