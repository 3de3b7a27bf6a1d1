package dev.bridle.population;

import dev.bridle.tensor.Key;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which draw of chance each member of a population belongs to: members of one replicate share data,
 * initial weights, batch order and noise, so that their recipes are compared in pairs.
 */
public final class Replicates {
  private final List<Key> keys;
  private final List<Group> groups;

  /**
   * The members of one replicate.
   *
   * @param key the replicate's root key
   * @param members their numbers in the population
   */
  public record Group(Key key, List<Integer> members) {}

  private Replicates(List<Key> keys) {
    this.keys = List.copyOf(keys);
    Map<Key, List<Integer>> found = new LinkedHashMap<>();
    for (int k = 0; k < keys.size(); k++) {
      found.computeIfAbsent(keys.get(k), key -> new ArrayList<>()).add(k);
    }
    this.groups =
        found.entrySet().stream()
            .map(e -> new Group(e.getKey(), List.copyOf(e.getValue())))
            .toList();
  }

  /** One key for each member. */
  public static Replicates of(List<Key> keys) {
    return new Replicates(keys);
  }

  /** The replicates of some members, in the order given. */
  public Replicates select(int... members) {
    return of(IntStream.of(members).mapToObj(keys::get).toList());
  }

  /** The key of each member. */
  public List<Key> keys() {
    return keys;
  }

  /** The members by replicate. */
  public List<Group> groups() {
    return groups;
  }

  /** Whether all members belong to one replicate: a batch is then gathered once for all. */
  public boolean shared() {
    return groups.size() == 1;
  }
}
