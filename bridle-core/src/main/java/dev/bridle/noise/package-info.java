/**
 * Normal noise added in training only: to what goes into the network, or to what its layers make.
 * Layers woven into the network, {@code [K, B, F] -> [K, B, F]}; the noise belongs to the replicate
 * and is multiplied by each member's own deviation.
 */
@NullMarked
package dev.bridle.noise;

import org.jspecify.annotations.NullMarked;
