/**
 * Architectures: what a network computes, as values with a text form and without tensors.
 *
 * <p>An {@link dev.bridle.architecture.Architecture} is a list of {@link
 * dev.bridle.architecture.LayerSpec layer specs}, in the order in which the data pass them. No
 * regularizer appears in it: a recipe is woven in later. Layers have names by kind and number,
 * {@code dense1, conv2, residual1/conv1}, which the places of a recipe refer to. A new kind of
 * layer is a record in {@code LayerSpec} and a row in {@code LayerForm}.
 */
@NullMarked
package dev.bridle.architecture;

import org.jspecify.annotations.NullMarked;
