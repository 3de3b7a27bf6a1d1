package dev.bridle.study.path;

import java.util.List;
import java.util.Optional;

/**
 * What a network becomes from the weakest strength to the strongest.
 *
 * @param data how the data are called
 * @param plan what was trained
 * @param reference without the term whose number is swept, on the same replicates
 * @param points the strengths, the weakest first
 * @param marks the best strength and those that tie with it; empty if every training diverged
 */
public record RegularizationPath(
    String data,
    PathPlan plan,
    PathPoint reference,
    List<PathPoint> points,
    Optional<Marks> marks) {

  /** Copies the points. */
  public RegularizationPath {
    points = List.copyOf(points);
  }

  /** The path of points that are trained, the reference first. */
  static RegularizationPath of(String data, PathPlan plan, List<PathPoint> trained) {
    List<PathPoint> points = trained.subList(1, trained.size());
    Optional<Marks> marks = Marks.of(points, plan.metric().higherIsBetter());
    return new RegularizationPath(data, plan, trained.get(0), points, marks);
  }

  /** The names of the layers that have kernels, in order; none if every training diverged. */
  public List<String> layers() {
    return points.stream()
        .filter(point -> !point.layers().isEmpty())
        .findFirst()
        .map(point -> point.layers().stream().map(LayerState::layer).toList())
        .orElse(List.of());
  }

  /** How many trainings diverged. */
  public int failed() {
    return reference.failed() + points.stream().mapToInt(PathPoint::failed).sum();
  }
}
