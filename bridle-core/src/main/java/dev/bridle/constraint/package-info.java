/**
 * Constraints: sets that the weights {@code [K, ...]} are projected onto after every update, in
 * place. What is inside stays as it is to the last bit; what is outside lands on the boundary.
 */
@NullMarked
package dev.bridle.constraint;

import org.jspecify.annotations.NullMarked;
