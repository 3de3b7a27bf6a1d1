package dev.bridle.data.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FigureTest {

  @Test
  void digits_areTenInOrder() {
    assertThat(Figure.DIGITS)
        .extracting(Figure::name)
        .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
  }

  @Test
  void digits_pointsLieWithinAMargin() {
    for (Figure figure : Figure.DIGITS) {
      assertThat(figure.strokes()).isNotEmpty();
      for (List<Point> stroke : figure.strokes()) {
        assertThat(stroke).hasSizeGreaterThan(2);
        assertThat(stroke).allMatch(point -> point.x() > 0.2 && point.x() < 0.8);
        assertThat(stroke).allMatch(point -> point.y() > 0.1 && point.y() < 0.9);
      }
    }
  }

  @Test
  void zero_isAClosedEllipse() {
    List<Point> ring = Figure.DIGITS.get(0).strokes().get(0);
    Point start = ring.get(0);
    Point end = ring.get(ring.size() - 1);
    assertThat(ring).hasSize(10); // a point every 40 degrees
    assertThat(Math.hypot(end.x() - start.x(), end.y() - start.y())).isLessThan(1e-12);
    assertThat(start.y()).isEqualTo(0.5 - 0.37);
  }
}
