/**
 * Reading of the short texts that users write: a scanner that knows positions, one exception, and
 * "did you mean".
 *
 * <p>Every package with values of its own (recipes, architectures, plans) reads them with {@link
 * dev.bridle.text.TextScanner}; a wrong text always ends in a {@link dev.bridle.text.TextException}
 * that names the text, the position, what was found there and what is allowed. Nothing here knows
 * what the texts mean, and nothing depends on the locale.
 */
@NullMarked
package dev.bridle.text;

import org.jspecify.annotations.NullMarked;
