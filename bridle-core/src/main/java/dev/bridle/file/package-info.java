/**
 * Files that outlive the process: arrays of numbers in the safetensors format, JSON for small
 * headers, and a way to replace a file in one step.
 *
 * <p>Two rules hold throughout. Whoever reads trusts nothing: every length and offset is checked
 * against the file before memory is asked for, and whatever is wrong comes out as a {@link
 * dev.bridle.file.FileFormatException} that names the file and the reason. Whoever writes goes
 * through {@link dev.bridle.file.AtomicFile}: after a crash at any moment the old file or the new
 * one is there, never half of one.
 *
 * <p>Only Java numbers pass through here, never a tensor; array data are handed over, not copied.
 */
@NullMarked
package dev.bridle.file;

import org.jspecify.annotations.NullMarked;
