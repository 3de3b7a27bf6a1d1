package dev.bridle.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

final class ReasonTest {
  @Test
  void of_exceptionsWhoseMessageIsOnlyThePath_saysWhatIsWrong() {
    assertThat(Reason.of(new AccessDeniedException("out/.x.tmp")))
        .isEqualTo("no permission for out/.x.tmp");
    assertThat(Reason.of(new NoSuchFileException("out"))).isEqualTo("there is no out");
  }

  @Test
  void of_fileSystemException_isTheReasonWithoutThePaths() {
    assertThat(Reason.of(new FileSystemException("a", "b", "Read-only file system")))
        .isEqualTo("Read-only file system");
  }

  @Test
  void of_others_isTheMessageOrElseTheName() {
    assertThat(Reason.of(new IOException("No space left on device")))
        .isEqualTo("No space left on device");
    assertThat(Reason.of(new FileSystemException("a"))).isEqualTo("FileSystemException");
    assertThat(Reason.of(new IOException(" "))).isEqualTo("IOException");
    assertThat(Reason.of(new ClosedByInterruptException())).isEqualTo("interrupted");
  }
}
