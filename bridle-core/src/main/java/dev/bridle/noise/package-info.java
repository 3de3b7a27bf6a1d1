/** Noise on what goes into the network, in training only. Layers woven in before the first one. */
@NullMarked
package dev.bridle.noise;

import org.jspecify.annotations.NullMarked;
