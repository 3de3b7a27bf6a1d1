/** How fast it is: workloads through the public training path, beside the limits of the machine. */
@NullMarked
package dev.bridle.bench;

import org.jspecify.annotations.NullMarked;
