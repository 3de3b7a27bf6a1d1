/**
 * Regularizers for training loops of your own: penalties, decay and constraints on the parameters
 * of any {@code org.bytedeco.pytorch.Module}, with the same formulas, places and units as in
 * Bridle's own trainings.
 *
 * <p>A {@link dev.bridle.module.ModuleRestraint} binds a recipe to a module; each parameter is a
 * population of one, {@code [1, units, ...]}, whose units follow from the type of the module that
 * owns it. It never owns a parameter, and what it makes is gone when a call returns.
 */
@NullMarked
package dev.bridle.module;

import org.jspecify.annotations.NullMarked;
