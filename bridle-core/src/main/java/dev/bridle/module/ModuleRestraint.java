package dev.bridle.module;

import dev.bridle.declaration.Range;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.NativeLibrary;
import dev.bridle.tensor.Scope;
import dev.bridle.train.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Optimizer;

/**
 * A recipe at work on the parameters of a module of libtorch that you train by a loop of your own.
 *
 * <pre>{@code
 * Recipe recipe = Recipe.parse("l2(1e-4) + weight-decay(0.01) + max-norm(3)@fc*");
 * try (ModuleRestraint restraint = ModuleRestraint.of(model, recipe)) {
 *   System.out.println(restraint);   // fc1.weight: 24 units x 75 weights: l2(1e-4), max-norm(3) ...
 *   for (...) {
 *     optimizer.zero_grad();
 *     loss(model, batch).backward();
 *     restraint.step(optimizer);     // instead of optimizer.step()
 *   }
 * }
 * }</pre>
 *
 * <p>{@link #step} is the order of a step: gradients of penalties, decay, the optimizer's update,
 * proximal steps, constraints. Its parts can be called one by one, around an update of your own.
 *
 * <p>{@code l1}, {@code group-lasso} and {@code elastic-net} act by proximal steps, which give
 * exact zeros, as long as the update rule's {@link Pull}. That is a number under SGD. Under Adam
 * and its kind, write {@code l1(1e-4, solver=subgradient)}; a proximal step is refused there.
 *
 * <p>What makes up a unit follows from the type of the module that registered a parameter; for one
 * of your own see {@link UnitAxes}. Without a place a term acts on weights, not on biases and not
 * on scales and shifts of normalisation. A place is a name or pattern of modules, which means the
 * weights in them ({@code @encoder}, {@code @fc*}), or of parameters ({@code @fc1.bias}). A
 * parameter that does not require a gradient is left alone by everything.
 *
 * <p>It is made after all layers are registered. Later changes of a parameter's numbers and format
 * are noticed and followed; another tensor in its place is an error in the next call. Single or
 * double precision on the CPU. Not for several threads at once.
 *
 * <p>Keep the Java objects of a module's layers, as fields of it do: the bindings free a batch
 * normalisation with its Java object, though it is registered.
 *
 * <p>Loading Bridle sets libtorch to one native thread, which suits its own trainings; the first
 * restraint of a program sets it back to what there was. Small networks are often faster with one:
 * then call {@code torch.set_num_threads(1)} afterwards.
 */
public final class ModuleRestraint implements AutoCloseable {
  private static final AtomicBoolean THREADS_GIVEN_BACK = new AtomicBoolean();

  private final Arena arena;
  private final ModuleParameters parameters;
  private final List<ModuleTerm> terms = new ArrayList<>();
  private final String overview;
  private boolean closed;

  private ModuleRestraint(Module model, Recipe recipe, UnitAxes axes, Arena arena) {
    this.arena = arena;
    this.parameters = new ModuleParameters(model, axes, arena);
    try (Scope scope = Scope.open()) {
      parameters.check();
      recipe.terms().forEach(term -> terms.add(new ModuleTerm(term, parameters, arena)));
      this.overview = parameters.overview(terms);
    }
  }

  /**
   * Binds a recipe to a module.
   *
   * @throws IllegalArgumentException if a term cannot act on parameters, its place matches none, or
   *     the units it asks for are not known
   */
  public static ModuleRestraint of(Module model, Recipe recipe) {
    return of(model, recipe, UnitAxes.none());
  }

  /** The same where the units of some parameters are said by hand. */
  public static ModuleRestraint of(Module model, Recipe recipe, UnitAxes axes) {
    if (!recipe.isConcrete()) {
      throw new IllegalArgumentException(
          "recipe \""
              + recipe
              + "\": expected one number wherever there is one; expand() it first");
    }
    if (!THREADS_GIVEN_BACK.getAndSet(true)) {
      NativeLibrary.useThreadsFound();
    }
    Arena arena = new Arena();
    try {
      return new ModuleRestraint(model, recipe, axes, arena);
    } catch (RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  /**
   * One step: adds the gradients of penalties, decays, lets the optimizer move the parameters,
   * takes proximal steps and projects. Learning rates, also those of groups, and the momentum of
   * SGD are the optimizer's own.
   *
   * @param optimizer that has gradients of the loss, and needs no closure
   * @throws IllegalArgumentException if a penalty acts by a proximal step and the optimizer is not
   *     SGD
   */
  public void step(Optimizer optimizer) {
    OptimizerGroups groups;
    try (Scope scope = ready()) {
      groups = new OptimizerGroups(optimizer);
      for (ModuleTerm term : terms) { // before anything is changed
        for (ModuleParameter p : term.trained()) {
          groups.require(term, p);
        }
      }
      penalize();
      decay(groups::rate);
    }
    optimizer.step().close();
    try (Scope scope = Scope.open()) {
      terms.forEach(term -> term.shrink(groups::pull));
      terms.forEach(ModuleTerm::constrain);
    }
  }

  /**
   * Adds the gradients of penalties, in closed form; after the backward pass, before the update.
   * Parameters that have no gradient are left alone, as optimizers do.
   *
   * @throws IllegalStateException if none has
   */
  public void addGradients() {
    try (Scope scope = ready()) {
      penalize();
    }
  }

  /**
   * Decays; after {@link #addGradients}, before the update.
   *
   * @param learningRate of the coming update, with which decoupled decay is multiplied
   */
  public void decay(double learningRate) {
    Range.atLeast(0).check("learningRate", learningRate);
    try (Scope scope = ready()) {
      decay(p -> learningRate);
    }
  }

  /**
   * Puts the parameters into the sets of all constraints, in the order written; after the update,
   * or at any time.
   *
   * @throws IllegalStateException if a penalty acts by a proximal step: its length follows from the
   *     update rule, so that {@link #project(Pull)} must be called
   */
  public void project() {
    for (ModuleTerm term : terms) {
      if (term.isProximal()) {
        String remedy = "call project(Pull.sgd(rate)) or project(Pull.momentum(rate, mu))";
        throw new IllegalStateException(term.pullUnknown(remedy));
      }
    }
    project(new Pull(0));
  }

  /**
   * Takes the proximal steps of penalties, then projects as {@link #project()}; after the update.
   *
   * @param pull of the update rule: its learning rate and momentum
   */
  public void project(Pull pull) {
    try (Scope scope = ready()) {
      terms.forEach(term -> term.shrink(p -> pull));
      terms.forEach(ModuleTerm::constrain);
    }
  }

  /** What each penalty amounts to on each parameter now, apart from the loss of the data. */
  public Ledger penalties() {
    try (Scope scope = ready()) {
      return new Ledger(terms.stream().flatMap(term -> term.values().stream()).toList());
    }
  }

  /** The largest violation of any constraint now, as a share of its limit; 0 if all hold. */
  public double violation() {
    try (Scope scope = ready()) {
      return terms.stream().mapToDouble(ModuleTerm::violation).reduce(0, Math::max);
    }
  }

  /** A scope in which all parameters are known to be those of the module. */
  private Scope ready() {
    if (closed) {
      throw new IllegalStateException("this restraint has been closed");
    }
    parameters.check();
    return Scope.open();
  }

  private void penalize() {
    requireGradients();
    terms.forEach(ModuleTerm::penalize);
  }

  private void decay(ToDoubleFunction<ModuleParameter> rates) {
    requireGradients();
    terms.forEach(term -> term.decay(rates));
  }

  private void requireGradients() {
    if (parameters.all().stream().noneMatch(p -> p.isTrained() && p.hasGradient())) {
      throw new IllegalStateException(
          "no parameter has a gradient: call this after loss.backward()");
    }
  }

  /** What acts where, a line for each parameter, as found when it was made. */
  @Override
  public String toString() {
    return overview;
  }

  /** Frees what it keeps; the module and its parameters stay as they are. */
  @Override
  public void close() {
    closed = true;
    arena.close();
  }
}
