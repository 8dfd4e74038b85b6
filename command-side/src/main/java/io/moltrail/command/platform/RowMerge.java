package io.moltrail.command.platform;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Walks through two sorted streams of rows side by side and counts what only one of them has. */
final class RowMerge {

  private static final int EXAMPLES = 5;

  private final List<String> examples = new ArrayList<>();
  private long same;
  private long onlyLive;
  private long onlyInLog;

  static RebuiltComparison.Difference of(Stream<String> live, Stream<String> rebuilt) {
    RowMerge merge = new RowMerge();
    merge.walk(live.iterator(), rebuilt.iterator());
    return new RebuiltComparison.Difference(
        merge.same, merge.onlyLive, merge.onlyInLog, merge.examples);
  }

  private void walk(Iterator<String> live, Iterator<String> rebuilt) {
    String left = next(live);
    String right = next(rebuilt);
    while (left != null || right != null) {
      int order = left == null ? 1 : right == null ? -1 : left.compareTo(right);
      if (order == 0) {
        same++;
      } else if (order < 0) {
        onlyLive++;
        example("live " + left);
      } else {
        onlyInLog++;
        example("log " + right);
      }
      left = order <= 0 ? next(live) : left;
      right = order >= 0 ? next(rebuilt) : right;
    }
  }

  private void example(String row) {
    if (examples.size() < EXAMPLES) {
      examples.add(row);
    }
  }

  private static @Nullable String next(Iterator<String> rows) {
    return rows.hasNext() ? rows.next() : null;
  }
}
