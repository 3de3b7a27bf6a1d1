package dev.bridle.study.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.tensor.Key;
import dev.bridle.tensor.RandomStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LinkageTest {
  /** Points on a line: two pairs, whose members are 5 apart on average. */
  private static final double[][] PAIRS = line(0, 5, 1, 6);

  @Test
  void clusters_areThoseBelowTheCut() {
    Linkage linkage = new Linkage(PAIRS);
    assertThat(linkage.clusters(0.5)).isEmpty();
    assertThat(linkage.clusters(1)).containsExactlyInAnyOrder(List.of(0, 2), List.of(1, 3));
    assertThat(linkage.clusters(4.9)).hasSize(2);
    assertThat(linkage.clusters(5)).containsExactly(List.of(0, 1, 2, 3));
  }

  @Test
  void order_putsTheNearEndsTogether() {
    int[] order = new Linkage(PAIRS).order(PAIRS);
    assertThat(order[0] == 0 ? order : reversed(order)).containsExactly(0, 2, 1, 3);
  }

  @Test
  void one_isItsOwnOrder_andNoCluster() {
    Linkage linkage = new Linkage(new double[1][1]);
    assertThat(linkage.order(new double[1][1])).containsExactly(0);
    assertThat(linkage.clusters(1)).isEmpty();
  }

  @Test
  void ties_end() {
    double[][] equal = line(1, 1, 1, 1, 1);
    assertThat(new Linkage(equal).clusters(0)).containsExactly(List.of(0, 1, 2, 3, 4));
  }

  @Test
  void clusters_areThoseOfJoiningTheNearestPairAgainAndAgain() {
    for (int seed = 0; seed < 20; seed++) {
      RandomStream random = Key.of(seed).stream();
      double[][] points = new double[15][2];
      for (double[] point : points) {
        point[0] = random.nextDouble();
        point[1] = random.nextDouble();
      }
      double[][] d = new double[15][15];
      for (int i = 0; i < 15; i++) {
        for (int j = 0; j < 15; j++) {
          d[i][j] = Math.hypot(points[i][0] - points[j][0], points[i][1] - points[j][1]);
        }
      }
      for (double cut : new double[] {0.1, 0.2, 0.3, 0.4}) {
        assertThat(new Linkage(d).clusters(cut))
            .as("seed %d, cut %s", seed, cut)
            .containsExactlyInAnyOrderElementsOf(slowly(d, cut));
      }
    }
  }

  private static List<List<Integer>> slowly(double[][] d, double cut) {
    List<List<Integer>> clusters = new ArrayList<>();
    IntStream.range(0, d.length).forEach(i -> clusters.add(new ArrayList<>(List.of(i))));
    while (clusters.size() > 1) {
      int[] best = {0, 1};
      for (int i = 0; i < clusters.size(); i++) {
        for (int j = i + 1; j < clusters.size(); j++) {
          if (mean(d, clusters.get(i), clusters.get(j))
              < mean(d, clusters.get(best[0]), clusters.get(best[1]))) {
            best = new int[] {i, j};
          }
        }
      }
      if (mean(d, clusters.get(best[0]), clusters.get(best[1])) > cut) {
        break;
      }
      clusters.get(best[0]).addAll(clusters.remove(best[1]));
    }
    clusters.forEach(cluster -> cluster.sort(Comparator.naturalOrder()));
    return clusters.stream().filter(cluster -> cluster.size() > 1).toList();
  }

  private static double mean(double[][] d, List<Integer> a, List<Integer> b) {
    double sum = 0;
    for (int i : a) {
      for (int j : b) {
        sum += d[i][j];
      }
    }
    return sum / a.size() / b.size();
  }

  private static double[][] line(double... places) {
    double[][] d = new double[places.length][places.length];
    for (int i = 0; i < places.length; i++) {
      for (int j = 0; j < places.length; j++) {
        d[i][j] = Math.abs(places[i] - places[j]);
      }
    }
    return d;
  }

  private static int[] reversed(int... order) {
    return IntStream.range(0, order.length).map(i -> order[order.length - 1 - i]).toArray();
  }
}
