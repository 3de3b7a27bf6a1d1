package dev.bridle.study.image;

/** What is done with files that hold no image which can be used. */
public enum BadImages {
  /** They are an error that lists them. */
  FAIL,
  /** They are left out and counted in a note. */
  SKIP
}
