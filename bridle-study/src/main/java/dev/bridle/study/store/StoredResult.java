package dev.bridle.study.store;

/**
 * A result and what it was made with.
 *
 * @param result the result
 * @param versions the number of the versions
 */
record StoredResult(UnitResult result, long versions) {}
