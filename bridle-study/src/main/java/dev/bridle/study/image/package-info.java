/**
 * Images in: a folder of class folders, or the files of a well-known set, decoded with care and
 * prepared as rows of {@code [C, H, W]}.
 */
@NullMarked
package dev.bridle.study.image;

import org.jspecify.annotations.NullMarked;
