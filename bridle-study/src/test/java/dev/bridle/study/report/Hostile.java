package dev.bridle.study.report;

import java.util.List;

/** Texts that have broken reports before: as names of columns, classes, files and recipes. */
final class Hostile {
  static final List<String> TEXTS =
      List.of(
          "</script><img src=x onerror=document.title='broken'>",
          "\"><svg/onload=alert(1)>",
          "'--><script>document.title='broken'</script>",
          "<!--<script>",
          "{{7*7}} ${7*7} #{7*7} {a|b}",
          "javascript:alert(1)",
          "a\u202Egnp.exe",
          "half \uD800 a pair \uDC00",
          "line\u2028and\u2029paragraph",
          "nul \u0000 bell \u0007 escape \u001b[31m",
          "]]><![CDATA[ &lt;b&gt; &#0; &amp",
          "-0 %n %s %1$s \\u003cb\\u003e",
          "\u200Bzero\uFEFFwidth",
          "\u0645\u0631\u062D\u0628\u0627 \uD83D\uDC0E \u732B",
          "",
          " \t\r\n ",
          "x".repeat(100_000),
          "\uD83D\uDC0E".repeat(50_000),
          "<".repeat(100_000));

  private Hostile() {}
}
