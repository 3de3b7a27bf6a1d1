package dev.bridle.study.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders as users have them; what is bad is case 20 of what Bridle promises to survive. */
final class ImageLoaderTest {
  private static final ImageOptions USUAL = ImageOptions.defaults();
  private static final ImageOptions SKIP = USUAL.withBadImages(BadImages.SKIP);

  @TempDir Path root;

  @Test
  void read_classFolders_areClasses_filesSortedByName() {
    ImageFiles.twoClasses(root, 5);
    Images images = ImageLoader.read(root, USUAL);
    assertThat(images.classes()).containsExactly("cat", "dog");
    assertThat(images.files()).startsWith("cat/0.png", "cat/1.png").endsWith("dog/4.png");
    assertThat(images.labels()).containsExactly(0, 0, 0, 0, 0, 1, 1, 1, 1, 1);
    assertThat(images.shape()).containsExactly(1, 3, 4);
    assertThat(images.pixels(6)[5]).isEqualTo((byte) (16 + 1 + 101));
    assertThat(images.test()).isZero();
    assertThat(images.notes()).isEmpty();
  }

  @Test
  void read_hiddenFiles_andFilesBesideTheFolders_doNotCount() {
    ImageFiles.twoClasses(root, 5);
    String before = ImageLoader.read(root, USUAL).sha256();
    ImageFiles.write(root.resolve("cat/.DS_Store"), new byte[9]);
    ImageFiles.write(root.resolve(".git/x"), new byte[9]);
    ImageFiles.write(root.resolve("README.md"), new byte[9]);
    assertThat(ImageLoader.read(root, USUAL).sha256()).isEqualTo(before);
  }

  @Test
  void sha256_tellsContentAndNames_notThePlace(@TempDir Path other) {
    ImageFiles.twoClasses(root, 5);
    ImageFiles.twoClasses(other, 5);
    String known = ImageLoader.read(root, USUAL).sha256();
    assertThat(ImageLoader.read(other, USUAL).sha256()).isEqualTo(known).hasSize(64);
    byte[] changed = ImageFiles.encode(ImageFiles.grey(4, 3, 77), "png");
    ImageFiles.write(other.resolve("cat/2.png"), changed);
    assertThat(ImageLoader.read(other, USUAL).sha256()).isNotEqualTo(known);
  }

  @Test
  void read_oneColouredImage_makesAllThreeChannels() {
    ImageFiles.twoClasses(root, 5);
    ImageFiles.write(root.resolve("dog/c.png"), ImageFiles.encode(ImageFiles.colour(4, 3), "png"));
    Images images = ImageLoader.read(root, USUAL);
    assertThat(images.shape()).containsExactly(3, 3, 4);
    byte[] first = images.pixels(0);
    assertThat(Arrays.copyOfRange(first, 12, 24)).isEqualTo(Arrays.copyOf(first, 12));
    assertThat(ImageLoader.read(root, USUAL.withChannels(Channels.GREY)).shape())
        .containsExactly(1, 3, 4);
  }

  @Test
  void read_severalSizes_needOne() {
    ImageFiles.twoClasses(root, 5);
    ImageFiles.write(root.resolve("dog/z.png"), ImageFiles.encode(ImageFiles.grey(9, 5, 0), "png"));
    assertThatThrownBy(() -> ImageLoader.read(root, USUAL))
        .isInstanceOf(ImageException.class)
        .hasMessage(
            root
                + ": images of several sizes: \"cat/0.png\" has 4 x 3 pixels, \"dog/z.png\" has 9 x"
                + " 5; say what to bring all to: --size 32, or width x height as 48x32");
    Images images = ImageLoader.read(root, USUAL.withSize(new ImageSize(6, 2)));
    assertThat(images.shape()).containsExactly(1, 2, 6);
    assertThat(images.pixels(10)).hasSize(12);
  }

  @Test
  void read_badFiles_areListedByName_orLeftOutAndCounted() throws IOException {
    ImageFiles.twoClasses(root, 6);
    byte[] jpeg = ImageFiles.encode(ImageFiles.colour(64, 64), "jpeg");
    ImageFiles.write(root.resolve("cat/a-half.jpg"), Arrays.copyOf(jpeg, jpeg.length / 2));
    ImageFiles.write(root.resolve("cat/b-nothing.png"), new byte[0]);
    byte[] png = ImageFiles.encode(ImageFiles.grey(4, 3, 50), "png");
    ImageFiles.write(root.resolve("cat/c-png-in-truth.jpg"), png);
    ImageFiles.write(root.resolve("dog/d-cmyk.jpg"), ImageFiles.cmyk());
    ImageFiles.write(root.resolve("dog/e-film.gif"), ImageFiles.gif(2));
    ImageFiles.write(root.resolve("dog/f-bomb.png"), ImageFiles.blackPng(40_000, 40_000));
    ImageFiles.write(root.resolve("dog/g-text.png"), "hello".getBytes());
    assertThatThrownBy(() -> ImageLoader.read(root, USUAL))
        .isInstanceOf(ImageException.class)
        .hasMessageStartingWith(root + ": 6 of 19 files cannot be used: \"cat/a-half.jpg\" is ")
        .hasMessageContaining("\"cat/b-nothing.png\" is empty; ")
        .hasMessageContaining("\"dog/d-cmyk.jpg\" has colours in CMYK")
        .hasMessageContaining("\"dog/e-film.gif\" is a film of 2 frames")
        .hasMessageContaining("\"dog/f-bomb.png\" has 40,000 x 40,000 pixels")
        .hasMessageContaining("\"dog/g-text.png\" is no image")
        .hasMessageNotContaining("c-png")
        .hasMessageEndingWith("or leave such files out with --bad-images skip");
    Images images = ImageLoader.read(root, SKIP);
    assertThat(images.count()).isEqualTo(13);
    assertThat(images.files()).contains("cat/c-png-in-truth.jpg");
    assertThat(images.notes()).hasSize(1);
    assertThat(images.notes().get(0))
        .startsWith("6 files cannot be used and are left out: \"cat/a-half.jpg\" is ");
  }

  @Test
  void read_manyBadFiles_areNotAllListed() {
    ImageFiles.twoClasses(root, 5);
    for (int i = 10; i < 40; i++) {
      ImageFiles.write(root.resolve("cat/" + i + ".png"), new byte[0]);
    }
    assertThatThrownBy(() -> ImageLoader.read(root, USUAL))
        .hasMessageContaining("30 of 40 files")
        .hasMessageContaining("\"cat/19.png\" is empty; and 20 more; mend")
        .hasMessageNotContaining("cat/20.png");
  }

  @Test
  void read_linksInCircles_andToNothing_areBadFiles() throws IOException {
    ImageFiles.twoClasses(root, 5);
    Files.createSymbolicLink(root.resolve("all"), root);
    Files.createSymbolicLink(root.resolve("cat/up"), root);
    Files.createSymbolicLink(root.resolve("dog/self"), root.resolve("dog/self"));
    Files.createSymbolicLink(root.resolve("dog/gone.png"), root.resolve("nowhere.png"));
    Files.createSymbolicLink(root.resolve("dog/same.png"), root.resolve("cat/0.png"));
    assertThatThrownBy(() -> ImageLoader.read(root, USUAL))
        .hasMessageContaining("4 of 15 files")
        .hasMessageContaining("\"all\" is a link to a folder, which is not followed")
        .hasMessageContaining("\"cat/up\" is a link to a folder")
        .hasMessageContaining("\"dog/self\" cannot be read")
        .hasMessageContaining("\"dog/gone.png\" cannot be read, a link to nothing");
    assertThat(ImageLoader.read(root, SKIP).files()).hasSize(11).contains("dog/same.png");
  }

  @Test
  void read_linkedClassFolder_isAClass(@TempDir Path elsewhere) throws IOException {
    ImageFiles.twoClasses(elsewhere, 5);
    Files.createSymbolicLink(root.resolve("a"), elsewhere.resolve("cat"));
    Files.createSymbolicLink(root.resolve("b"), elsewhere.resolve("dog"));
    assertThat(ImageLoader.read(root, USUAL).classes()).containsExactly("a", "b");
  }

  @Test
  void read_unreadableFile_isBad() throws IOException {
    ImageFiles.twoClasses(root, 5);
    Path file = ImageFiles.write(root.resolve("cat/x.png"), new byte[3]);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(file), "this user may read everything");
    assertThatThrownBy(() -> ImageLoader.read(root, USUAL))
        .hasMessageContaining("\"cat/x.png\" cannot be read: access denied");
  }

  @Test
  void read_classWithoutImages_isRefused_alsoWhenBadOnesAreSkipped() throws IOException {
    ImageFiles.twoClasses(root, 5);
    Files.createDirectories(root.resolve("empty"));
    ImageFiles.write(root.resolve("mole/0.png"), new byte[0]);
    assertThatThrownBy(() -> ImageLoader.read(root, SKIP))
        .isInstanceOf(ImageException.class)
        .hasMessage(
            root
                + ": too few images: \"empty\" has 0 images, \"mole\" has 0 images: expected at"
                + " least 5 in each class folder; add some, or take the folder away");
  }

  @Test
  void read_foldersInAClassFolder_areAnotherLayout() {
    ImageFiles.twoClasses(root.resolve("train"), 5);
    ImageFiles.twoClasses(root.resolve("test"), 5);
    assertThatThrownBy(() -> ImageLoader.read(root, SKIP))
        .isInstanceOf(ImageException.class)
        .hasMessageStartingWith(
            root.resolve("test") + ": holds the folders \"cat\", \"dog\", expected images alone");
    assertThat(ImageLoader.read(root.resolve("train"), USUAL).count()).isEqualTo(10);
  }

  @Test
  void read_noClassFolders_isRefused() {
    ImageFiles.write(root.resolve("a.png"), ImageFiles.encode(ImageFiles.grey(4, 4, 0), "png"));
    assertThatThrownBy(() -> ImageLoader.read(root, USUAL))
        .hasMessage(
            root
                + ": 0 folders in it, expected at least two, one for each class, with its images in"
                + " it");
    assertThatThrownBy(() -> ImageLoader.read(root.resolve("a.png"), USUAL))
        .hasMessageContaining("is no folder");
  }

  @Test
  void readFor_file_flatFolderAndClassFolders_areBroughtToTheModelsSize() {
    ImageFiles.twoClasses(root, 5);
    ImagePreparation preparation =
        new ImagePreparation(
            new ImageSize(2, 2),
            Channels.COLOUR,
            List.of(0.5, 0.5, 0.5),
            List.of(0.1, 0.1, 0.1),
            List.of("a", "b"));
    Images all = ImageLoader.readFor(preparation, root, BadImages.FAIL);
    assertThat(all.files()).hasSize(10).startsWith("cat/0.png");
    assertThat(all.shape()).containsExactly(3, 2, 2);
    Images flat = ImageLoader.readFor(preparation, root.resolve("dog"), BadImages.FAIL);
    assertThat(flat.files()).containsExactly("0.png", "1.png", "2.png", "3.png", "4.png");
    Path file = root.resolve("dog/3.png");
    Images one = ImageLoader.readFor(preparation, file, BadImages.FAIL);
    assertThat(one.pixels(0)).isEqualTo(flat.pixels(3)).isEqualTo(all.pixels(8));
    assertThatThrownBy(
            () -> ImageLoader.readFor(preparation, root.resolve("no.png"), BadImages.FAIL))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("\"no.png\" cannot be read");
  }

  /** As training does, which looks into class folders alone; an image beside them is a row. */
  @Test
  void readFor_fileBesideFolders_countsIfItBeginsAsAnImage() throws IOException {
    ImageFiles.twoClasses(root, 5);
    Files.writeString(root.resolve("SHA256SUMS"), "0 cat/0.png");
    byte[] png = ImageFiles.encode(ImageFiles.grey(4, 4, 0), "png");
    ImageFiles.write(root.resolve("eel.png"), png);
    ImagePreparation preparation =
        new ImagePreparation(
            new ImageSize(2, 2), Channels.GREY, List.of(0.5), List.of(0.1), List.of("a", "b"));
    assertThat(ImageLoader.readFor(preparation, root, BadImages.FAIL).files())
        .hasSize(11)
        .contains("eel.png")
        .doesNotContain("SHA256SUMS");
    ImageFiles.write(root.resolve("eel.png"), Arrays.copyOf(png, 20));
    assertThatThrownBy(() -> ImageLoader.readFor(preparation, root, BadImages.FAIL))
        .hasMessageContaining("\"eel.png\"");
    assertThatThrownBy(
            () -> {
              Path cat = root.resolve("cat");
              Files.writeString(cat.resolve("notes.txt"), "mine");
              ImageLoader.readFor(preparation, cat, BadImages.FAIL);
            })
        .hasMessageContaining("\"notes.txt\" is no image");
  }
}
