/**
 * What a training tells about itself beside its scores: what each penalty, decay and constraint of
 * the recipe did to the weights, how norms went, which units are dead, how the score falls under
 * noise; and findings, plain sentences about what is wrong or does nothing.
 *
 * <p>Records of Java numbers, one {@link dev.bridle.diagnostic.Diagnostics} for each member. They
 * are measured in {@code dev.bridle.train}, for all members at once, and change no bit of a
 * training; what is to be made of the numbers is decided here.
 */
@NullMarked
package dev.bridle.diagnostic;

import org.jspecify.annotations.NullMarked;
