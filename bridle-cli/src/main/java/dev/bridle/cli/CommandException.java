package dev.bridle.cli;

import java.util.function.Supplier;

/** Something that the user can put right, with the exit code it ends in. */
final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;

  /**
   * Ends the command.
   *
   * @param code one of {@link ExitCode}
   * @param message one paragraph, shown as it is
   */
  CommandException(int code, String message) {
    super(message);
    this.code = code;
  }

  private CommandException(int code, IllegalArgumentException cause) {
    super(cause.getMessage(), cause);
    this.code = code;
  }

  /** Makes a value out of what the user wrote; where that is refused, the command ends. */
  static <T> T orEnd(int code, Supplier<T> make) {
    try {
      return make.get();
    } catch (IllegalArgumentException e) {
      throw new CommandException(code, e);
    }
  }

  /** Returns {@code value} if it lies between {@code low} and {@code high}. */
  static int requireCount(String option, int value, int low, int high) {
    if (!(value >= low && value <= high)) {
      throw new CommandException(ExitCode.USAGE, Figures.refusedCount(option, value, low, high));
    }
    return value;
  }

  /** One of {@link ExitCode}. */
  int code() {
    return code;
  }
}
