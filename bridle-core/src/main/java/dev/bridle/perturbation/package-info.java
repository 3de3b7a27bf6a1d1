/**
 * Changes of the weights that last for one pass: the forward and the backward pass of an update see
 * changed weights {@code [K, ...]}, the update moves the weights themselves. At evaluation nothing
 * is changed.
 */
@NullMarked
package dev.bridle.perturbation;

import org.jspecify.annotations.NullMarked;
