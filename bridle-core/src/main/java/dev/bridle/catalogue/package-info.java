/**
 * Every regularizer and update rule once, by name, with a guide to each for people: what it is good
 * for, and how other libraries write it.
 */
@NullMarked
package dev.bridle.catalogue;

import org.jspecify.annotations.NullMarked;
