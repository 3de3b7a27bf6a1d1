package dev.bridle.diagnostic;

import java.util.Locale;

/**
 * Something a user should know about a training, as sentences.
 *
 * @param severity how bad it is
 * @param kind what it is, for programs: {@code does-nothing}
 * @param term the term of the recipe it concerns; empty text if none
 * @param weight the weight or layer it concerns; empty text if none
 * @param text what was seen, with its numbers, and what that means
 * @param advice what to do
 */
public record Finding(
    Severity severity, String kind, String term, String weight, String text, String advice) {

  /** How bad it is. */
  public enum Severity {
    /** Good to know. */
    NOTE,
    /** The recipe does not do what it says, or does too much of it. */
    WARNING,
    /** The result cannot be trusted. */
    ERROR;

    /** As a user reads it: {@code warning}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Both sentences, behind what they are about. */
  @Override
  public String toString() {
    String where = weight.isEmpty() ? "" : " on " + weight;
    String about = term.isEmpty() ? weight : term + where;
    return (about.isEmpty() ? "" : about + ": ") + text + " " + advice;
  }
}
