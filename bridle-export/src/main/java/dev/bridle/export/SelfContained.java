package dev.bridle.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.bridle.export.graph.GraphWriter;
import dev.bridle.file.FileFormatException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Refuses models that read other files or bring code of their own: numbers kept outside, functions,
 * operators of other domains, graphs within operators but for the steps of a series, which are
 * looked through like the rest. Bridle writes none of them.
 */
final class SelfContained {
  private static final Set<String> DOMAINS = Set.of("", GraphWriter.ML);

  /** The one operator with a graph within: what is done in each step of a series. */
  private static final String STEPS = "Scan";

  private SelfContained() {}

  static void require(ModelProto model, Path file) throws FileFormatException {
    if (model.getFunctionsCount() > 0 || model.getTrainingInfoCount() > 0) {
      throw new FileFormatException(
          file + ": holds functions of its own, which Bridle does not write");
    }
    for (OperatorSetIdProto set : model.getOpsetImportList()) {
      requireKnown(set.getDomain(), file);
    }
    require(model.getGraph(), file);
  }

  private static void require(GraphProto graph, Path file) throws FileFormatException {
    for (TensorProto tensor : graph.getInitializerList()) {
      requireInside(tensor, file);
    }
    if (graph.getSparseInitializerCount() > 0) {
      throw new FileFormatException(file + ": holds sparse tensors, which Bridle does not write");
    }
    for (NodeProto node : graph.getNodeList()) {
      requireKnown(node.getDomain(), file);
      for (AttributeProto attribute : node.getAttributeList()) {
        requireInside(attribute, node.getOpType().equals(STEPS), file);
      }
    }
  }

  private static void requireKnown(String domain, Path file) throws FileFormatException {
    if (!DOMAINS.contains(domain)) {
      throw new FileFormatException(
          file
              + ": operators of domain \""
              + domain
              + "\", expected those of ONNX itself and of "
              + GraphWriter.ML);
    }
  }

  private static void requireInside(AttributeProto attribute, boolean hasSteps, Path file)
      throws FileFormatException {
    if (attribute.getGraphsCount() > 0 || (attribute.hasG() && !hasSteps)) {
      throw new FileFormatException(
          file
              + ": holds graphs within operators, which Bridle does not write but for the steps of "
              + STEPS);
    }
    require(attribute.getG(), file);
    if (attribute.hasSparseTensor() || attribute.getSparseTensorsCount() > 0) {
      throw new FileFormatException(file + ": holds sparse tensors, which Bridle does not write");
    }
    requireInside(attribute.getT(), file);
    for (TensorProto tensor : attribute.getTensorsList()) {
      requireInside(tensor, file);
    }
  }

  private static void requireInside(TensorProto tensor, Path file) throws FileFormatException {
    boolean outside = tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL;
    if (outside || tensor.getExternalDataCount() > 0) {
      throw new FileFormatException(
          file
              + ": keeps the numbers of \""
              + tensor.getName()
              + "\" in another file (external_data), expected all of them inside");
    }
  }
}
