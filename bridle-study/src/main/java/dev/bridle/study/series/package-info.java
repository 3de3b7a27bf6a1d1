/**
 * Time series in: a table whose rows are steps of time, as windows of the past and the value that
 * follows.
 */
@NullMarked
package dev.bridle.study.series;

import org.jspecify.annotations.NullMarked;
