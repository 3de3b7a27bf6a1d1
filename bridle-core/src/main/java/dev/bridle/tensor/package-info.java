/**
 * Native memory, and everything that has to be exact about it: scopes and arenas, per-member
 * vectors, random streams, threads, precision.
 *
 * <p>The only package that handles lifetimes of native objects. A step opens a {@link
 * dev.bridle.tensor.Scope} and whatever it makes dies with it; what outlives a step belongs to an
 * {@link dev.bridle.tensor.Arena}, which somebody closes. Tensors of a population have the member
 * axis first: {@code [K, ...]}.
 */
@NullMarked
package dev.bridle.tensor;

import org.jspecify.annotations.NullMarked;
