package dev.bridle.layer;

import dev.bridle.population.Replicates;
import dev.bridle.tensor.MaskBuffer;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Tensors;
import java.util.Optional;
import java.util.OptionalInt;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * What regularizers do inside a recurrent layer: variational dropout multiplies the inputs and the
 * states of all time steps by one mask, a sequence its own; zoneout keeps single units at their old
 * state. The states of each direction have masks of their own.
 */
final class Inside {
  private static final Scalar HALF = Tensors.constant(0.5);

  private final RecurrentNode node;
  private final Site site;
  private final Optional<PerMember> rates;
  private final Optional<PerMember> zones;
  private final Optional<MaskBuffer> inputs;
  private final Optional<MaskBuffer> states;
  private final Optional<MaskBuffer> kept;

  private Inside(RecurrentNode node, Site site) {
    this.node = node;
    this.site = site;
    this.rates = numbers(node.dropout());
    this.zones = numbers(node.zoneout());
    int directions = node.directions().size();
    this.inputs = rates.map(r -> buffer(node.features()));
    this.states = rates.map(r -> buffer(node.units() * directions));
    this.kept = zones.map(z -> buffer(node.steps() * node.units() * directions));
  }

  /** What the terms of a node do. */
  static Inside of(RecurrentNode node, Site site) {
    return new Inside(node, site);
  }

  private Optional<PerMember> numbers(OptionalInt term) {
    return term.isPresent()
        ? Optional.of(site.strengths().get(term.getAsInt()).get("rate"))
        : Optional.empty();
  }

  private MaskBuffer buffer(int numbers) {
    return new MaskBuffer(site.arena(), site.precision(), site.members(), numbers * site.batch());
  }

  /** Draws the masks of a training step. */
  void draw(long step) {
    inputs.ifPresent(b -> mask(b, "variational-dropout/input", step));
    states.ifPresent(b -> mask(b, "variational-dropout/state", step));
    kept.ifPresent(b -> keep(b, step));
  }

  private void mask(MaskBuffer buffer, String what, long step) {
    for (Replicates.Group group : site.replicates().groups()) {
      buffer.draw(group.key().at(node.name() + "/" + what).at(step).stream());
      for (int k : group.members()) {
        buffer.mask(k, rates.orElseThrow().get(k));
      }
    }
  }

  private void keep(MaskBuffer buffer, long step) {
    for (Replicates.Group group : site.replicates().groups()) {
      buffer.draw(group.key().at(node.name() + "/zoneout").at(step).stream());
      for (int k : group.members()) {
        buffer.choose(k, zones.orElseThrow().get(k), 1, 0);
      }
    }
  }

  /** What the inputs of all time steps are multiplied by, {@code [K, 1, F, B]}, in training. */
  Optional<Tensor> ofInputs() {
    return inputs.map(b -> b.tensor().view(site.members(), 1, node.features(), site.batch()));
  }

  /** What the states of a direction are multiplied by, {@code [K, H, B]}, in training. */
  Optional<Tensor> ofStates(int direction) {
    return states.map(b -> part(b, direction, 1, node.units()).select(1, 0));
  }

  /** Where the states of a direction stay, {@code [K, T, H, B]}, in training. */
  Optional<Tensor> kept(int direction) {
    return kept.map(b -> part(b, direction, node.steps(), node.units()).gt(HALF));
  }

  /** The share of the old state in an evaluation, {@code [K, 1, 1]}. */
  Optional<Tensor> share() {
    return node.zoneout().isPresent()
        ? Optional.of(zones.orElseThrow().tensor(site.precision(), 3))
        : Optional.empty();
  }

  private Tensor part(MaskBuffer buffer, int direction, int steps, int rows) {
    Tensor all =
        buffer.tensor().view(site.members(), node.directions().size(), steps, rows, site.batch());
    return all.select(1, direction);
  }
}
