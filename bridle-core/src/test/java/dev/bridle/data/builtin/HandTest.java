package dev.bridle.data.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.tensor.Key;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HandTest {

  @Test
  void smooth_evenPointsOnALine_stayOnIt() {
    List<Point> curve =
        Hand.smooth(List.of(new Point(0, 0), new Point(1, 2), new Point(2, 4), new Point(3, 6)));
    assertThat(curve).hasSize(13).allMatch(point -> Math.abs(point.y() - 2 * point.x()) < 1e-15);
  }

  /**
   * Half way between b and c the curve is at (9 b + 9 c - a - d) / 16: here (0 + 9 + 9 - 0) / 16.
   */
  @Test
  void smooth_arch_goesAboveItsPoints() {
    List<Point> curve =
        Hand.smooth(List.of(new Point(0, 0), new Point(1, 1), new Point(2, 1), new Point(3, 0)));
    assertThat(curve.get(4)).isEqualTo(new Point(1, 1));
    assertThat(curve.get(6)).isEqualTo(new Point(1.5, 1.125));
    assertThat(curve.get(8)).isEqualTo(new Point(2, 1));
  }

  @Test
  void follow_corner_isOnePlace() {
    Point corner = new Point(0.5, 0.2);
    List<Point> curve =
        new Hand(Key.of(1).stream())
            .follow(List.of(new Point(0.2, 0.2), corner, corner, new Point(0.5, 0.8)));
    Point before = curve.get(4);
    assertThat(MoonsTest.distance(curve.get(8), before.x(), before.y())).isLessThan(1e-12);
  }

  @Test
  void follow_samePointTwice_isMissedInTwoWays() {
    Hand hand = new Hand(Key.of(1).stream());
    List<Point> dot = List.of(new Point(0.5, 0.5));
    assertThat(hand.follow(dot)).hasSize(1).isNotEqualTo(hand.follow(dot));
  }
}
