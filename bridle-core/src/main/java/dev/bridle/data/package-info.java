/**
 * Data in memory: rows of numbers, their parts, their scaling, and generators of made-up rows. No
 * file formats.
 */
@NullMarked
package dev.bridle.data;

import org.jspecify.annotations.NullMarked;
