/**
 * Training: values in (architecture, recipes, plan, data), Java numbers out. {@link
 * dev.bridle.train.Step} reads like the order of a step.
 */
@NullMarked
package dev.bridle.train;

import org.jspecify.annotations.NullMarked;
