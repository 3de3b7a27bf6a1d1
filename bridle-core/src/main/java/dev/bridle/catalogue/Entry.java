package dev.bridle.catalogue;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Regularizer;
import dev.bridle.declaration.Settings;
import java.util.function.Function;

/**
 * One line of the catalogue.
 *
 * @param declaration what it says about itself
 * @param maker makes it from what a user wrote
 */
public record Entry(Declaration declaration, Function<Settings, ? extends Regularizer> maker) {}
