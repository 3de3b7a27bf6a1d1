package dev.bridle.pruning;

import dev.bridle.architecture.LayerSpec;
import dev.bridle.layer.Shape;
import java.util.stream.IntStream;

/**
 * An embedding, whose units are the columns of its table {@code [vocabulary, size]}. A column of
 * zeros says 0 for each id; any other says 0 at padding and something else elsewhere.
 */
final class EmbeddingPart implements Part {
  private final String name;
  private final LayerSpec.Embedding spec;
  private final Kernel table;

  EmbeddingPart(String name, LayerSpec.Embedding spec, double... table) {
    this.name = name;
    this.spec = spec;
    this.table = new Kernel(table, Shape.of(spec.size()));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int units() {
    return spec.size();
  }

  /** Row 0 stands for padding and is never read. */
  @Override
  public boolean isConstant(int unit) {
    return IntStream.range(1, spec.vocabulary()).allMatch(id -> table.isZero(id, unit));
  }

  @Override
  public LayerSpec with(int units) {
    return new LayerSpec.Embedding(spec.vocabulary(), units);
  }

  @Override
  public double[] cut(String weight, double[] values, Kept inputs, Kept units, double... missed) {
    return weight.equals(name + ".kernel") ? units.columns(values) : units.vector(values);
  }
}
