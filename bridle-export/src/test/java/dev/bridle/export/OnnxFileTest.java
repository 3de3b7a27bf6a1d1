package dev.bridle.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.bridle.file.FileFormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that are no models of ours, damaged, or made to do harm: refused before native code. Cases
 * 21 and 28 of docs/reliability.md.
 */
final class OnnxFileTest {
  @TempDir Path folder;
  private Path file = Path.of("");
  private byte[] good = new byte[0];

  @BeforeEach
  void writeModel() throws IOException {
    file = folder.resolve("model.onnx");
    OnnxExport.write(
        RandomModel.of(3, folder).network(),
        Origin.unknown("test", "none"),
        Optional.empty(),
        file);
    good = Files.readAllBytes(file);
  }

  @Test
  void wholeFile_isRead() throws IOException {
    assertThat(OnnxFile.read(file).bytes()).isEqualTo(good);
  }

  @Test
  void cutAnywhere_isRefused() throws IOException {
    for (int i = 0; i < 200; i++) {
      refused(Arrays.copyOf(good, (int) ((long) i * good.length / 200)));
    }
  }

  @Test
  void anyBitChanged_isRefused() throws IOException {
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = good.clone();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      refused(bytes);
    }
  }

  @Test
  void randomDamage_isRefused() throws IOException {
    damage(3, 2000);
  }

  @Tag("slow")
  @Test
  void muchRandomDamage_isRefused() throws IOException {
    damage(4, 100_000);
  }

  /** Bytes replaced, put in or taken out, and lengths that promise up to 4 GB. */
  private void damage(long seed, int trials) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < trials; i++) {
      byte[] bytes = good;
      while (Arrays.equals(bytes, good)) {
        bytes = damaged(bytes, random);
      }
      refused(bytes);
    }
  }

  private static byte[] damaged(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    int out = random.nextInt(Math.min(8, bytes.length - at + 1));
    byte[] in = new byte[random.nextInt(8)];
    random.nextBytes(in);
    if (random.nextInt(4) == 0) {
      Arrays.fill(in, (byte) 0xFF); // a length as long as they come
    }
    return ByteBuffer.allocate(bytes.length - out + in.length)
        .put(bytes, 0, at)
        .put(in)
        .put(bytes, at + out, bytes.length - at - out)
        .array();
  }

  @Test
  void anythingElse_isRefused() throws IOException {
    Random random = new Random(2);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[random.nextInt(3000)];
      random.nextBytes(bytes);
      refused(bytes);
    }
    refused("age,plan\n1,full\n".getBytes(StandardCharsets.UTF_8));
    refused(new byte[0]);
    refused(new byte[100_000]);
  }

  @Test
  void modelOfAnotherTool_isRefused_withItsName() throws IOException {
    assertThat(refusedIf(model -> model.clearMetadataProps().setProducerName("skl2onnx")))
        .contains("expected an ONNX model written by Bridle")
        .contains("found one of \"skl2onnx\"");
  }

  @Test
  void newerFormat_isRefused() throws IOException {
    assertThat(
            refusedIf(
                model ->
                    model.addMetadataProps(
                        StringStringEntryProto.newBuilder()
                            .setKey("bridle.kind")
                            .setValue("onnx/2"))))
        .endsWith("bridle.kind = onnx/2, expected onnx/1; a newer Bridle wrote it");
  }

  @Test
  void numbersInAnotherFile_areRefused_whereverTheyStand() throws IOException {
    TensorProto outside =
        TensorProto.newBuilder()
            .setName("w")
            .setDataLocation(TensorProto.DataLocation.EXTERNAL)
            .addExternalData(
                StringStringEntryProto.newBuilder().setKey("location").setValue("../../etc/passwd"))
            .build();
    AttributeProto attribute = AttributeProto.newBuilder().setName("value").setT(outside).build();
    String expected = "keeps the numbers of \"w\" in another file (external_data)";
    assertThat(refusedIf(m -> m.getGraphBuilder().addInitializer(outside))).contains(expected);
    assertThat(refusedIf(m -> m.getGraphBuilder().getNodeBuilder(0).addAttribute(attribute)))
        .contains(expected);
    AttributeProto steps =
        AttributeProto.newBuilder().setG(GraphProto.newBuilder().addInitializer(outside)).build();
    NodeProto scan = NodeProto.newBuilder().setOpType("Scan").addAttribute(steps).build();
    assertThat(refusedIf(m -> m.getGraphBuilder().addNode(scan))).contains(expected);
  }

  @Test
  void codeOfItsOwn_isRefused() throws IOException {
    AttributeProto graph =
        AttributeProto.newBuilder().setG(GraphProto.newBuilder().setName("inner")).build();
    assertThat(refusedIf(m -> m.getGraphBuilder().getNodeBuilder(0).addAttribute(graph)))
        .contains("graphs within operators");
    assertThat(refusedIf(m -> m.addFunctionsBuilder().setName("f"))).contains("functions");
    assertThat(
            refusedIf(m -> m.getGraphBuilder().addNode(NodeProto.newBuilder().setDomain("evil"))))
        .contains("operators of domain \"evil\"");
  }

  private String refusedIf(Consumer<ModelProto.Builder> change) throws IOException {
    ModelProto.Builder model = ModelProto.parseFrom(good).toBuilder();
    change.accept(model);
    return refused(model.build().toByteArray());
  }

  private String refused(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    Throwable[] thrown = new Throwable[1];
    assertThatThrownBy(
            () -> {
              try {
                OnnxPredictor.open(file).close();
              } catch (IOException e) {
                thrown[0] = e;
                throw e;
              }
            })
        .isInstanceOf(FileFormatException.class)
        .hasMessageStartingWith(file + ": ");
    return thrown[0].getMessage();
  }
}
