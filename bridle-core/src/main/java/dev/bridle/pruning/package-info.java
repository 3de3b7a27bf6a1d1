/**
 * Pruning: sets of weights of which more and more are 0, as constraints {@code [K, ...]} that
 * shrink while a network is trained; and what becomes of zeros in a trained network, a smaller one
 * ({@link dev.bridle.pruning.Compaction}).
 */
@NullMarked
package dev.bridle.pruning;

import org.jspecify.annotations.NullMarked;
