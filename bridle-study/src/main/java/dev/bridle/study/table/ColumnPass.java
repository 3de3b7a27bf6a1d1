package dev.bridle.study.table;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * Gives each row's fields to the builders of the columns they belong to, a block at a time: while
 * the next block is read, another thread takes the values out of the last.
 *
 * <p>Builders see all rows in order, one block after the other, so that nothing depends on which
 * thread is faster.
 */
final class ColumnPass {
  private final List<Integer> fields;
  private final List<ColumnBuilder> builders;
  private RowBlock filling;
  private RowBlock other;
  private ForkJoinTask<?> taking = ForkJoinPool.commonPool().submit(() -> {});

  /** Field {@code fields[i]} of a row of so many goes to builder i. */
  ColumnPass(int width, List<Integer> fields, List<ColumnBuilder> builders) {
    this.fields = fields;
    this.builders = builders;
    this.filling = new RowBlock(width);
    this.other = new RowBlock(width);
  }

  void add(Row row) {
    filling.add(row);
    if (filling.isFull()) {
      passOn();
    }
  }

  void end() {
    passOn();
    taking.join();
    builders.forEach(ColumnBuilder::end);
  }

  /** Waits for the block before; where no thread was free for it, join() does its work here. */
  private void passOn() {
    taking.join();
    RowBlock full = filling;
    filling = other;
    filling.clear();
    other = full;
    taking = ForkJoinPool.commonPool().submit(() -> take(full));
  }

  private void take(RowBlock block) {
    for (int i = 0; i < builders.size(); i++) {
      builders.get(i).add(block, fields.get(i));
    }
  }
}
