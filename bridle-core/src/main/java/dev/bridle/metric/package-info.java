/** How good predictions are: functions of predictions and truth, in Java numbers. */
@NullMarked
package dev.bridle.metric;

import org.jspecify.annotations.NullMarked;
