package dev.bridle.study.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.file.Json;
import dev.bridle.metric.CalibrationError.Bin;
import dev.bridle.train.History;
import dev.bridle.train.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DumpTest {
  private static final UnitKey KEY = new UnitKey("select", "none", 0);

  @TempDir private Path folder;

  @Test
  void smallStudy_isThisText() {
    try (StudyStore store = small()) {
      assertThat(store.dump(false))
          .isEqualTo(
              ("{'bridleStudy':1,'plan':{'seed':7},'planHash':'"
                      + Sha256.of("{\"seed\":7}")
                      + "','data':{'name':'churn.csv','size':1200,'sha256':'"
                      + Studies.SHA
                      + "','columns':'age: number'},"
                      + "'versions':[{'bridle':'0.1.0','java':'17'}],"
                      + "'units':["
                      + "{'phase':'confirm','recipe':'none','replicate':0,'salt':'',"
                      + "'state':'missing'},"
                      + "{'phase':'select','recipe':'none','replicate':0,'salt':'',"
                      + "'state':'done','result':{'outcome':'stopped','updates':30,'bestEpoch':2,"
                      + "'metrics':{'score':{'accuracy':0.5,'log-loss':'NaN'}},"
                      + "'trainCurve':[1.0,'Infinity'],'validationCurve':[],"
                      + "'reliability':[{'confidence':0.9,'accuracy':0.8,'count':10}],"
                      + "'zeroFraction':0.0,'weightNorm':2.5,"
                      + "'weights':null,'weightsFile':null,'versions':0}}],"
                      + "'testOpenings':['none'],'files':[{'name':'report.html'}]}")
                  .replace('\'', '"'));
    }
  }

  @Test
  void times_addWhatDiffersFromRunToRun() {
    try (StudyStore store = small()) {
      assertThat(store.dump(true))
          .contains("\"workers\":2", "\"deaths\":0", "\"seconds\":1.5", "\"size\":99")
          .startsWith("{\"bridleStudy\":1");
      assertThat(store.dump(false)).doesNotContain("workers", "deaths", "seconds", "\"size\":99");
      assertThat(Json.parse(store.dump(true))).isInstanceOf(Map.class);
    }
  }

  @Test
  void dump_doesNotDependOnOrderPackingTimeOrWorkers() {
    List<UnitKey> units = Studies.units("select", 3, 3);
    String expected = Studies.uninterrupted(folder.resolve("plain"), units);
    for (int seed = 0; seed < 5; seed++) {
      Random random = new Random(seed);
      List<UnitKey> shuffled = new ArrayList<>(units);
      Collections.shuffle(shuffled, random);
      StudyPlanRecord plan =
          new StudyPlanRecord(Studies.plan().text(), Studies.DATA, Studies.VERSIONS, seed);
      try (StudyStore store = StudyStore.create(folder.resolve("s" + seed), plan, shuffled)) {
        Collections.shuffle(shuffled, random);
        writeInPacks(store, shuffled, random);
        assertThat(store.dump(false)).isEqualTo(expected);
      }
    }
  }

  @Test
  void dump_doesNotDependOnTheLocale() {
    try (StudyStore store = small()) {
      String expected = store.dump(true);
      Locale before = Locale.getDefault();
      try {
        for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "de-DE")) {
          Locale.setDefault(Locale.forLanguageTag(tag));
          assertThat(store.dump(true)).isEqualTo(expected);
        }
      } finally {
        Locale.setDefault(before);
      }
    }
  }

  @Test
  void versions_areSortedAndEachResultPointsToItsOwn() {
    Map<String, String> newer = Map.of("bridle", "0.0.9", "java", "21");
    UnitKey second = new UnitKey("select", "none", 1);
    StudyStore.create(folder, Studies.plan(), List.of(KEY, second)).close();
    try (StudyStore store = StudyStore.open(folder, Studies.plan())) {
      store.put(Studies.result(KEY));
    }
    try (StudyStore store = StudyStore.open(folder, Studies.planWith(newer))) {
      store.put(Studies.result(second));
      assertThat(store.dump(false))
          .contains("\"versions\":[{\"bridle\":\"0.0.9\",\"java\":\"21\"},{\"bridle\":\"0.1.0\"")
          .containsSubsequence(
              "\"replicate\":0", "\"versions\":1", "\"replicate\":1", "\"versions\":0");
    }
  }

  private StudyStore small() {
    StudyStore store =
        StudyStore.create(
            folder, Studies.plan("{\"seed\":7}"), List.of(KEY, new UnitKey("confirm", "none", 0)));
    store.put(
        new UnitResult(
            KEY,
            new Outcome.Stopped(30, 2),
            Map.of("score", Map.of("accuracy", 0.5, "log-loss", Double.NaN)),
            new History(List.of(1.0, Double.POSITIVE_INFINITY), List.of()),
            List.of(new Bin(0.9, 0.8, 10)),
            0,
            2.5,
            1.5,
            Optional.empty(),
            Optional.empty()));
    store.openTest("none");
    store.recordFile(new StoredFile("report.html", Studies.SHA, 99));
    return store;
  }

  private static void writeInPacks(StudyStore store, List<UnitKey> units, Random random) {
    int from = 0;
    while (from < units.size()) {
      int to = Math.min(units.size(), from + 1 + random.nextInt(4));
      store.putAll(
          units.subList(from, to).stream()
              .map(unit -> Studies.result(unit).withSeconds(random.nextDouble()))
              .toList());
      from = to;
    }
  }
}
