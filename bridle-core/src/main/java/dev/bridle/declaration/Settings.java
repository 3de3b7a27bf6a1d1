package dev.bridle.declaration;

/** What a user wrote for one regularizer, with the declaration's own values where nothing was. */
public interface Settings {
  /** The number written for a parameter. */
  double number(String parameter);

  /** What the number is a multiple of ({@code x-init}), or empty where it stands for itself. */
  String scale(String parameter);

  /** The word written for a choice. */
  String word(String choice);
}
