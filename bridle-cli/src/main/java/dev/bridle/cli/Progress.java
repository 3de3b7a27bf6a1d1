package dev.bridle.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a long piece of work has come, for people to see; any thread may advance it. */
interface Progress extends AutoCloseable {
  /** So many steps are done. */
  void advance(long steps);

  @Override
  void close();

  /** Shows nothing. */
  static Progress silent() {
    return new Progress() {
      @Override
      public void advance(long steps) {}

      @Override
      public void close() {}
    };
  }

  /**
   * A bar on standard error, with the time passed and the time left, which vanishes in the end.
   *
   * @param steps how many there will be
   * @param columns how wide the terminal is
   */
  static Progress bar(String name, long steps, int columns) {
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName(name)
            .setInitialMax(steps)
            .setStyle(ProgressBarStyle.ASCII)
            .setConsumer(new ConsoleProgressBarConsumer(System.err, columns - 1))
            .setUpdateIntervalMillis(200)
            .clearDisplayOnFinish()
            .build();
    return new Progress() {
      @Override
      public void advance(long more) {
        bar.stepBy(more);
      }

      @Override
      public void close() {
        bar.close();
      }
    };
  }
}
