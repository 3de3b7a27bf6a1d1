/**
 * What a regularizer or an update rule says about itself, once: its names, numbers, words, ranges
 * and sources. Text form, validation, catalogue and documentation come from these declarations.
 */
@NullMarked
package dev.bridle.declaration;

import org.jspecify.annotations.NullMarked;
