/** Every regularizer and update rule once, by name. */
@NullMarked
package dev.bridle.catalogue;

import org.jspecify.annotations.NullMarked;
