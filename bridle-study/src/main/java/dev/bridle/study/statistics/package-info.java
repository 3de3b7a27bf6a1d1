/**
 * The statistics of a study: from scores per replicate to a verdict per arm.
 *
 * <p>{@link dev.bridle.study.statistics.Selection} picks one strength per family in the first
 * phase, without any test. {@link dev.bridle.study.statistics.Judge} compares the picks with the
 * baseline in the second: a {@link dev.bridle.study.statistics.Comparison} says what was fixed
 * before training, an {@link dev.bridle.study.statistics.Arm} holds one score per replicate, and a
 * {@link dev.bridle.study.statistics.Judgement} says what they allow one to claim. The tests
 * themselves ({@link dev.bridle.study.statistics.CorrectedT}, {@link
 * dev.bridle.study.statistics.SignFlip}, {@link dev.bridle.study.statistics.BcaBootstrap} and
 * others) work on {@link dev.bridle.study.statistics.PairedDifferences} and can be used alone.
 *
 * <p>Conventions: a difference is always metric(arm) - metric(baseline), in the units of the
 * metric, whichever direction is better. One replicate is no error: its interval is the whole line
 * and its p-value 1. Whatever is drawn at random is a function of a {@link dev.bridle.tensor.Key},
 * so the same scores give the same verdict, on every machine.
 */
@NullMarked
package dev.bridle.study.statistics;

import org.jspecify.annotations.NullMarked;
