package dev.bridle.study.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ConfidentJointTest {
  @Test
  void wrong_byHand() {
    // thresholds: class 0 (0.9 + 0.8 + 0.1) / 3 = 0.6, class 1 (0.9 + 0.7) / 2 = 0.8
    double[][] p = {{0.9, 0.1}, {0.8, 0.2}, {0.1, 0.9}, {0.1, 0.9}, {0.3, 0.7}};
    ConfidentJoint joint = new ConfidentJoint(p, new int[] {0, 0, 0, 1, 1});
    // the last reaches neither threshold; of class 0 one of three counts as 1, of class 1 none as 0
    assertThat(joint.guess(2)).isEqualTo(1);
    assertThat(joint.guess(4)).isEqualTo(-1);
    assertThat(joint.share(0, 1)).isCloseTo(0.2, within(1e-12));
    assertThat(joint.share(1, 1)).isCloseTo(0.4, within(1e-12));
    assertThat(joint.wrong()).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void guess_amongEquals_isTheGiven() {
    double[][] p = {{0.5, 0.5}, {0.5, 0.5}};
    ConfidentJoint joint = new ConfidentJoint(p, new int[] {0, 1});
    assertThat(joint.guess(0)).isZero();
    assertThat(joint.guess(1)).isEqualTo(1);
    assertThat(joint.wrong()).isZero();
  }

  @Test
  void absentClass_isNeverGuessed() {
    double[][] p = {{1, 0, 0}, {0, 1, 0}};
    assertThat(new ConfidentJoint(p, new int[] {0, 1}).wrong()).isZero();
  }
}
