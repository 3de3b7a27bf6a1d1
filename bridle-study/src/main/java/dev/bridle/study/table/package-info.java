/**
 * Tables: from a CSV file to the numbers a network learns from.
 *
 * <p>{@link dev.bridle.study.table.TableReader} reads a file into a {@link
 * dev.bridle.study.table.Table} of columns, each of numbers or of categories, decided on all rows.
 * {@link dev.bridle.study.table.Preparation} is fitted to the training rows and turns any rows,
 * also those of another file, into inputs {@code [N, F]}. {@link
 * dev.bridle.study.table.TableReport} says what looks wrong with the data.
 *
 * <p>Columns are plain Java arrays, handed over and not copied; nothing here changes them after the
 * table is made. Bad data is answered with a {@link dev.bridle.study.table.TableException}, a file
 * that does not fit a model with a {@link dev.bridle.study.table.ColumnMismatch}.
 */
@NullMarked
package dev.bridle.study.table;

import org.jspecify.annotations.NullMarked;
