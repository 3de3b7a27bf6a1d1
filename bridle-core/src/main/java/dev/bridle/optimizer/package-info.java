/**
 * Update rules: gradients in, new weights out, on the flat rows {@code [K, P]} of all members at
 * once, with a learning rate for each member.
 */
@NullMarked
package dev.bridle.optimizer;

import org.jspecify.annotations.NullMarked;
