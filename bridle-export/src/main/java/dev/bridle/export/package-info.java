/**
 * Trained networks as files that other programs serve: an ONNX model with the preparation of raw
 * columns inside, checked against the network before it is written, with a card beside it.
 *
 * <p>{@link dev.bridle.export.OnnxExport} writes, {@link dev.bridle.export.OnnxPredictor} and
 * {@link dev.bridle.export.NetworkPredictor} answer for rows of a table, alike. What reads and
 * serves ONNX files touches no class that needs libtorch.
 */
@NullMarked
package dev.bridle.export;

import org.jspecify.annotations.NullMarked;
