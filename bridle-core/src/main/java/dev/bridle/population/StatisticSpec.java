package dev.bridle.population;

/**
 * Numbers that belong to a member and are not trained: running means, initial norms. They are
 * saved, restored and compacted together with the weights.
 *
 * @param name under which they are saved: {@code dense1.running-mean}
 * @param size how many
 * @param initial their first value
 */
public record StatisticSpec(String name, int size, double initial) {}
