package dev.bridle.catalogue;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Kind;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@link Guide}s to the entries of the {@link Catalogue}, by name. They are written in one file
 * for each few kinds; every entry has one, and nothing else has.
 */
public final class Guides {
  private static final Map<String, Guide> BY_NAME =
      Stream.of(
              BatchGuides.ALL,
              ActivationGuides.ALL,
              ShapeGuides.ALL,
              PerturbationGuides.ALL,
              PenaltyGuides.ALL,
              ActivityGuides.ALL,
              ConstraintGuides.ALL,
              AveragingGuides.ALL,
              TrainingGuides.ALL)
          .flatMap(guides -> guides.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private Guides() {}

  /**
   * What is written on an entry.
   *
   * @throws IllegalArgumentException if nothing is, with the class it belongs into
   */
  public static Guide of(Declaration declared) {
    Guide guide = BY_NAME.get(declared.name());
    if (guide == null) {
      throw new IllegalArgumentException(
          declared.name() + " has no guide: expected one in " + home(declared.kind()).getName());
    }
    return guide;
  }

  /** All names that something is written on. */
  static Set<String> names() {
    return BY_NAME.keySet();
  }

  private static Class<?> home(Kind kind) {
    return switch (kind) {
      case BATCH -> BatchGuides.class;
      case NOISE, DROPOUT, NORMALIZATION -> ActivationGuides.class;
      case PENALTY -> PenaltyGuides.class;
      case DECAY, CONSTRAINT -> ConstraintGuides.class;
      case AVERAGING -> AveragingGuides.class;
      case GRADIENT, UPDATE_RULE, STOPPING -> TrainingGuides.class;
    };
  }
}
