/**
 * Reference values: every case of the folder {@code bridle.golden} whose subject is built is
 * computed in both precisions, alone and in company, and compared. A file of cases belongs to one
 * or more {@link dev.bridle.golden.Topic}s, which know what is built.
 */
@NullMarked
package dev.bridle.golden;

import org.jspecify.annotations.NullMarked;
