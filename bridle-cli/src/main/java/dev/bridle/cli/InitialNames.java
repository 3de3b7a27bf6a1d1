package dev.bridle.cli;

import dev.bridle.population.Initial;
import java.util.Iterator;

/** What may be written for the way in which first weights are drawn. */
final class InitialNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Initial.ofKernels().stream().map(Initial::toString).iterator();
  }
}
