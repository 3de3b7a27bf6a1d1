/** Trained networks: predict, save, load. */
@NullMarked
package dev.bridle.model;

import org.jspecify.annotations.NullMarked;
