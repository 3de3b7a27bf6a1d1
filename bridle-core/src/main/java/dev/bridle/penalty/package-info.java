/**
 * Penalties: functions of one weight {@code [K, ...]} that give one number for each member and are
 * added to the loss. Their gradient is added after the backward pass; those with exact zeros shrink
 * the weights after the update instead. Values are computed when somebody looks, not every step.
 */
@NullMarked
package dev.bridle.penalty;

import org.jspecify.annotations.NullMarked;
