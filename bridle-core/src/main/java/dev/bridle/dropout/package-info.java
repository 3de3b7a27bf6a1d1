/**
 * The dropout family: random factors on activations, in training only, scaled so that the
 * expectation is unchanged. Layers woven into the network, {@code [K, B, F] -> [K, B, F]}; the
 * random bits belong to the replicate and are compared with each member's own rate.
 */
@NullMarked
package dev.bridle.dropout;

import org.jspecify.annotations.NullMarked;
