/**
 * What is done to the gradient of loss and penalties before decay and update see it: {@code [K, P]}
 * rows in, the same rows out, each member by itself.
 */
@NullMarked
package dev.bridle.gradient;

import org.jspecify.annotations.NullMarked;
