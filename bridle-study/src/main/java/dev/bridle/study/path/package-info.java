/**
 * The regularization path of a network: one number of a recipe from weak to strong, and what
 * becomes of scores, zeros, norms and inputs on the way.
 *
 * <p>{@link dev.bridle.study.path.PathRunner} is the door: a {@link dev.bridle.study.path.PathPlan}
 * and a source of replicates in, a {@link dev.bridle.study.path.RegularizationPath} out, a record
 * of numbers. {@code Sweep} says which number is swept, {@code PathRun} is what is kept of one
 * network, {@code PathPoint} one strength over its replicates, {@code Marks} the strengths worth a
 * name.
 */
@NullMarked
package dev.bridle.study.path;

import org.jspecify.annotations.NullMarked;
