/** Layers that standardise activations, with statistics of each member's own. */
@NullMarked
package dev.bridle.normalization;

import org.jspecify.annotations.NullMarked;
