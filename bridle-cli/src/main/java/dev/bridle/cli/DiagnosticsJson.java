package dev.bridle.cli;

import dev.bridle.diagnostic.ConstraintCheck;
import dev.bridle.diagnostic.ConstraintCheck.Tightness;
import dev.bridle.diagnostic.DeadUnits;
import dev.bridle.diagnostic.Diagnostics;
import dev.bridle.diagnostic.Finding;
import dev.bridle.diagnostic.GradientShare;
import dev.bridle.diagnostic.LayerNorms;
import dev.bridle.diagnostic.Robustness;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The diagnostics of one network as a part of a document; a number that does not exist, or is
 * infinite, is null.
 *
 * <p>{@code norms}: of each kernel, over {@code epochs}, 0 is before the first update. {@code
 * gradients}: the share of each penalty or decay in the gradient, {@code weight} is {@code all} for
 * its weights together; {@code scaleFree} says that a normalisation follows. {@code constraints}:
 * the worst {@code violation} as a share of the limit and what is {@code allowed} for rounding, and
 * norm over limit of the closest unit of all looks ({@code peak}), of the final {@code largest} and
 * {@code median}, with the share {@code atBound}. {@code deadUnits}: by layer. {@code gaps}:
 * validation loss less training loss, by epoch. {@code repeatable}: two evaluations agree to the
 * bit. {@code robustness}: scores under {@code noise} in standard deviations of the inputs, and the
 * mean norm of the loss's gradient by the inputs; null where it was not measured. {@code findings}:
 * sentences, the worst first.
 */
final class DiagnosticsJson {
  /** The most moments of a norm: a chart shows no more, and long trainings stay short here. */
  private static final int MOMENTS = 64;

  private DiagnosticsJson() {}

  /** Writes the diagnostics into a node. */
  static void write(Diagnostics d, ObjectNode node) {
    ArrayNode norms = node.putArray("norms");
    d.norms().forEach(n -> norms(n.thinned(MOMENTS), norms.addObject()));
    ArrayNode gradients = node.putArray("gradients");
    d.gradients().forEach(g -> gradient(g, gradients.addObject()));
    ArrayNode constraints = node.putArray("constraints");
    d.constraints().forEach(c -> constraint(c, constraints.addObject()));
    ArrayNode units = node.putArray("deadUnits");
    d.units().forEach(u -> units(u, units.addObject()));
    numbers(node.putArray("gaps"), d.gaps());
    node.put("repeatable", d.repeatable());
    if (d.robustness().isPresent()) {
      robustness(d.robustness().get(), node.putObject("robustness"));
    } else {
      node.putNull("robustness");
    }
    ArrayNode findings = node.putArray("findings");
    d.findings().forEach(f -> finding(f, findings.addObject()));
  }

  /** Writes one finding. */
  static void finding(Finding finding, ObjectNode node) {
    node.put("severity", finding.severity().word());
    node.put("kind", finding.kind());
    node.put("term", finding.term().isEmpty() ? null : finding.term());
    node.put("weight", finding.weight().isEmpty() ? null : finding.weight());
    node.put("text", finding.text());
    node.put("advice", finding.advice());
  }

  private static void norms(LayerNorms norms, ObjectNode node) {
    node.put("weight", norms.weight());
    number(node, "zeroFraction", norms.zeroFraction());
    ArrayNode epochs = node.putArray("epochs");
    norms.epochs().forEach(epochs::add);
    numbers(node.putArray("norms"), norms.norms());
  }

  private static void gradient(GradientShare gradient, ObjectNode node) {
    node.put("term", gradient.term());
    node.put("weight", gradient.weight());
    number(node, "share", gradient.share());
    node.put("scaleFree", gradient.scaleFree());
  }

  private static void constraint(ConstraintCheck check, ObjectNode node) {
    node.put("term", check.term());
    node.put("weight", check.weight());
    node.put("epochs", check.epochs());
    number(node, "violation", check.violation());
    number(node, "allowed", check.allowed());
    node.put("held", check.held());
    Optional<Tightness> tightness = check.tightness();
    number(node, "peak", tightness.map(Tightness::peak).orElse(Double.NaN));
    number(node, "largest", tightness.map(Tightness::largest).orElse(Double.NaN));
    number(node, "median", tightness.map(Tightness::median).orElse(Double.NaN));
    number(node, "atBound", tightness.map(Tightness::atBound).orElse(Double.NaN));
  }

  private static void units(DeadUnits units, ObjectNode node) {
    node.put("layer", units.layer());
    node.put("units", units.units());
    node.put("dead", units.dead());
  }

  private static void robustness(Robustness robustness, ObjectNode node) {
    node.put("part", robustness.part());
    node.put("metric", robustness.metric());
    numbers(node.putArray("noise"), robustness.noise());
    numbers(node.putArray("scores"), robustness.scores());
    number(node, "inputGradient", robustness.inputGradient());
  }

  private static void numbers(ArrayNode array, List<Double> numbers) {
    for (double number : numbers) {
      if (Double.isFinite(number)) {
        array.add(number);
      } else {
        array.addNull();
      }
    }
  }

  private static void number(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.putNull(name);
    }
  }
}
