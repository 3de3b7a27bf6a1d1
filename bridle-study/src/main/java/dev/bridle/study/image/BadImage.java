package dev.bridle.study.image;

/** One file that holds no image which can be used; the message follows the file's name. */
final class BadImage extends Exception {
  private static final long serialVersionUID = 1L;

  BadImage(String reason) {
    super(reason);
  }

  BadImage(String reason, Throwable cause) {
    super(reason, cause);
  }

  /** Why it cannot be used, in words that follow its name. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
