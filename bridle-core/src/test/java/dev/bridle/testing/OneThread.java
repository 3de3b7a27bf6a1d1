package dev.bridle.testing;

import dev.bridle.tensor.NativeLibrary;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Goes back to one native thread after tests of what gives a program its own number back. */
public final class OneThread implements AfterAllCallback {
  @Override
  public void afterAll(ExtensionContext context) {
    NativeLibrary.useOneThread();
  }
}
