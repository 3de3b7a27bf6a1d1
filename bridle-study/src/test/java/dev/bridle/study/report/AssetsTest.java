package dev.bridle.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AssetsTest {
  private static final Assets ASSETS = Assets.load();

  @Test
  void hash_isThatOfTheStandardsExample() {
    // the example of the Content Security Policy, level 3, section 8.2
    assertThat(Assets.hash("alert('Hello, world.');"))
        .isEqualTo("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
  }

  @Test
  void scripts_canStandInsideAPage() {
    // </script ends the element, <!-- changes how it ends, \r is hashed as \n
    for (String script : new String[] {ASSETS.charts(), ASSETS.script()}) {
      assertThat(script.toLowerCase(java.util.Locale.ROOT))
          .doesNotContain("</script", "<script", "<!--", "\r");
    }
    assertThat(ASSETS.style()).doesNotContain("</", "\r");
  }

  @Test
  void ownScripts_neverMakeMarkupOfText() {
    assertThat(ASSETS.script())
        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(");
  }

  @Test
  void charts_keepTheirLicence() {
    assertThat(ASSETS.charts()).contains("Licensed to the Apache Software Foundation");
  }
}
