/**
 * Recipes: how a network is restrained, as values with a text form.
 *
 * <p>A {@link dev.bridle.recipe.Recipe} is a list of {@link dev.bridle.recipe.Term terms}; a term
 * is a declared regularizer with its settings and its place. Names, ranges, defaults and words all
 * come from the {@link dev.bridle.catalogue.Catalogue}; nothing about a single regularizer is
 * written here, except the two ways to write an elastic net. A recipe may stand for many: {@code
 * Recipe.expand()} gives the concrete ones, and those of equal {@code Recipe.structure()} can be
 * trained together, their numbers becoming vectors {@code [K]}.
 *
 * <p>Values are immutable and compare by content; {@code parse} and {@code toString} are inverse to
 * each other.
 */
@NullMarked
package dev.bridle.recipe;

import org.jspecify.annotations.NullMarked;
