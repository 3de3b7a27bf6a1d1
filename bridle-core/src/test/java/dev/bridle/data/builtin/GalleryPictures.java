package dev.bridle.data.builtin;

import dev.bridle.tensor.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The pictures of the built-in data sets in {@code docs/pictures}, drawn from the generators.
 *
 * <p>Run {@link #main} in the folder of the module after a change of a generator; {@link
 * GalleryPicturesTest} fails until then.
 */
final class GalleryPictures {
  /** Where the pictures are, seen from the folder of the module. */
  static final Path FOLDER = Path.of("..", "docs", "pictures");

  private static final Key KEY = Key.of(1).at("gallery");

  private GalleryPictures() {}

  /** Every picture by the name of its data set. */
  static Map<String, String> draw() {
    Map<String, String> pictures = new LinkedHashMap<>();
    pictures.put("strokes", StrokesPicture.draw(KEY));
    pictures.put("moons", PlanePicture.moons(KEY));
    pictures.put("spirals", PlanePicture.spirals(KEY));
    pictures.put("temperature", TemperaturePicture.draw(KEY));
    pictures.put("friedman", FriedmanPicture.draw(KEY));
    pictures.put("correlated", CorrelatedPicture.draw(KEY));
    pictures.put("sine-sequence", SineSequencePicture.draw(KEY));
    pictures.put("words", WordsPicture.draw(KEY));
    return pictures;
  }

  /** Writes the pictures to the folder given, or to {@link #FOLDER}. */
  public static void main(String[] arguments) throws IOException {
    Path folder = arguments.length > 0 ? Path.of(arguments[0]) : FOLDER;
    Files.createDirectories(folder);
    for (Map.Entry<String, String> picture : draw().entrySet()) {
      Files.writeString(folder.resolve(picture.getKey() + ".svg"), picture.getValue());
    }
  }
}
