/**
 * The diagnosis: what can be said of a table before anything is trained, and what that speaks for.
 *
 * <p>{@link dev.bridle.study.diagnosis.Diagnoser} is the door: a table in, a {@link
 * dev.bridle.study.diagnosis.Diagnosis} out, a record of numbers and texts. Each statistic is a
 * class of its own, a pure function of arrays ({@code Linkage}, {@code ConfidentJoint}, {@code
 * Neighbours}, ...); {@code Suggestions} turns them into recipes with reasons and sources, {@code
 * Readings} into sentences. Nothing here is random but the choice of rows where there are too many,
 * which is a function of a seed; N is the number of rows, F that of inputs, K that of classes.
 */
@NullMarked
package dev.bridle.study.diagnosis;

import org.jspecify.annotations.NullMarked;
