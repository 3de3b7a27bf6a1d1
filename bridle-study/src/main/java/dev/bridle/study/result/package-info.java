/**
 * What a study found, as plain records of numbers and texts: what the table, the JSON document and
 * the report are made from. A number that does not exist is an empty optional, never NaN.
 */
@NullMarked
package dev.bridle.study.result;

import org.jspecify.annotations.NullMarked;
