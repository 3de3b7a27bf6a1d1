/**
 * Decay: a shrinkage of the weights that belongs to the update, not to the loss. Acts on weights
 * {@code [K, ...]} right before the update rule.
 */
@NullMarked
package dev.bridle.decay;

import org.jspecify.annotations.NullMarked;
