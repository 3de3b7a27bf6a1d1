package dev.bridle.study.diagnosis;

import java.util.Optional;

/**
 * What suggestions are made from.
 *
 * @param overview sizes
 * @param relevance which columns tell something of the target
 * @param correlations which say the same
 * @param classes rows of each class
 * @param noise labels that look wrong
 */
record Evidence(
    Overview overview,
    Optional<Relevance> relevance,
    Correlations correlations,
    Optional<ClassBalance> classes,
    Optional<LabelNoise> noise) {}
