package dev.bridle.data;

import java.util.List;

/** What a network is asked for: one of several classes, or one or more numbers. */
public sealed interface Task permits Task.Classification, Task.Regression {

  /** How many outputs a network for this task has. */
  int outputs();

  /** One of {@code classes}; the network has one logit for each. */
  record Classification(List<String> classes) implements Task {
    /** Checks that there are at least two classes and that no name occurs twice. */
    public Classification {
      classes = List.copyOf(classes);
      if (classes.size() < 2) {
        throw new IllegalArgumentException(
            "classes = " + classes + ": expected at least two different classes");
      }
      if (classes.stream().distinct().count() != classes.size()) {
        throw new IllegalArgumentException("classes = " + classes + ": expected different names");
      }
    }

    @Override
    public int outputs() {
      return classes.size();
    }
  }

  /** Real numbers, one for each name. */
  record Regression(List<String> targets) implements Task {
    /** Checks that there is at least one target. */
    public Regression {
      targets = List.copyOf(targets);
      if (targets.isEmpty()) {
        throw new IllegalArgumentException("targets = []: expected at least one");
      }
    }

    @Override
    public int outputs() {
      return targets.size();
    }
  }

  /**
   * Refuses whatever is not a classification.
   *
   * @param who what needs classes
   */
  default void requireClasses(String who) {
    if (!(this instanceof Classification)) {
      throw new IllegalArgumentException(
          who + ": expected classes to predict, got numbers, for which it has no meaning");
    }
  }
}
