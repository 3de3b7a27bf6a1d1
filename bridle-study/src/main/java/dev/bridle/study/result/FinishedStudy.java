package dev.bridle.study.result;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import dev.bridle.file.AtomicFile;
import dev.bridle.file.FileFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that a finished study has to tell, and how that is kept in a file, so that its report can be
 * made again without a training.
 *
 * <p>The file is JSON under the names of the records' components; it is for Bridle itself, programs
 * have {@code --json}. What is read equals what was written, every number to the bit, and equal
 * studies make equal bytes.
 *
 * @param report what it found
 * @param advice how what {@code diagnose} suggests fared in it
 */
public record FinishedStudy(StudyReport report, List<FaredAdvice> advice) {
  /** Goes up whenever a component of the records is added or changes its meaning. */
  private static final int FORMAT = 1;

  /**
   * Texts are escaped down to ASCII, so that half of a surrogate pair, which UTF-8 cannot say,
   * comes back. Methods such as {@code isBaseline()} are no components.
   */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .changeDefaultVisibility(
              all -> all.withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE))
          .build();

  /** Copies the list. */
  public FinishedStudy {
    advice = List.copyOf(advice);
  }

  /** The whole of a file. */
  private record Content(int bridleReport, FinishedStudy study) {}

  /**
   * Writes it, replacing a file that is there in one step.
   *
   * @throws IOException if the file cannot be written; the message names it and the reason
   */
  public void write(Path file) throws IOException {
    String json = MAPPER.writeValueAsString(new Content(FORMAT, this));
    byte[] bytes = json.getBytes(StandardCharsets.US_ASCII);
    AtomicFile.write(file, bytes.length, out -> out.write(bytes));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws FileFormatException if it is something else, or another version of Bridle's
   * @throws IOException if the file cannot be read
   */
  public static FinishedStudy read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      JsonNode content = MAPPER.readTree(bytes);
      int format = content.path("bridleReport").asInt(0);
      if (format < 1) {
        throw new FileFormatException(
            file + ": is not what Bridle keeps of a finished study: it has no bridleReport");
      }
      if (format > FORMAT) {
        throw new FileFormatException(
            file
                + ": bridleReport = "
                + format
                + ", expected at most "
                + FORMAT
                + ": a newer Bridle wrote it, and one like that can read it");
      }
      return MAPPER.treeToValue(content, Content.class).study();
    } catch (JacksonException e) {
      throw new FileFormatException(
          file + ": is not what Bridle keeps of a finished study: " + e.getOriginalMessage(), e);
    }
  }
}
