package dev.bridle.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.bridle.module.Layers;
import dev.bridle.module.ModuleRestraint;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Precision;
import dev.bridle.testing.OneThread;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.GRUImpl;
import org.bytedeco.pytorch.LSTMImpl;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The reference values of max-norm, in those of libtorch's modules whose layout they have. */
@ExtendWith(OneThread.class)
final class ModuleGoldenTest {
  private static final int LAYOUTS = 16;

  /** A module with a parameter of a case's shape. */
  private record Place(Module module, String parameter) {}

  @TestFactory
  List<DynamicTest> cases() throws IOException {
    if (!Files.isDirectory(GoldenTest.FOLDER)) {
      return List.of(GoldenTest.skipped());
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (GoldenCase c : GoldenCase.readAll(GoldenTest.FOLDER)) {
      if (c.isOf("bridle") && c.file().equals("max_norm.json") && place(c).isPresent()) {
        tests.add(dynamicTest(c.toString(), () -> run(c)));
      }
    }
    assertThat(tests).as("layouts that found their cases").hasSizeGreaterThanOrEqualTo(LAYOUTS);
    return tests;
  }

  private static Optional<Place> place(GoldenCase c) {
    if (c.name().equals("bias_treatments") || c.name().equals("projection_is_idempotent")) {
      return Optional.empty();
    }
    int[] s = new int[4];
    long[] shape = c.fields().array("w").shape();
    for (int i = 0; i < shape.length; i++) {
      s[i] = (int) shape[i];
    }
    String layout = c.name().replaceFirst("_c[0-9.]+$", "");
    return switch (layout) {
      case "dense_out_in", "whole_matrix", "on_the_limit" ->
          Optional.of(new Place(new LinearImpl(s[1], s[0]), "weight"));
      case "conv2d_OIHW", "whole_conv_kernel" ->
          Optional.of(new Place(Layers.conv2d(s[1], s[0], s[2], s[3], 1), "weight"));
      case "embedding_rows" -> Optional.of(new Place(new EmbeddingImpl(s[0], s[1]), "weight"));
      case "lstm_weight_ih_4H_in" ->
          Optional.of(new Place(new LSTMImpl(s[1], s[0] / 4), "weight_ih_l0"));
      case "lstm_weight_hh_4H_H" -> Optional.of(new Place(new LSTMImpl(3, s[1]), "weight_hh_l0"));
      case "gru_weight_ih_3H_in" ->
          Optional.of(new Place(new GRUImpl(s[1], s[0] / 3), "weight_ih_l0"));
      case "gru_weight_hh_3H_H" -> Optional.of(new Place(new GRUImpl(3, s[1]), "weight_hh_l0"));
      default -> Optional.empty();
    };
  }

  private static void run(GoldenCase c) {
    String scope = c.fields().isText("norm_axes") ? ", scope=whole" : "";
    for (Precision precision : Precision.values()) {
      Place place = place(c).orElseThrow();
      if (precision == Precision.FLOAT64) {
        Layers.inDouble(place.module);
      }
      Layers.set(place.module, place.parameter, c.fields().array("w").data());
      double[] before = Layers.get(place.module, place.parameter);
      String recipe = "max-norm(" + c.fields().number("max_value") + scope + ")@" + place.parameter;
      try (ModuleRestraint restraint = ModuleRestraint.of(place.module, Recipe.parse(recipe))) {
        restraint.project();
      }
      Readings readings = new Readings();
      GoldenArray expected = c.fields().array("expected");
      GoldenArray after =
          GoldenArray.of(Layers.get(place.module, place.parameter), expected.shape());
      readings.near("expected", expected, after);
      if (c.fields().has("units_unchanged")) {
        GoldenArray given = GoldenArray.of(before, expected.shape());
        for (int unit : c.fields().wholes("units_unchanged")) {
          readings.exact("unit " + unit, given.slice(unit), after.slice(unit));
        }
      }
      assertThat(readings.mismatches(c, precision)).isEmpty();
    }
  }
}
