package dev.bridle.study.table;

import java.util.Optional;

/**
 * How a file writes its table.
 *
 * @param separator the character between fields
 * @param header whether the first row holds names
 * @param note what the user should know about how the first row was taken
 */
record Dialect(char separator, boolean header, Optional<Note> note) {}
