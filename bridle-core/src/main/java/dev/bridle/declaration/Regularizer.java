package dev.bridle.declaration;

/**
 * Anything that a recipe can name: a penalty, a decay, a constraint, a layer woven into the
 * network, a stopping rule. It is what it computes, without strengths; those are vectors of the
 * population.
 */
public interface Regularizer {}
