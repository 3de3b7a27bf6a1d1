package dev.bridle.study.result;

import dev.bridle.diagnostic.Diagnostics;
import dev.bridle.train.Ledger;

/**
 * What is known of one refitted network beside its scores.
 *
 * @param recipe with its strengths
 * @param baseline whether it is what all others are compared with
 * @param loss of its training rows over the last epoch, penalties left out
 * @param ledger what each penalty adds to that
 * @param diagnostics what the recipe did to it
 */
public record Examined(
    String recipe, boolean baseline, double loss, Ledger ledger, Diagnostics diagnostics) {}
