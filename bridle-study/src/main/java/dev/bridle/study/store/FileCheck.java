package dev.bridle.study.store;

import java.util.Optional;

/**
 * What became of a file that the store knows.
 *
 * @param file as it was recorded
 * @param unit whose weights it holds; empty for files of the study as a whole
 * @param state how it is now
 */
public record FileCheck(StoredFile file, Optional<UnitKey> unit, State state) {
  /** How a file is found. */
  public enum State {
    /** It has the recorded size and content. */
    INTACT,
    /** There is no such file. */
    MISSING,
    /** Its size or content is another. */
    ALTERED,
    /** It is there but cannot be read. */
    UNREADABLE
  }

  /** Whether it can be relied on. */
  public boolean isIntact() {
    return state == State.INTACT;
  }
}
