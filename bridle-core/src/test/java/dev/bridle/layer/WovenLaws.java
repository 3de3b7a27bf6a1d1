package dev.bridle.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.tensor.PerMember;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every regularizer keeps to that is a layer of its own. */
public interface WovenLaws extends LayerLaws {
  /** The regularizer under test. */
  Woven woven();

  @Override
  Map<String, PerMember> strengths(int members);

  @Override
  default Node node(int features) {
    return woven().node("dense1/under-test", features, 0);
  }

  @Test
  default void node_hasTheNameAndSizeGiven() {
    Node node = woven().node("dense7/any", 13, 4);
    assertThat(node.name()).isEqualTo("dense7/any");
    assertThat(node.outputs()).isEqualTo(13);
  }

  @Test
  default void node_isAValue() {
    assertThat(woven().node("dense7/any", 13, 4)).isEqualTo(woven().node("dense7/any", 13, 4));
    assertThat(woven().node("dense7/any", 13, 4)).isNotEqualTo(woven().node("dense7/any", 12, 4));
  }
}
