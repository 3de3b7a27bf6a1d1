package dev.bridle.train;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What memory there is for what does not live in the Java heap. */
public final class Memory {
  private Memory() {}

  /** Bytes of this machine, or of the container it runs in, that the Java heap leaves. */
  public static long besideTheHeap() {
    long all =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    return Math.max(0, all - Runtime.getRuntime().maxMemory());
  }
}
