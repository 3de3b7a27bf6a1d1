/**
 * What is done to a batch before it goes in, while training only: inputs {@code [K, B, F]} and
 * targets {@code [K, B, O]} in, the same out. Validation and test rows are never touched.
 */
@NullMarked
package dev.bridle.batch;

import org.jspecify.annotations.NullMarked;
