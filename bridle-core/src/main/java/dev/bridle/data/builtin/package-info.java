/**
 * The data sets that come with the program: made by it, from a key, so that nothing is downloaded
 * and every replicate can have rows of its own.
 *
 * <p>Each set is made to show one failing of an unrestrained network and what cures it; {@link
 * dev.bridle.data.builtin.BuiltIn} lists them. A row is a function of the key, the set and the
 * row's number alone: the first rows of a long draw are those of a short one. All arithmetic is
 * that of IEEE 754 and {@link java.lang.StrictMath}, so a key gives the same rows, to the bit, on
 * every machine. Classes come in random order but evenly: among any block of C rows, C the number
 * of classes, that starts at a multiple of C, each class occurs once ({@code temperature}
 * excepted).
 */
@NullMarked
package dev.bridle.data.builtin;

import org.jspecify.annotations.NullMarked;
