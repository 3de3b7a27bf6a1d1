package dev.bridle.cli;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Generator;
import dev.bridle.data.Task;
import dev.bridle.network.Places;
import dev.bridle.plan.Budget;
import dev.bridle.population.Role;
import dev.bridle.population.WeightSpec;
import dev.bridle.recipe.Term;
import dev.bridle.train.Load;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What will be done, in a few lines: everything that was left open is settled here. */
final class Preface {
  private static final String SCOPE = "scope";

  private Preface() {}

  /** The lines for an experiment. */
  static List<String> of(Experiment experiment, Load load) {
    List<String> lines = new ArrayList<>();
    lines.add("data      " + data(experiment));
    lines.add("network   " + network(experiment.arms().get(0)));
    lines.add("plan      " + plan(experiment));
    Arm last = experiment.arms().get(experiment.arms().size() - 1);
    for (Term term : last.recipe().terms()) {
      if (term.declaration().choice(SCOPE).isPresent()) {
        lines.add(String.format(Locale.ROOT, "%-8s  ", term.name()) + units(term, last));
      }
    }
    int workers = Math.min(load.workers(), Packing.of(experiment, load).size());
    lines.add(
        "training  "
            + Figures.of(experiment.arms().size(), "recipe")
            + " x "
            + Figures.of(experiment.replicates(), "replicate")
            + ", on "
            + Figures.of(workers, "thread")
            + ", about "
            + Figures.megabytes(load.bytes())
            + " beside the Java heap");
    return lines;
  }

  /** The shape of data for a task, in words: {@code 256 inputs, 10 classes}. */
  static String shape(int features, Task task) {
    String outputs = task instanceof Task.Classification ? "class" : "target";
    String plural = outputs.equals("class") && task.outputs() > 1 ? "classes" : "";
    return Figures.of(features, "input")
        + ", "
        + (plural.isEmpty() ? Figures.of(task.outputs(), outputs) : task.outputs() + " " + plural);
  }

  /** The parts of a replicate, in words: {@code 500 rows to train on, ...}. */
  static String parts(Generator.Sizes sizes) {
    return Figures.count(sizes.train())
        + " rows to train on, "
        + Figures.count(sizes.validation())
        + " for validation, "
        + Figures.count(sizes.test())
        + " for testing";
  }

  private static String data(Experiment experiment) {
    return experiment.data().name()
        + ": "
        + parts(experiment.sizes())
        + "; "
        + shape(experiment.rows().features(), experiment.task());
  }

  private static String network(Arm arm) {
    Architecture architecture = arm.network().architecture();
    return architecture + ": " + Figures.of(arm.parameters(), "parameter");
  }

  private static String plan(Experiment experiment) {
    Budget budget = experiment.budget();
    double epochs = (double) budget.updates() / budget.stepsPerEpoch();
    return experiment.plan().rule()
        + ", batch "
        + budget.batch()
        + ", "
        + Figures.of(budget.updates(), "update")
        + " = "
        + (epochs == Math.rint(epochs) ? Figures.count((long) epochs) : Figures.tenths(epochs))
        + (epochs == 1 ? " epoch" : " epochs")
        + experiment.plan().manner()
        + (experiment.plan().standardize() || !experiment.data().standardize()
            ? ""
            : ", inputs as they are");
  }

  /** What counts as a unit for a term: {@code dense1: 128 units x 256 weights}. */
  private static String units(Term term, Arm arm) {
    List<WeightSpec> all = arm.network().layout(List.of()).weights();
    return Places.weights(term, arm.network().architecture(), all).stream()
        .map(weight -> units(weight, term.word(SCOPE)))
        .collect(Collectors.joining(", "));
  }

  private static String units(WeightSpec weight, String scope) {
    String name = weight.role() == Role.KERNEL ? weight.layer() : weight.name();
    long size = weight.size();
    return name
        + ": "
        + switch (scope) {
          case "per-input" -> vectors(size / weight.fanOut(), "input", weight.fanOut());
          case "whole" -> Figures.of(size, "weight") + " as one";
          default -> vectors(size / weight.fanIn(), "unit", weight.fanIn());
        };
  }

  private static String vectors(long count, String noun, int length) {
    return Figures.of(count, noun) + " x " + Figures.of(length, "weight");
  }
}
