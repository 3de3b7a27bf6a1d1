package dev.bridle.layer;

import dev.bridle.population.Population;
import dev.bridle.population.Replicates;
import dev.bridle.population.StateLayout;
import dev.bridle.population.Strengths;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The masks that a recurrent layer of a {@link LayerRig} draws in step 1. */
final class Masks implements AutoCloseable {
  private final Arena arena = new Arena();
  private final Population population;
  private final Inside inside;

  private Masks(RecurrentNode node, Map<String, PerMember> numbers, int batch) {
    int members = numbers.isEmpty() ? 1 : numbers.values().iterator().next().size();
    population = Population.zeros(StateLayout.of(List.of(), List.of()), Precision.FLOAT64, members);
    List<Key> keys =
        IntStream.range(0, members).mapToObj(k -> Key.of(1).at("replicate").at(k % 2)).toList();
    Strengths strengths = new Strengths(numbers, Precision.FLOAT64, arena);
    Site site =
        new Site(
            population,
            population.trained(),
            0,
            Replicates.of(keys),
            List.of(strengths),
            batch,
            arena);
    inside = Inside.of(node, site);
    inside.draw(1);
  }

  static Masks drawn(RecurrentNode node, Map<String, PerMember> numbers, int batch) {
    return new Masks(node, numbers, batch);
  }

  /** Inputs {@code [B, T, F]} of a member, masked. */
  Tensor inputs(Tensor x, int k) {
    return inside.ofInputs().map(m -> x.mul(m.select(0, k).permute(2, 0, 1).clone())).orElse(x);
  }

  OfDirection of(int direction, int k) {
    return new OfDirection(
        direction,
        inside.ofStates(direction).map(m -> m.select(0, k).transpose(0, 1).clone()),
        inside.kept(direction).map(m -> m.select(0, k).clone()));
  }

  /** The masks {@code [B, H]} and {@code [T, H, B]} of one direction of a member. */
  record OfDirection(int number, Optional<Tensor> states, Optional<Tensor> keeping) {
    Tensor state(Tensor h) {
      return states.map(h::mul).orElse(h);
    }

    Tensor kept(int t, Tensor before, Tensor after) {
      return keeping
          .map(m -> torch.where(m.select(0, t).transpose(0, 1), before, after))
          .orElse(after);
    }
  }

  @Override
  public void close() {
    population.close();
    arena.close();
  }
}
