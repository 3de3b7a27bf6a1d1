package dev.bridle.study.run;

import dev.bridle.data.Split;
import dev.bridle.metric.CalibrationError;
import dev.bridle.population.Role;
import dev.bridle.population.WeightSpec;
import dev.bridle.recipe.Recipe;
import dev.bridle.study.source.ReplicateSource;
import dev.bridle.study.statistics.Claim;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.Precision;
import dev.bridle.train.Load;
import dev.bridle.train.Member;
import dev.bridle.train.Outcome;
import dev.bridle.train.Replicate;
import dev.bridle.train.Trainer;
import dev.bridle.train.TrainingResult;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Trains units: packs them into populations and runs these on as many threads as planned. */
final class Runner {
  private final StudyPlan plan;
  private final ReplicateSource source;
  private final UnitStore store;
  private final StudyListener listener;
  private final Load load;

  /** Splits by key; a function of it, so that large ones may be forgotten and made again. */
  private final Map<Key, SoftReference<Split>> splits = new ConcurrentHashMap<>();

  Runner(
      StudyPlan plan, ReplicateSource source, UnitStore store, StudyListener listener, Load load) {
    this.plan = plan;
    this.source = source;
    this.store = store;
    this.listener = listener;
    this.load = load;
  }

  /** Trains those of the units that have no result yet; returns when all are stored. */
  void run(List<Unit> units) {
    store.add(units);
    Map<Unit, UnitResult> known = store.results();
    List<Unit> missing = units.stream().filter(unit -> !known.containsKey(unit)).toList();
    ExecutorService threads = Executors.newFixedThreadPool(load.workers(), Runner::daemon);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (List<Unit> pack : Batching.pack(missing, load)) {
        running.add(threads.submit(() -> train(pack)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted; what is finished is kept", e);
    } finally {
      threads.shutdownNow();
      splits.clear();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "bridle-worker");
    thread.setDaemon(true);
    return thread;
  }

  private void train(List<Unit> pack) {
    store.begin(pack);
    long start = System.nanoTime();
    List<Member> members = new ArrayList<>();
    for (Unit unit : pack) {
      Key key = unit.key(plan.seed());
      Replicate replicate = new Replicate(key, split(dataKey(key)));
      members.add(new Member(Recipe.parse(unit.recipe()), plan.training(), replicate));
    }
    List<TrainingResult> results = trainAlike(members);
    double seconds = (System.nanoTime() - start) / 1e9 / pack.size();
    List<UnitResult> finished = new ArrayList<>();
    for (int k = 0; k < pack.size(); k++) {
      Split split = members.get(k).replicate().split();
      finished.add(result(pack.get(k), results.get(k), split, seconds));
    }
    store.finish(finished);
  }

  /**
   * Trains members of one structure, in one population for each number of inputs: a category that
   * is missing from the training rows of one replicate has no input there.
   */
  private List<TrainingResult> trainAlike(List<Member> members) {
    Map<Integer, List<Integer>> byInputs = new TreeMap<>();
    for (int k = 0; k < members.size(); k++) {
      int inputs = members.get(k).replicate().split().train().features();
      byInputs.computeIfAbsent(inputs, f -> new ArrayList<>()).add(k);
    }
    TrainingResult[] results = new TrainingResult[members.size()];
    for (List<Integer> alike : byInputs.values()) {
      List<TrainingResult> trained =
          Trainer.train(
              plan.architecture(),
              alike.stream().map(members::get).toList(),
              Precision.FLOAT32,
              (step, updates, present) -> listener.onUpdates(present));
      for (int i = 0; i < alike.size(); i++) {
        results[alike.get(i)] = trained.get(i);
      }
    }
    return List.of(results);
  }

  private Split split(Key key) {
    SoftReference<Split> known = splits.get(key);
    Split split = known == null ? null : known.get();
    if (split == null) {
      split = source.split(key);
      splits.put(key, new SoftReference<>(split));
    }
    return split;
  }

  /** Where a replicate's data come from: always the same rows where the question is about seeds. */
  private Key dataKey(Key replicate) {
    return plan.claim() == Claim.SEEDS ? Key.of(plan.seed()).at("fixed split") : replicate;
  }

  private static UnitResult result(Unit unit, TrainingResult result, Split split, double seconds) {
    Outcome outcome = result.outcome();
    double[] kernels = kernels(result);
    double squares = 0;
    int zeros = 0;
    for (double w : kernels) {
      squares += w * w;
      zeros += w == 0 ? 1 : 0;
    }
    return new UnitResult(
        unit,
        outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT),
        outcome.updates(),
        outcome instanceof Outcome.Stopped stopped ? stopped.bestEpoch() : 0,
        result.train().byName(),
        result.validation().byName(),
        result.test().byName(),
        result.history().train(),
        result.history().validation(),
        split.test().isClassification()
            ? CalibrationError.bins(result.testPredictions(), split.test())
            : List.of(),
        (double) zeros / kernels.length,
        Math.sqrt(squares),
        seconds);
  }

  private static double[] kernels(TrainingResult result) {
    return result.network().compiled().layout(List.of()).weights().stream()
        .filter(weight -> weight.role() == Role.KERNEL)
        .map(WeightSpec::name)
        .flatMapToDouble(name -> java.util.Arrays.stream(result.network().values(name)))
        .toArray();
  }
}
