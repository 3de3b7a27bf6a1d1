package dev.bridle.diagnostic;

/**
 * How much a penalty or a decay has to say about where a weight goes: \( s = \|\nabla R\| /
 * (\|\nabla R\| + \|\nabla L\|) \), norms over the numbers of the weight, R the penalty and L the
 * data loss of a batch without noise.
 *
 * <p>The mean over the epochs that were looked at: 1, 2, 4, 8 and so on. Near 0 the penalty does
 * nothing, at 0.5 both pull equally hard, as they do at a minimum. The gradient of the penalty is
 * that of its value, also where a proximal step does its work. A decoupled decay is no gradient:
 * there both are what moves the weight in an update, \( \lambda \|w\| \) and the norm of the
 * gradient as the update rule scales it.
 *
 * @param term the term of the recipe: {@code l2(0.001)}
 * @param weight the weight's name, or {@link #ALL}
 * @param share s, in [0, 1]; NaN if no epoch came to its end with finite numbers
 * @param scaleFree whether the outputs stay the same when the weight is multiplied by a number, as
 *     before a normalisation; always false of {@link #ALL}
 */
public record GradientShare(String term, String weight, double share, boolean scaleFree) {
  /** Stands for all weights of the term together. */
  public static final String ALL = "all";

  /** Whether it is that of all weights of its term together. */
  public boolean isTotal() {
    return weight.equals(ALL);
  }
}
