package dev.bridle.study.store;

import java.nio.file.Path;
import java.util.List;

/**
 * Says that the study in a folder is not the one that was asked for: its plan or its data differ.
 */
public final class PlanMismatch extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int TOLD = 3;

  private final transient List<String> differences;

  PlanMismatch(Path folder, List<String> differences) {
    super(message(folder, differences));
    this.differences = List.copyOf(differences);
  }

  /** All that differs, a line each: {@code seed 7 there, 8 here}. */
  public List<String> differences() {
    return differences;
  }

  private static String message(Path folder, List<String> differences) {
    List<String> first = differences.subList(0, Math.min(TOLD, differences.size()));
    int rest = differences.size() - first.size();
    return "the study in "
        + folder
        + " is of another plan: "
        + String.join("; ", first)
        + (rest > 0 ? "; and " + rest + " more" : "")
        + "; --fresh starts anew";
  }
}
