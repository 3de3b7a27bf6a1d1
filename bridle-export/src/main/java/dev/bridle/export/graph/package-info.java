/**
 * A trained network as an ONNX graph: raw columns in, prepared ({@link
 * dev.bridle.export.graph.ColumnsIn}), through the layers ({@link
 * dev.bridle.export.graph.Translators}, one small class for each kind of node), to what a user asks
 * for ({@link dev.bridle.export.graph.AnswersOut}).
 *
 * <p>Nothing here computes: operators and constants are written down through the classes of the
 * ONNX format, and the weights are Java numbers.
 */
@NullMarked
package dev.bridle.export.graph;

import org.jspecify.annotations.NullMarked;
