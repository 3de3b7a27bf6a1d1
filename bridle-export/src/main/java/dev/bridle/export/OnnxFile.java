package dev.bridle.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.bridle.export.graph.GraphWriter;
import dev.bridle.export.graph.NetworkGraph;
import dev.bridle.file.FileFormatException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * An ONNX model that Bridle wrote, as bytes and as texts.
 *
 * <p>A file is looked through before any native code sees it: it must carry our metadata and the
 * SHA-256 of its content, and refer to nothing outside itself.
 */
final class OnnxFile {
  /** Says that a model is ours, and in which version of this format. */
  static final String KIND = "bridle.kind";

  private static final String MODEL = "onnx/1";
  private static final String CHECKSUM = "bridle.sha256";

  /** Of the format, for opset 17; that of a model tells runtimes whether they know it. */
  private static final int IR_VERSION = 8;

  private final byte[] bytes;
  private final String producer;
  private final Map<String, String> texts;

  private OnnxFile(byte[] bytes, String producer, Map<String, String> texts) {
    this.bytes = bytes;
    this.producer = producer;
    this.texts = texts;
  }

  /** A model of a graph, with texts about it. */
  static OnnxFile of(NetworkGraph network, String producer, Map<String, String> about) {
    Map<String, String> texts = new TreeMap<>(about); // sorted: equal models are equal bytes
    texts.put(KIND, MODEL);
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .setProducerName("Bridle")
            .setProducerVersion(producer)
            .setGraph(network.graph());
    model.addOpsetImportBuilder().setDomain("").setVersion(NetworkGraph.OPSET);
    model.addOpsetImportBuilder().setDomain(GraphWriter.ML).setVersion(NetworkGraph.ML_OPSET);
    texts.put(CHECKSUM, checksum(model.build(), texts));
    return new OnnxFile(withTexts(model.build(), texts).toByteArray(), producer, texts);
  }

  private static ModelProto withTexts(ModelProto model, Map<String, String> texts) {
    ModelProto.Builder whole = model.toBuilder().clearMetadataProps();
    texts.forEach(
        (key, text) ->
            whole.addMetadataProps(StringStringEntryProto.newBuilder().setKey(key).setValue(text)));
    return whole.build();
  }

  /**
   * Reads a model.
   *
   * @throws FileFormatException if it is damaged, another tool's, or refers to other files
   */
  static OnnxFile read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      long room = Runtime.getRuntime().maxMemory() / 3; // parsed, as bytes, and something to spare
      if (Files.size(file) > Math.min(room, Integer.MAX_VALUE)) {
        throw new FileFormatException(
            file
                + ": "
                + Files.size(file)
                + " bytes, expected at most "
                + room
                + ", a third of the"
                + " Java heap (-Xmx)");
      }
      ModelProto model = ModelProto.parseFrom(CodedInputStream.newInstance(in));
      Map<String, String> texts = new TreeMap<>();
      model.getMetadataPropsList().forEach(entry -> texts.put(entry.getKey(), entry.getValue()));
      SelfContained.require(model, file);
      requireOurs(model, texts, file);
      return new OnnxFile(model.toByteArray(), model.getProducerVersion(), texts);
    } catch (InvalidProtocolBufferException e) {
      throw new FileFormatException(
          file + ": is no ONNX model, or was cut off: " + e.getMessage(), e);
    }
  }

  private static void requireOurs(ModelProto model, Map<String, String> texts, Path file)
      throws FileFormatException {
    String kind = texts.getOrDefault(KIND, "");
    if (kind.isEmpty()) {
      String producer = model.getProducerName();
      throw new FileFormatException(
          file
              + ": expected an ONNX model written by Bridle, whose metadata ("
              + KIND
              + ") say what its columns are; found "
              + (producer.isEmpty() ? "none" : "one of \"" + producer + "\""));
    }
    if (!kind.equals(MODEL)) {
      throw new FileFormatException(
          file + ": " + KIND + " = " + kind + ", expected " + MODEL + "; a newer Bridle wrote it");
    }
    boolean intact = checksum(model, texts).equals(texts.get(CHECKSUM));
    if (!intact || !withTexts(model, texts).equals(model)) {
      throw new FileFormatException(
          file
              + ": damaged or changed: its content is not the one that was checked when Bridle"
              + " wrote it");
    }
  }

  /** SHA-256 of everything but itself. */
  private static String checksum(ModelProto model, Map<String, String> texts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(model.toBuilder().clearMetadataProps().build().toByteArray());
      texts.forEach(
          (key, text) -> {
            if (!key.equals(CHECKSUM)) {
              digest.update((key + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8));
            }
          });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The file's content; not a copy. */
  byte[] bytes() {
    return bytes;
  }

  /** The version of Bridle that wrote it. */
  String producer() {
    return producer;
  }

  /** What it says about itself, by key. */
  Map<String, String> texts() {
    return texts;
  }
}
