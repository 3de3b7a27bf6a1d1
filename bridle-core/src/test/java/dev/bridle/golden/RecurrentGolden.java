package dev.bridle.golden;

import dev.bridle.layer.CellKind;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Recurrent;
import dev.bridle.layer.RecurrentNode;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Site;
import dev.bridle.population.Population;
import dev.bridle.tensor.MaskBuffer;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * LSTM and GRU from states of zero and others, there and back. The reference has its gates in
 * PyTorch's order, and two biases where we have one: its sum.
 */
final class RecurrentGolden implements Topic {
  /** Where our gates (output, input, forget, candidate) stand in i, f, g, o. */
  private static final int[] LSTM_ORDER = {3, 0, 1, 2};

  private static final int[] GRU_ORDER = {0, 1, 2};
  private static final long MOST_STEPS = 3_000_000;

  @Override
  public String file() {
    return "recurrent.json";
  }

  @Override
  public boolean isBuilt(GoldenCase c) {
    return true;
  }

  @Override
  public void compute(GoldenCase c, Company company, Readings readings) {
    new Case(c, company, readings).compute();
  }

  private record Case(GoldenCase golden, Company company, Readings readings) {
    Fields f() {
      return golden.fields();
    }

    boolean isLstm() {
      return golden.name().startsWith("lstm");
    }

    int[] order() {
      return isLstm() ? LSTM_ORDER : GRU_ORDER;
    }

    void compute() {
      boolean masked = f().has("mask_x");
      long[] shape = f().array("x").shape();
      int units = (int) f().array("weight_hh").shape()[1];
      CellKind kind = isLstm() ? CellKind.LSTM : CellKind.GRU;
      Shape input = Shape.of((int) shape[1], (int) shape[2]);
      RecurrentNode node = RecurrentNode.of("rnn1", kind, input, units, false, true, false);
      RecurrentNode inside = masked ? node.withDropout(0) : node;
      Population population = company.population(node.weights(), List.of());
      Map<String, Double> rate = masked ? Map.of("rate", f().number("rate")) : Map.of();
      Site site = company.site(population, company.strengths(rate), (int) shape[0]);
      set(site, "rnn1/input.kernel", f().array("weight_ih"));
      set(site, "rnn1/recurrent.kernel", f().array("weight_hh"));
      set(site, "rnn1/input.bias", isLstm() ? sumOfBiases() : f().array("bias_ih"));
      if (!isLstm()) {
        set(site, "rnn1/recurrent.bias", f().array("bias_hh"));
      }
      Recurrent layer = (Recurrent) inside.build(site);
      if (f().has("h0")) {
        layer.start(0).copy_(company.tensor(f().array("h0")).transpose(1, 2));
      }
      if (f().has("c0")) {
        layer.cellStart(0).copy_(company.tensor(f().array("c0")).transpose(1, 2));
      }
      Pass pass = Pass.training(masked ? stepWithMasks(units) : 0);
      GoldenArray out = f().array("output");
      Tensor y = layer.forward(company.tensor(flat(f().array("x"))), pass);
      readings.near("output", out, company.ours(y).reshaped(out.shape()));
      if (f().has("h_n")) {
        int steps = (int) shape[1];
        Tensor last = y.narrow(2, (long) (steps - 1) * units, units);
        readings.near("h_n", f().array("h_n"), company.ours(last));
        gradients(layer, site);
      }
    }

    private void gradients(Recurrent layer, Site site) {
      Tensor dx = layer.backward(company.tensor(flat(f().array("r"))), true);
      GoldenArray x = f().array("grad_x");
      readings.near("grad_x", x, company.ours(dx).reshaped(x.shape()));
      near(site, "grad_weight_ih", "rnn1/input.kernel");
      near(site, "grad_weight_hh", "rnn1/recurrent.kernel");
      near(site, "grad_bias_ih", "rnn1/input.bias");
      near(site, "grad_bias_hh", isLstm() ? "rnn1/input.bias" : "rnn1/recurrent.bias");
    }

    private void near(Site site, String field, String name) {
      GoldenArray found = company.ours(site.gradientOf(site.population().weight(name)));
      readings.near(field, reordered(f().array(field)), found);
    }

    private GoldenArray sumOfBiases() {
      GoldenArray other = f().array("bias_hh");
      double[] sum = f().array("bias_ih").data();
      Arrays.setAll(sum, i -> sum[i] + other.get(i));
      return GoldenArray.vector(sum);
    }

    private void set(Site site, String name, GoldenArray value) {
      site.population().weight(name).value().copy_(company.tensor(reordered(value)));
    }

    /** Blocks of rows, one for each gate, in our order. */
    private GoldenArray reordered(GoldenArray rows) {
      int each = rows.size() / order().length;
      double[] moved = new double[rows.size()];
      for (int gate = 0; gate < order().length; gate++) {
        System.arraycopy(rows.data(), order()[gate] * each, moved, gate * each, each);
      }
      return GoldenArray.of(moved, rows.shape());
    }

    /** Masks cannot be handed in, but in some step the layer draws the given ones by itself. */
    private long stepWithMasks(int units) {
      GoldenArray maskX = f().array("mask_x");
      GoldenArray maskH = f().array("mask_h");
      MaskBuffer x = new MaskBuffer(company.arena(), Precision.FLOAT32, 1, maskX.size());
      MaskBuffer h = new MaskBuffer(company.arena(), Precision.FLOAT32, 1, maskH.size());
      for (long step = 0; step < MOST_STEPS; step++) {
        if (draws(x, "input", step, maskX) && draws(h, "state", step, maskH)) {
          return step;
        }
      }
      throw new AssertionError("the masks did not come up in " + MOST_STEPS + " steps");
    }

    private boolean draws(MaskBuffer buffer, String what, long step, GoldenArray mask) {
      String place = "rnn1/variational-dropout/" + what;
      buffer.draw(Company.REPLICATE.at(place).at(step).stream());
      buffer.mask(0, f().number("rate"));
      double[] kept = Tensors.toDoubles(buffer.tensor());
      int rows = (int) mask.shape()[0];
      for (int i = 0; i < kept.length; i++) {
        if (Math.signum(kept[i]) != mask.get(i % rows * (kept.length / rows) + i / rows)) {
          return false;
        }
      }
      return true;
    }
  }

  private static GoldenArray flat(GoldenArray x) {
    long batch = x.shape()[0];
    return x.reshaped(batch, x.size() / batch);
  }
}
