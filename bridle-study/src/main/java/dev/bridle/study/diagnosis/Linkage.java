package dev.bridle.study.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Hierarchical clustering by average linkage: the two clusters whose members are least far apart on
 * average are joined, until one is left.
 *
 * <p>By chains of nearest neighbours, which takes \( O(n^2) \) time and memory and finds the same
 * tree. See Muellner, Modern hierarchical, agglomerative clustering algorithms, arXiv 1109.2378
 * (2011), figure 3.
 */
final class Linkage {
  private final int leaves;
  private final List<Join> joins = new ArrayList<>();

  /**
   * Two clusters made one.
   *
   * @param left a leaf, or n plus the place of an earlier join
   * @param right likewise
   * @param height their distance
   */
  private record Join(int left, int right, double height) {}

  /** Clusters n things by their distances {@code [n, n]}: symmetric, finite. */
  Linkage(double[][] distances) {
    this.leaves = distances.length;
    double[][] d = Arrays.stream(distances).map(double[]::clone).toArray(double[][]::new);
    int[] node = new int[leaves]; // the cluster in each place; -1 once it is part of another
    int[] size = new int[leaves];
    Arrays.setAll(node, i -> i);
    Arrays.fill(size, 1);
    int[] chain = new int[leaves];
    int length = 0;
    while (joins.size() < leaves - 1) {
      if (length == 0) {
        chain[length++] = first(node);
      }
      int top = chain[length - 1];
      int before = length > 1 ? chain[length - 2] : -1;
      int near = nearest(d[top], node, top, before);
      if (near == before) {
        join(d, node, size, before, top);
        length -= 2;
      } else {
        chain[length++] = near;
      }
    }
  }

  private static int first(int... node) {
    int place = 0;
    while (node[place] < 0) {
      place++;
    }
    return place;
  }

  /** The nearest of the others; among equals the one the chain came from, so that it ends. */
  private static int nearest(double[] distance, int[] node, int of, int before) {
    int best = before;
    for (int i = 0; i < node.length; i++) {
      if (i != of && node[i] >= 0 && (best < 0 || distance[i] < distance[best])) {
        best = i;
      }
    }
    return best;
  }

  private void join(double[][] d, int[] node, int[] size, int a, int b) {
    joins.add(new Join(node[a], node[b], d[a][b]));
    int both = size[a] + size[b];
    for (int i = 0; i < node.length; i++) {
      d[a][i] = (size[a] * d[a][i] + size[b] * d[b][i]) / both;
      d[i][a] = d[a][i];
    }
    node[a] = leaves + joins.size() - 1;
    size[a] = both;
    node[b] = -1;
  }

  /**
   * All leaves so that like ones stand together: the clusters of each join beside each other,
   * turned so that the ends that meet are as near as they can be.
   */
  int[] order(double[][] distances) {
    List<List<Integer>> of = new ArrayList<>();
    for (int i = 0; i < leaves; i++) {
      of.add(List.of(i));
    }
    for (Join join : joins) {
      of.add(together(of.get(join.left()), of.get(join.right()), distances));
    }
    return of.get(of.size() - 1).stream().mapToInt(Integer::intValue).toArray();
  }

  private static List<Integer> together(List<Integer> a, List<Integer> b, double[][] d) {
    List<Integer> best = List.of();
    double least = Double.POSITIVE_INFINITY;
    for (int turn = 0; turn < 4; turn++) {
      List<Integer> left = (turn & 1) == 0 ? a : reversed(a);
      List<Integer> right = (turn & 2) == 0 ? b : reversed(b);
      double gap = d[left.get(left.size() - 1)][right.get(0)];
      if (gap < least) {
        least = gap;
        best = new ArrayList<>(left);
        best.addAll(right);
      }
    }
    return best;
  }

  private static List<Integer> reversed(List<Integer> list) {
    List<Integer> reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    return reversed;
  }

  /** The largest clusters of two or more that were joined at this distance or below. */
  List<List<Integer>> clusters(double distance) {
    List<List<Integer>> clusters = new ArrayList<>();
    if (!joins.isEmpty()) {
      cut(leaves + joins.size() - 1, distance, clusters);
    }
    return clusters;
  }

  private void cut(int node, double distance, List<List<Integer>> clusters) {
    if (node < leaves) {
      return;
    }
    Join join = joins.get(node - leaves);
    if (join.height() <= distance) {
      List<Integer> members = new ArrayList<>();
      collect(node, members);
      Collections.sort(members);
      clusters.add(members);
      return;
    }
    cut(join.left(), distance, clusters);
    cut(join.right(), distance, clusters);
  }

  private void collect(int node, List<Integer> members) {
    if (node < leaves) {
      members.add(node);
      return;
    }
    collect(joins.get(node - leaves).left(), members);
    collect(joins.get(node - leaves).right(), members);
  }
}
