package dev.bridle.study.statistics;

import java.util.List;

/**
 * The member of a family that goes to the second phase.
 *
 * @param chosen the member that was chosen
 * @param best the member with the best mean, which the chosen one ties with
 * @param tied the names of all members that tie with the best, itself included, in the order given
 * @param atBorder whether the best mean lies at the weakest or strongest end of the grid, so that
 *     the grid should be extended before any verdict
 */
public record Selected(Candidate chosen, Candidate best, List<String> tied, boolean atBorder) {
  /** Copies the names. */
  public Selected {
    tied = List.copyOf(tied);
  }
}
