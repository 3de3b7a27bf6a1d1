package dev.bridle.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.constraint.MaxNorm;
import dev.bridle.declaration.Regularizer;
import dev.bridle.dropout.Dropout;
import dev.bridle.penalty.L2;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No regularizer of the library is left out of the catalogue. */
final class CompletenessTest {
  @Test
  void publicRegularizers_areMadeByAnEntry() throws Exception {
    List<String> found = publicRegularizers();
    assertThat(found)
        .as("classes that were looked through")
        .contains(L2.class.getName(), MaxNorm.class.getName(), Dropout.class.getName());
    List<String> made =
        Catalogue.declarations().stream()
            .map(declared -> CatalogueTest.made(declared).getClass().getName())
            .toList();
    assertThat(found.stream().filter(name -> !made.contains(name)))
        .as("public classes that are a Regularizer, without a line in catalogue.Catalogue")
        .isEmpty();
  }

  private static List<String> publicRegularizers() throws Exception {
    Path classes =
        Path.of(Catalogue.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(name -> name.endsWith(".class"))
          .map(name -> name.replaceFirst("\\.class$", "").replaceAll("[/\\\\]", "."))
          .filter(CompletenessTest::isPublicRegularizer)
          .toList();
    }
  }

  private static boolean isPublicRegularizer(String name) {
    try {
      Class<?> type = Class.forName(name, false, Catalogue.class.getClassLoader());
      int modifiers = type.getModifiers();
      return Regularizer.class.isAssignableFrom(type)
          && Modifier.isPublic(modifiers)
          && !Modifier.isAbstract(modifiers);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(name, e);
    }
  }
}
