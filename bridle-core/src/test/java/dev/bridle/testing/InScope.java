package dev.bridle.testing;

import dev.bridle.tensor.Scope;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Runs each test inside a scope, as each step of a training is; its temporaries die with it. */
public final class InScope implements BeforeEachCallback, AfterEachCallback {
  private static final Namespace OURS = Namespace.create(InScope.class);

  @Override
  public void beforeEach(ExtensionContext context) {
    context.getStore(OURS).put(context.getUniqueId(), Scope.open());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    context.getStore(OURS).remove(context.getUniqueId(), Scope.class).close();
  }
}
