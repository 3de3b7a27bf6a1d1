package dev.bridle.data.builtin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GalleryPicturesTest {
  private static final Map<String, String> PICTURES = GalleryPictures.draw();

  @Test
  void draw_everyDataSet_hasAPicture() {
    assertThat(PICTURES.keySet()).containsExactlyElementsOf(BuiltIn.names());
  }

  @Test
  void draw_pictures_areThoseCommitted() throws IOException {
    for (Map.Entry<String, String> picture : PICTURES.entrySet()) {
      Path file = GalleryPictures.FOLDER.resolve(picture.getKey() + ".svg");
      assertThat(Files.readAllBytes(file))
          .as("%s: run GalleryPictures in the folder of this module, and look at it", file)
          .isEqualTo(picture.getValue().getBytes(UTF_8));
    }
  }

  @Test
  void draw_pictures_areSmall() {
    assertThat(PICTURES.values())
        .allSatisfy(picture -> assertThat(picture.length()).isLessThan(150_000));
  }
}
