/**
 * Layers: a forward pass that keeps what is needed, and a backward pass.
 *
 * <p>Activations are {@code [K, B, F]}. A {@link dev.bridle.layer.Node} is a layer as a value,
 * before it has weights; built into a population it becomes a {@link dev.bridle.layer.Layer}, which
 * reads views of the flat state and writes into views of the gradient.
 *
 * <p>A row is flat between layers; its {@link dev.bridle.layer.Shape} says what a convolution or a
 * recurrent layer makes of it. In memory activations lie feature by feature, {@code [K, F, B]}, so
 * that an image is {@code [K, C, H, W, B]} and a series {@code [K, T, F, B]}.
 */
@NullMarked
package dev.bridle.layer;

import org.jspecify.annotations.NullMarked;
