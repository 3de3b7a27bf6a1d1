package dev.bridle.study.store;

import dev.bridle.file.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What differs between the plan of a stored study and the one asked for, a line each.
 *
 * <p>Plans are compared as JSON values, so that the order of keys and spaces do not count. Of the
 * data, content and columns count and the name does not: a file may be moved.
 */
final class PlanDifference {
  private static final int SHOWN = 60;

  private final List<String> lines = new ArrayList<>();

  private PlanDifference() {}

  static List<String> between(StudyPlanRecord there, StudyPlanRecord here) {
    PlanDifference difference = new PlanDifference();
    if (!there.text().equals(here.text())) {
      difference.compare("", Json.parse(there.text()), Json.parse(here.text()));
    }
    difference.compareData(there.data(), here.data());
    return difference.lines;
  }

  private void compareData(DataFingerprint there, DataFingerprint here) {
    if (there.size() != here.size() || !there.sha256().equals(here.sha256())) {
      add("data", content(there), content(here));
    }
    if (!there.columns().equals(here.columns())) {
      add("columns of the data", shown(there.columns()), shown(here.columns()));
    }
  }

  private void compare(String path, Object there, Object here) {
    if (there instanceof Map<?, ?> thereMap && here instanceof Map<?, ?> hereMap) {
      compareMaps(path, thereMap, hereMap);
    } else if (there instanceof List<?> thereList && here instanceof List<?> hereList) {
      compareLists(path, thereList, hereList);
    } else if (!there.equals(here)) {
      add(path.isEmpty() ? "plan" : path, shown(there), shown(here));
    }
  }

  private void compareMaps(String path, Map<?, ?> there, Map<?, ?> here) {
    Set<String> keys = new TreeSet<>();
    there.keySet().forEach(key -> keys.add(String.valueOf(key)));
    here.keySet().forEach(key -> keys.add(String.valueOf(key)));
    for (String key : keys) {
      String inner = path.isEmpty() ? key : path + "." + key;
      Optional<Object> left = Optional.ofNullable(there.get(key));
      Optional<Object> right = Optional.ofNullable(here.get(key));
      if (left.isPresent() && right.isPresent()) {
        compare(inner, left.get(), right.get());
      } else {
        add(inner, shown(left), shown(right));
      }
    }
  }

  private void compareLists(String path, List<?> there, List<?> here) {
    for (int i = 0; i < Math.min(there.size(), here.size()); i++) {
      compare(path + "[" + i + "]", there.get(i), here.get(i));
    }
    if (there.size() != here.size()) {
      add(path, there.size() + " entries", String.valueOf(here.size()));
    }
  }

  private void add(String what, String there, String here) {
    lines.add(what + " " + there + " there, " + here + " here");
  }

  private static String content(DataFingerprint data) {
    return data.name() + " of " + data.size() + " bytes, SHA-256 " + data.sha256().substring(0, 8);
  }

  private static String shown(Optional<Object> value) {
    return value.map(PlanDifference::shown).orElse("absent");
  }

  private static String shown(Object value) {
    String text = Json.write(value);
    int end = text.offsetByCodePoints(0, Math.min(SHOWN, text.codePointCount(0, text.length())));
    return end < text.length() ? text.substring(0, end) + "..." : text;
  }
}
