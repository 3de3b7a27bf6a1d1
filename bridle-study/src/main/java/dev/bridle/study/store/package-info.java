/**
 * The durable store of a study: one SQLite file, {@code study.bridle}, in the study's folder.
 *
 * <p>The plan and the list of units are written before any training, and each result in one
 * transaction that is on disk when {@link dev.bridle.study.store.StudyStore#put} returns. So a
 * process may die at any moment: whoever opens the folder next finds whole units only and trains
 * what is {@link dev.bridle.study.store.StudyView#missing missing}. One process writes at a time,
 * held to that by a lock of the operating system; others read meanwhile.
 *
 * <p>Nothing read from the file is believed: every row carries a checksum, rows are counted, and
 * the file's structure is verified whenever it is opened. Whatever is wrong comes out as a {@link
 * dev.bridle.study.store.StoreException}; a table with a wrong number in it does not.
 *
 * <p>No clock is asked: the only durations are those that callers hand over, and a unit that was
 * begun never expires. Values go in and come out; nothing of SQL leaves this package.
 */
@NullMarked
package dev.bridle.study.store;

import org.jspecify.annotations.NullMarked;
