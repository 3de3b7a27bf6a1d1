package dev.bridle.export;

import dev.bridle.architecture.Architecture;
import dev.bridle.study.image.ImagePreparation;
import dev.bridle.study.series.SeriesPreparation;
import java.util.List;
import java.util.Map;

/** What a model takes: columns of a table, or one tensor of numbers. */
public sealed interface ModelInput permits InputColumns, InputTensor {
  /**
   * What a model's texts tell of, or else the features of its network themselves.
   *
   * @param texts attached to the network
   * @throws IllegalArgumentException if the texts are damaged
   */
  static ModelInput of(
      Map<String, String> texts, List<String> features, Architecture architecture) {
    if (ImagePreparation.isIn(texts)) {
      return new InputImages(ImagePreparation.of(texts));
    }
    return SeriesPreparation.isIn(texts)
        ? new InputWindows(SeriesPreparation.of(texts))
        : InputColumns.of(texts, features, architecture);
  }

  /** The names of the model's inputs. */
  List<String> names();

  /**
   * The inputs {@code [N, F]} of the network itself, row-major.
   *
   * @throws dev.bridle.study.table.ColumnMismatch if these are not rows for this model
   */
  float[] inputs(Rows rows);
}
