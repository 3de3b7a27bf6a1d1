/**
 * Data losses: {@code [K, B, O]} outputs and targets in, one number for each member out. They
 * average over the batch, never over members, and know nothing of penalties.
 */
@NullMarked
package dev.bridle.loss;

import org.jspecify.annotations.NullMarked;
