package dev.bridle.file;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/** Measures how much memory an action asks for. */
final class Allocation {
  private Allocation() {}

  /** How many bytes this thread asked for while the action ran. */
  static long bytesWhile(Action action) throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    action.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  /** What is measured. */
  interface Action {
    /** Does it. */
    void run() throws IOException;
  }
}
