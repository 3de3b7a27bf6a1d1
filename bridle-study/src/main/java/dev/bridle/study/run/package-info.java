/**
 * Running a study: arms x replicates are units, units are packed into populations, populations are
 * trained by workers; then the choice of strengths, the judgement and the refit.
 */
@NullMarked
package dev.bridle.study.run;

import org.jspecify.annotations.NullMarked;
