/** Rules that end the training of a member: pure functions of its history so far. */
@NullMarked
package dev.bridle.stopping;

import org.jspecify.annotations.NullMarked;
