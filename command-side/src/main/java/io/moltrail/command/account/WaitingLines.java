package io.moltrail.command.account;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lines that are served in turn, one of each: however many wait in one line, the first of another
 * comes next. When the room is full, the last of the longest line has to leave, so that nobody
 * keeps the others out by coming often. Not thread-safe.
 */
final class WaitingLines<T> {

  private final Map<String, Deque<T>> lines = new LinkedHashMap<>();
  private final int mostInLine;
  private final int most;
  private int size;

  WaitingLines(int mostInLine, int most) {
    this.mostInLine = mostInLine;
    this.most = most;
  }

  /**
   * @return who has no place because of it, perhaps the newcomer itself
   */
  Optional<T> join(String line, T newcomer) {
    int before = lines.containsKey(line) ? lines.get(line).size() : 0;
    Optional<String> longest = size < most ? Optional.empty() : longestOver(before + 1);
    if (before == mostInLine || (size == most && longest.isEmpty())) {
      return Optional.of(newcomer);
    }
    Optional<T> gone = longest.map(this::dropLast);
    lines.computeIfAbsent(line, ignored -> new ArrayDeque<>()).addLast(newcomer);
    size++;
    return gone;
  }

  private Optional<String> longestOver(int length) {
    return lines.entrySet().stream()
        .max(Comparator.comparing(it -> it.getValue().size()))
        .filter(it -> it.getValue().size() > length)
        .map(Map.Entry::getKey);
  }

  private T dropLast(String line) {
    size--;
    return lines.get(line).removeLast();
  }

  /** Whose turn it is. */
  Optional<T> next() {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Map.Entry<String, Deque<T>> line = lines.entrySet().iterator().next();
    lines.remove(line.getKey());
    T first = line.getValue().removeFirst();
    if (!line.getValue().isEmpty()) {
      lines.put(line.getKey(), line.getValue());
    }
    size--;
    return Optional.of(first);
  }

  /** For somebody who does not want to wait any longer. */
  void leave(String line, T waiting) {
    Deque<T> theirs = lines.getOrDefault(line, new ArrayDeque<>());
    if (theirs.remove(waiting)) {
      size--;
    }
    if (theirs.isEmpty()) {
      lines.remove(line);
    }
  }

  int size() {
    return size;
  }
}
