package dev.bridle.train;

import dev.bridle.architecture.Architecture;
import dev.bridle.catalogue.Catalogue;
import dev.bridle.catalogue.Guides;
import dev.bridle.data.Split;
import dev.bridle.data.builtin.Friedman;
import dev.bridle.data.builtin.Moons;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.diagnostic.Depth;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.recipe.Term;
import dev.bridle.recipe.Value;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.Precision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Small trainings for the laws of a population: sizes are odd on purpose, so that no array is a
 * multiple of a vector register, and for every regularizer there are members of three strengths.
 */
final class Arms {
  /** Odd sizes, two kinds of activation. */
  static final Architecture NETWORK = Architecture.parse("dense(7) tanh, dense(5) relu");

  /** For images: few channels and many, a residual branch, a batch of pixels left over. */
  static final Architecture IMAGES =
      Architecture.parse(
          "conv(8, 3) relu, max-pool(2), residual(conv(8, 3, padding=same) tanh), dense(5) relu");

  /** For series: both directions, then the last state of another cell. */
  static final Architecture SERIES = Architecture.parse("lstm(3, sequence, bidirectional), gru(5)");

  /** For ids, of which 0 is padding. */
  static final Architecture TEXTS = Architecture.parse("embedding(9, 3), conv(4, 2) relu, rnn(5)");

  /** Its last epoch is not whole: 60 rows make 4 batches of 13, and 31 updates 7 epochs and 3. */
  static final TrainingPlan MOMENTUM = TrainingPlan.parse("momentum(0.05), batch 13, updates 31");

  static final TrainingPlan ADAM = TrainingPlan.parse("adam(0.01), batch 13, updates 31");

  /**
   * Three recipes of one structure, and the first of them absent if it can be, for regularizers
   * whose {@link #derived} ones would not show all they do.
   */
  private static final Map<String, List<String>> STRENGTHS =
      Map.ofEntries(
          Map.entry("l2", List.of("l2(0)", "l2(0.01)", "l2(0.1)")),
          Map.entry("l1", List.of("l1(0)", "l1(0.001)", "l1(0.02)")),
          Map.entry(
              "elastic-net",
              List.of(
                  "elastic-net(l1=0, l2=0)",
                  "elastic-net(l1=0.001, l2=0.1)",
                  "elastic-net(0.01, alpha=0.3)")),
          Map.entry(
              "group-lasso", List.of("group-lasso(0)", "group-lasso(0.001)", "group-lasso(0.03)")),
          Map.entry(
              "orthogonal", List.of("orthogonal(0)", "orthogonal(0.001)", "orthogonal(0.05)")),
          Map.entry(
              "spectral-penalty",
              List.of("spectral-penalty(0)", "spectral-penalty(0.001)", "spectral-penalty(0.1)")),
          Map.entry(
              "weight-decay", List.of("weight-decay(0)", "weight-decay(0.1)", "weight-decay(1)")),
          Map.entry(
              "coupled-decay",
              List.of("coupled-decay(0)", "coupled-decay(0.01)", "coupled-decay(0.2)")),
          Map.entry("max-norm", List.of("max-norm(inf)", "max-norm(1)", "max-norm(0.3)")),
          Map.entry("clip-norm", List.of("clip-norm(0.5)", "clip-norm(0.05)", "clip-norm(100)")),
          Map.entry("clip-value", List.of("clip-value(0.1)", "clip-value(0.01)", "clip-value(9)")),
          Map.entry(
              "adaptive-clip",
              List.of("adaptive-clip(0.1)", "adaptive-clip(0.01)", "adaptive-clip(9)")),
          Map.entry("unit-norm", List.of("unit-norm", "unit-norm", "unit-norm")),
          Map.entry(
              "min-max-norm",
              List.of(
                  "min-max-norm(0, hi=inf, rate=0)",
                  "min-max-norm(0.5, hi=1)",
                  "min-max-norm(2, hi=3, rate=0.1)")),
          Map.entry("l1-ball", List.of("l1-ball(inf)", "l1-ball(2)", "l1-ball(0.5)")),
          Map.entry(
              "spectral-norm",
              List.of("spectral-norm(inf)", "spectral-norm", "spectral-norm(0.3)")),
          Map.entry("box", List.of("box(-1, hi=inf)", "box(-0.5, hi=0.5)", "box(-0.1, hi=0.3)")),
          Map.entry("non-negative", List.of("non-negative", "non-negative", "non-negative")),
          Map.entry("dropout", List.of("dropout(0)", "dropout(0.2)", "dropout(0.7)")),
          Map.entry(
              "gaussian-dropout",
              List.of("gaussian-dropout(0)", "gaussian-dropout(0.2)", "gaussian-dropout(0.5)")),
          Map.entry(
              "alpha-dropout",
              List.of("alpha-dropout(0)", "alpha-dropout(0.1)", "alpha-dropout(0.5)")),
          Map.entry(
              "activation-noise",
              List.of("activation-noise(0)", "activation-noise(0.1)", "activation-noise(1)")),
          Map.entry("input-noise", List.of("input-noise(0)", "input-noise(0.1)", "input-noise(1)")),
          Map.entry(
              "spatial-dropout",
              List.of("spatial-dropout(0)", "spatial-dropout(0.2)", "spatial-dropout(0.7)")),
          Map.entry(
              "drop-block",
              List.of(
                  "drop-block(0, size=2)", "drop-block(0.2, size=2)", "drop-block(0.5, size=3)")),
          Map.entry(
              "variational-dropout",
              List.of(
                  "variational-dropout(0)",
                  "variational-dropout(0.2)",
                  "variational-dropout(0.5)")),
          Map.entry("zoneout", List.of("zoneout(0)", "zoneout(0.1)", "zoneout(0.5)")),
          Map.entry(
              "stochastic-depth",
              List.of("stochastic-depth(0)", "stochastic-depth(0.2)", "stochastic-depth(0.5)")),
          Map.entry(
              "smooth-kernel",
              List.of("smooth-kernel(0)", "smooth-kernel(0.001)", "smooth-kernel(0.1)")),
          Map.entry(
              "group-norm", List.of("group-norm(1)", "group-norm(1)", "group-norm(1, epsilon=1)")),
          Map.entry(
              "batch-norm",
              List.of("batch-norm", "batch-norm(0.3)", "batch-norm(0.01, epsilon=0.001)")),
          Map.entry("layer-norm", List.of("layer-norm", "layer-norm(0.01)", "layer-norm(1)")),
          Map.entry("rms-norm", List.of("rms-norm", "rms-norm(0.01)", "rms-norm(1)")),
          Map.entry(
              "label-smoothing",
              List.of("label-smoothing(0)", "label-smoothing(0.1)", "label-smoothing(0.5)")),
          Map.entry("mixup", List.of("mixup(0)", "mixup(0.2)", "mixup(2)")),
          Map.entry(
              "label-noise", List.of("label-noise(0)", "label-noise(0.2)", "label-noise(0.6)")),
          Map.entry("cutout", List.of("cutout(0)", "cutout(2)", "cutout(4)")),
          Map.entry("random-crop", List.of("random-crop(0)", "random-crop(1)", "random-crop(3)")),
          Map.entry("flip", List.of("flip(0)", "flip", "flip(0.9)")),
          Map.entry(
              "weight-noise",
              List.of("weight-noise(0)", "weight-noise(0.01)", "weight-noise(0.3)")),
          Map.entry(
              "drop-connect", List.of("drop-connect(0)", "drop-connect(0.2)", "drop-connect(0.6)")),
          Map.entry("monte-carlo", List.of("monte-carlo(1)", "monte-carlo(3)", "monte-carlo(2)")),
          Map.entry("weight-norm", List.of("weight-norm", "weight-norm", "weight-norm")),
          Map.entry(
              "activity-l1", List.of("activity-l1(0)", "activity-l1(0.01)", "activity-l1(1)")),
          Map.entry(
              "activity-l2", List.of("activity-l2(0)", "activity-l2(0.01)", "activity-l2(1)")),
          Map.entry(
              "kl-sparsity",
              List.of("kl-sparsity(0)", "kl-sparsity(0.01)", "kl-sparsity(0.1, rate=0.3)")),
          Map.entry(
              "contractive", List.of("contractive(0)", "contractive(0.01)", "contractive(0.3)")),
          Map.entry(
              "confidence-penalty",
              List.of(
                  "confidence-penalty(0)", "confidence-penalty(0.1)", "confidence-penalty(0.5)")),
          Map.entry("sharpness", List.of("sharpness(0)", "sharpness(0.05)", "sharpness(0.5)")),
          Map.entry(
              "gradient-noise",
              List.of("gradient-noise(0)", "gradient-noise(0.01)", "gradient-noise(1, gamma=0)")),
          Map.entry("ema", List.of("ema(0)", "ema(0.5)", "ema(0.99)")),
          Map.entry("swa", List.of("swa(1)", "swa(0.5)", "swa(0)")),
          Map.entry("prune", List.of("prune(0)", "prune(0.5)", "prune(0.9, from=0, until=0.3)")),
          Map.entry(
              "early-stopping",
              List.of("early-stopping(inf)", "early-stopping(1)", "early-stopping(2)")));

  /** What has no place that says so. */
  private static final List<String> IMAGES_ONLY = List.of("cutout", "random-crop", "flip");

  /** Further forms whose code differs, by a name of their own. */
  static final Map<String, List<String>> FORMS =
      Map.ofEntries(
          Map.entry(
              "l1 subgradient",
              List.of(
                  "l1(0, solver=subgradient)",
                  "l1(0.001, solver=subgradient)",
                  "l1(0.02, solver=subgradient)")),
          Map.entry(
              "group-lasso of inputs",
              List.of(
                  "group-lasso(0, by=input)",
                  "group-lasso(0.01, by=input, sparse=0.3)",
                  "group-lasso(0.03, by=input, sparse=1)")),
          Map.entry(
              "group-lasso of layers",
              List.of(
                  "group-lasso(0, by=layer)@all",
                  "group-lasso(0.001, by=layer)@all",
                  "group-lasso(0.02, by=layer)@all")),
          Map.entry(
              "orthogonal cosine of inputs",
              List.of(
                  "orthogonal(0, mode=cosine, side=inputs)",
                  "orthogonal(0.01, mode=cosine, side=inputs)",
                  "orthogonal(1, mode=cosine, side=inputs)")),
          Map.entry(
              "images: none of its own",
              List.of(
                  "l2(0) + dropout(0)@all",
                  "l2(0.01) + dropout(0.1)@all",
                  "l2(0.1) + dropout(0.5)@all")),
          Map.entry(
              "images: group-norm of several",
              List.of("group-norm(1)@conv", "group-norm(4)@conv", "group-norm(4)@conv")),
          Map.entry(
              "images: normalised by channel",
              List.of("batch-norm", "batch-norm(0.3)", "batch-norm(0.01, epsilon=0.001)")),
          Map.entry(
              "images: changed by several rules",
              List.of(
                  "flip(0) + random-crop(0) + cutout(0) + mixup(0)",
                  "flip + random-crop(1) + cutout(3) + mixup(0.2)",
                  "flip(0.3) + random-crop(2) + cutout(1) + mixup(1)")),
          Map.entry(
              "images: filters",
              List.of(
                  "group-lasso(0, by=filter)@conv1 + max-norm(inf)",
                  "group-lasso(0.01, by=filter)@conv1 + max-norm(1)",
                  "group-lasso(0.1, by=filter)@conv1 + max-norm(0.5)")),
          Map.entry(
              "images: smooth kernels under a Gaussian",
              List.of(
                  "smooth-kernel(0, order=gaussian, length=2)",
                  "smooth-kernel(0.001, order=gaussian, length=1)",
                  "smooth-kernel(0.01, order=gaussian, length=3)")),
          Map.entry(
              "series: none of its own",
              List.of(
                  "l2(0) + max-norm(inf) + dropout(0)@recurrent",
                  "l2(0.01) + max-norm(1) + dropout(0.1)@recurrent",
                  "l2(0.1) + max-norm(0.5) + dropout(0.5)@recurrent")),
          Map.entry(
              "series: steps normalised, masks and zones inside",
              List.of(
                  "layer-norm@recurrent + variational-dropout(0) + zoneout(0)",
                  "layer-norm(0.1)@recurrent + variational-dropout(0.2) + zoneout(0.1)",
                  "layer-norm(1)@recurrent + variational-dropout(0.5) + zoneout(0.3)")),
          Map.entry(
              "texts: rows of a table",
              List.of(
                  "max-norm(inf)@embedding + l1(0)@embedding",
                  "max-norm(1)@embedding + l1(0.001)@embedding",
                  "max-norm(0.5)@embedding + l1(0.01)@embedding")),
          Map.entry(
              "max-norm joint",
              List.of(
                  "max-norm(inf, bias=joint)",
                  "max-norm(1, bias=joint)",
                  "max-norm(0.3, bias=joint)")),
          Map.entry(
              "max-norm rescaled tangent",
              List.of(
                  "max-norm(inf, bias=rescaled, momentum=tangent)",
                  "max-norm(1, bias=rescaled, momentum=tangent)",
                  "max-norm(0.3, bias=rescaled, momentum=tangent)")),
          Map.entry(
              "early-stopping accuracy",
              List.of(
                  "early-stopping(inf, metric=accuracy)",
                  "early-stopping(1, metric=accuracy)",
                  "early-stopping(2, metric=accuracy)")),
          Map.entry(
              "early-stopping gl",
              List.of(
                  "early-stopping(gl(1e6))", "early-stopping(gl(5))", "early-stopping(gl(0.01))")),
          Map.entry(
              "early-stopping pq",
              List.of(
                  "early-stopping(pq(1e6), strip=2)",
                  "early-stopping(pq(0.5), strip=2)",
                  "early-stopping(pq(0.01), strip=3)")),
          Map.entry(
              "early-stopping up",
              List.of(
                  "early-stopping(up(9), strip=1)",
                  "early-stopping(up(1), strip=2, smooth=2)",
                  "early-stopping(up(1), strip=1, min-delta=0.1)")),
          Map.entry(
              "max-norm of the start",
              List.of("max-norm(3x-init)", "max-norm(1x-init)", "max-norm(0.5x-init)")),
          Map.entry(
              "unit-norm per input",
              List.of(
                  "unit-norm(scope=per-input)",
                  "unit-norm(scope=per-input)",
                  "unit-norm(scope=per-input)")),
          Map.entry(
              "l1-ball whole",
              List.of(
                  "l1-ball(inf, scope=whole)",
                  "l1-ball(5, scope=whole)",
                  "l1-ball(1, scope=whole)")),
          Map.entry(
              "rows normalised behind the activation",
              List.of(
                  "layer-norm(position=after-activation) + dropout(0)",
                  "layer-norm(0.1, position=after-activation) + dropout(0.2)",
                  "layer-norm(1, position=after-activation) + dropout(0.5)")),
          Map.entry(
              "places",
              List.of(
                  "dropout(0)@all + l2(0)@all + l1(0)@dense1",
                  "dropout(0.1)@all + l2(0.1)@all + l1(0.01)@dense1",
                  "dropout(0.5)@all + l2(0.01)@all + l1(0.1)@dense1")),
          Map.entry(
              "schedules",
              List.of(
                  "dropout(0) + l1(0)",
                  "dropout(0->0.5 over 3) + l1(1e-3)",
                  "dropout(0.5->0.1 over 5) + l1(0.1->0 over 2)")),
          Map.entry(
              "averages of what is constrained and normalised",
              List.of(
                  "unit-norm + batch-norm + swa(1)",
                  "unit-norm + batch-norm + swa(0.3)",
                  "unit-norm + batch-norm + swa(0)")),
          Map.entry(
              "average and early stopping",
              List.of(
                  "ema(0.9) + early-stopping(inf) + prune(0.5, by=unit-norm)",
                  "ema(0.5) + early-stopping(1) + prune(0.2, by=unit-norm)",
                  "ema(0) + early-stopping(2) + prune(0.9, by=unit-norm)")),
          Map.entry(
              "noise under noise",
              List.of(
                  "mixup(0) + drop-connect(0)@all + weight-noise(0) + sharpness(0) + dropout(0)",
                  "mixup(1) + drop-connect(0.2)@all + weight-noise(0.1) + sharpness(0.1) + dropout(0.3)",
                  "mixup(0.1) + drop-connect(0.5)@all + weight-noise(0.01) + sharpness(0.5) +"
                      + " dropout(0.1)")),
          Map.entry(
              "batches changed by several rules",
              List.of(
                  "label-noise(0) + label-smoothing(0) + mixup(0)",
                  "label-noise(0.2) + label-smoothing(0.1) + mixup(0.3)",
                  "label-noise(0.1) + label-smoothing(0.3) + mixup(2)")),
          Map.entry(
              "whole units of normed weights pruned",
              List.of(
                  "weight-norm + prune(0, by=unit-norm)",
                  "weight-norm + prune(0.5, by=unit-norm, from=0)",
                  "weight-norm + prune(0.9, by=unit-norm, from=0, until=0)")),
          Map.entry(
              "masks at prediction",
              List.of(
                  "dropout(0.1) + batch-norm + monte-carlo(2)",
                  "dropout(0.5) + batch-norm + monte-carlo(5)",
                  "dropout(0.3) + batch-norm + monte-carlo(1)")),
          Map.entry(
              "activity at all layers, normed",
              List.of(
                  "activity-l2(0)@all + weight-norm@hidden + dropout(0)",
                  "activity-l2(0.1)@all + weight-norm@hidden + dropout(0.2)",
                  "activity-l2(0.01)@all + weight-norm@hidden + dropout(0.4)")),
          Map.entry(
              "all together",
              List.of(
                  "input-noise(0.1) + batch-norm + dropout(0.1) + l2(0.01) + max-norm(1)",
                  "input-noise(0.2) + batch-norm + dropout(0.5) + l2(0.001) + max-norm(2)",
                  "input-noise(0.3) + batch-norm + dropout(0.3) + l2(0) + max-norm(3)")));

  private Arms() {}

  /** All regularizers of the catalogue by name, and further forms. */
  static List<String> names() {
    List<String> declared =
        Catalogue.declarations().stream()
            .filter(d -> d.kind() != Kind.UPDATE_RULE)
            .map(Declaration::name)
            .toList();
    return java.util.stream.Stream.concat(declared.stream(), FORMS.keySet().stream().sorted())
        .toList();
  }

  /** Three recipes of one structure. */
  static List<Recipe> recipes(String name) {
    List<String> texts = STRENGTHS.getOrDefault(name, FORMS.get(name));
    return texts == null ? derived(name) : texts.stream().map(Recipe::parse).toList();
  }

  /** What its guide writes first, a third of that, and its absence; the same thrice without one. */
  private static List<Recipe> derived(String name) {
    Recipe usual = Recipe.parse(Guides.of(Catalogue.find(name)).examples().get(0));
    Term term = usual.terms().get(0);
    Parameter strength = term.declaration().parameters().get(0);
    double number = term.number(strength.name());
    return DoubleStream.of(strength.absence().orElse(number), number / 3, number)
        .mapToObj(value -> with(term, strength.name(), value))
        .toList();
  }

  private static Recipe with(Term term, String parameter, double value) {
    Map<String, Value> settings = new LinkedHashMap<>(term.settings());
    settings.put(parameter, Value.Single.of(value));
    return new Recipe(List.of(new Term(term.name(), settings, term.place())));
  }

  /** Replicate number {@code number} of the classification. */
  static Replicate replicate(int number) {
    Split split = new Moons().split(Key.of(5).at(number));
    return Replicate.of(11, number, split);
  }

  /** Replicate number {@code number} of data that a recipe has something to do on. */
  static Replicate replicate(String name, int number) {
    Replicate flat = replicate(number);
    String place = recipes(name).get(0).terms().get(0).declaration().place();
    if (name.startsWith("images")
        || IMAGES_ONLY.contains(name)
        || place.equals("conv")
        || place.equals("residual")) {
      return ShapedData.images(flat);
    }
    if (name.startsWith("series") || place.equals("recurrent")) {
      return ShapedData.series(flat);
    }
    return name.startsWith("texts") ? ShapedData.texts(flat) : flat;
  }

  /** Replicate number {@code number} of the regression. */
  static Replicate regression(int number) {
    Split whole = new Friedman().split(Key.of(5).at(number));
    return Replicate.of(11, number, whole);
  }

  static List<TrainingResult> train(TrainingPlan plan, Replicate replicate, List<Recipe> recipes) {
    return train(recipes.stream().map(r -> new Member(r, plan, replicate)).toList());
  }

  static List<TrainingResult> train(List<Member> members) {
    Architecture network = network(members.get(0).replicate().split().train().inputShape());
    return Trainer.train(network, members, Precision.FLOAT32, TrainingListener.NONE, 1, Depth.FULL);
  }

  /** The network for rows of that shape. */
  static Architecture network(int... shape) {
    return switch (shape.length) {
      case 3 -> IMAGES;
      case 2 -> SERIES;
      default -> shape[0] == ShapedData.STEPS ? TEXTS : NETWORK;
    };
  }
}
