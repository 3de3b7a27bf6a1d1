/**
 * K networks of one structure, trained together: their state, and what each weight says about
 * itself.
 *
 * <p>A {@link dev.bridle.population.Population} owns one tensor {@code [K, P]} that holds
 * everything that belongs to its members; a {@link dev.bridle.population.Weight} is a view {@code
 * [K, out, in]} of part of it that knows which axes make up a unit's incoming vector.
 */
@NullMarked
package dev.bridle.population;

import org.jspecify.annotations.NullMarked;
