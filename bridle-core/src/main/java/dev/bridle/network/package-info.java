/**
 * A recipe compiled onto an architecture: the network that runs, as a value, and at work on a
 * population.
 */
@NullMarked
package dev.bridle.network;

import org.jspecify.annotations.NullMarked;
