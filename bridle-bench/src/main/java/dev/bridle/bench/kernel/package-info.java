/**
 * Single kernels of a step, timed by JMH: {@code bridle-bench/run kernels} runs them all, {@code
 * bridle-bench/run kernels Mask -p units=256} some; {@code -h} lists JMH's options.
 *
 * <p>They call what is public in the core, so that what is behind it can be rewritten and measured
 * again.
 */
@NullMarked
package dev.bridle.bench.kernel;

import org.jspecify.annotations.NullMarked;
