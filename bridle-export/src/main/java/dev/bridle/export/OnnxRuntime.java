package dev.bridle.export;

import ai.onnxruntime.OrtEnvironment;

/**
 * ONNX Runtime, started once.
 *
 * <p>When it starts, version 1.29 looks through the process's command line by a recursion as deep
 * as that is long. With a class path of 4000 characters it leaves the stack of an ordinary thread
 * and ends the process without a word. So it starts on a thread whose stack is large enough.
 */
final class OnnxRuntime {
  /** Enough for a command line of 100,000 characters and more; only what is used is taken. */
  private static final long STACK_BYTES = 64L << 20;

  private static final OrtEnvironment ENVIRONMENT = start();

  private OnnxRuntime() {}

  /** What sessions are made in. */
  static OrtEnvironment environment() {
    return ENVIRONMENT;
  }

  private static OrtEnvironment start() {
    OnnxLibraries.provide();
    Thread thread =
        new Thread(null, OrtEnvironment::getEnvironment, "onnxruntime-start", STACK_BYTES);
    thread.setUncaughtExceptionHandler((t, e) -> {}); // thrown again below, to whoever asks
    thread.start();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return OrtEnvironment.getEnvironment();
  }
}
