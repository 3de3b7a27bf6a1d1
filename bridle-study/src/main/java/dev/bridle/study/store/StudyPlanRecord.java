package dev.bridle.study.store;

import dev.bridle.file.Json;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was fixed before training, and under what it runs.
 *
 * <p>Text and data make the study what it is: a folder whose study has others is refused. Versions
 * may change from session to session; each result remembers those it was made with.
 *
 * @param text the plan as a JSON text, kept as it is; numbers of seeds, recipes, budgets
 * @param data the data it is about
 * @param versions of Bridle, Java, libtorch, system and whatever else changes bits, by name
 * @param workers how many train side by side, for information only
 */
public record StudyPlanRecord(
    String text, DataFingerprint data, Map<String, String> versions, int workers) {
  /** Checks that the text is JSON, copies the versions. */
  public StudyPlanRecord {
    Require.text("plan", text);
    requireJson(text);
    versions = sorted(versions);
    Require.notNegative("workers", workers);
  }

  /** The SHA-256 of the text as UTF-8, in hexadecimal. */
  public String sha256() {
    return Sha256.of(text);
  }

  private static void requireJson(String text) {
    try {
      Json.write(List.of(Json.parse(text))); // as deep as it will lie in the dump
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("plan: expected a JSON text: " + e.getMessage(), e);
    }
  }

  private static SortedMap<String, String> sorted(Map<String, String> versions) {
    versions.forEach(
        (name, version) -> {
          Require.text("name of a version", name);
          Require.text("version of " + name, version);
        });
    return Collections.unmodifiableSortedMap(new TreeMap<>(versions));
  }
}
