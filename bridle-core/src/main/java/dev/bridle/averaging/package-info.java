/**
 * Averages of all that belongs to a member over the updates, taken after projection. A network that
 * is judged or kept is the average; what is trained on goes its way.
 */
@NullMarked
package dev.bridle.averaging;

import org.jspecify.annotations.NullMarked;
