/**
 * Plans: how a network is trained, as values with a text form.
 *
 * <p>A {@link dev.bridle.plan.TrainingPlan} holds what a user chose and leaves open what was not
 * said; with the number of training rows it becomes a {@link dev.bridle.plan.Budget}. Update rules
 * and their numbers are declared in the {@link dev.bridle.catalogue.Catalogue}, like regularizers.
 */
@NullMarked
package dev.bridle.plan;

import org.jspecify.annotations.NullMarked;
