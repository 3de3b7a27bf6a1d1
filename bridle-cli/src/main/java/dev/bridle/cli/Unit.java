package dev.bridle.cli;

/**
 * One network to be trained.
 *
 * @param arm which recipe, by its number in the experiment
 * @param replicate which draw of chance, from 0
 */
record Unit(int arm, int replicate) {}
