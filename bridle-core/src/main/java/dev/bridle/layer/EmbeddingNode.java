package dev.bridle.layer;

import dev.bridle.population.Initial;
import dev.bridle.population.WeightSpec;
import java.util.List;

/**
 * An embedding as a value: a row of a table for each id of a series {@code [T] -> [T, size]}.
 *
 * <p>Ids are whole numbers from 0 to {@code vocabulary - 1}. Id 0 is padding: it stands for zeros,
 * and recurrent layers behind step over it; its row is never read. So does Keras with {@code
 * mask_zero} (where the row of id 0 is trained, though nothing sees it), PyTorch with {@code
 * padding_idx = 0}.
 *
 * @param name {@code embedding1}
 * @param input {@code [T]}
 * @param vocabulary how many ids there are
 * @param size how many numbers stand for an id
 */
public record EmbeddingNode(String name, Shape input, int vocabulary, int size) implements Node {

  /** Checks that ids come in. */
  public EmbeddingNode {
    if (!input.isFlat()) {
      throw new IllegalArgumentException(
          "embedding on input " + input + ": expected [time], an id for each step");
    }
  }

  @Override
  public Shape shape() {
    return Shape.of(input.size(), size);
  }

  /** The table, {@code [vocabulary, size]}: a row is a unit. */
  public WeightSpec table() {
    return WeightSpec.kernel(name, List.of(vocabulary, size), Initial.LECUN);
  }

  /** Rows are looked up. */
  @Override
  public long multiplications() {
    return 0;
  }

  @Override
  public List<WeightSpec> weights() {
    return List.of(table());
  }

  @Override
  public boolean outputMayBeScaled() {
    return true;
  }

  @Override
  public Layer build(Site site) {
    return new Embedding(this, site);
  }

  /** Refuses a number that is not the id of a row of the table. */
  public void requireId(float number) {
    if (!(number >= 0 && number < vocabulary && number == Math.rint(number))) {
      throw new IllegalArgumentException(
          name + ": id " + number + ", expected a whole number from 0 to " + (vocabulary - 1));
    }
  }
}
