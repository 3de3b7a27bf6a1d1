package dev.bridle.study.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** What another process does with a study; each line it prints tells of something done. */
final class ChildWriter {
  private ChildWriter() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    try {
      switch (arguments[0]) {
        case "write" -> write(folder);
        case "hold" -> hold(folder);
        case "die" -> die(folder);
        case "fill" -> fill(folder);
        default -> throw new IllegalArgumentException(arguments[0]);
      }
    } catch (StoreException e) {
      System.out.println(e.reason() + " " + e.getMessage());
      System.exit(5);
    }
  }

  /** Trains what is missing in packs of one to four; tells each unit that is on disk. */
  private static void write(Path folder) throws InterruptedException {
    Random random = new Random();
    try (StudyStore store = StudyStore.open(folder, Studies.plan())) {
      store.retry();
      System.out.println("open");
      List<UnitKey> missing = store.missing();
      int from = 0;
      while (from < missing.size()) {
        int to = Math.min(missing.size(), from + 1 + random.nextInt(4));
        List<UnitKey> pack = missing.subList(from, to);
        store.begin(pack);
        Thread.sleep(2 + random.nextInt(5));
        store.putAll(pack.stream().map(Studies::result).toList());
        pack.forEach(unit -> System.out.println("put " + unit));
        from = to;
      }
    }
  }

  /** Keeps the study open until its input ends. */
  private static void hold(Path folder) throws Exception {
    try (StudyStore store = StudyStore.open(folder, Studies.plan())) {
      System.out.println("open " + store.missing().size());
      System.in.read();
    }
  }

  /** Begins the first missing unit and dies. */
  private static void die(Path folder) {
    StudyStore store = StudyStore.open(folder, Studies.plan());
    store.begin(store.missing().subList(0, 1));
    Runtime.getRuntime().halt(137);
  }

  /** Stores weights of 300 kB a unit. */
  private static void fill(Path folder) {
    try (StudyStore store = StudyStore.open(folder, Studies.plan())) {
      for (UnitKey unit : store.missing()) {
        store.put(Studies.resultWithWeights(unit, 300_000));
        System.out.println("put " + unit);
      }
    }
  }
}
