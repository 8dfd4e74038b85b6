package io.moltrail.acceptance.canary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Looks for thousands of byte strings at once: the first four bytes at each place are looked up in
 * a table of a million bits, and only the few that pass are compared.
 */
final class Needles {

  private static final int PREFIX = 4;
  private static final int BITS = 20;

  private final boolean[] begins = new boolean[1 << BITS];
  private final Map<Integer, List<Needle>> byPrefix = new HashMap<>();
  private final int longest;

  Needles(List<Needle> needles) {
    for (Needle needle : needles) {
      int prefix = 0;
      for (int i = 0; i < PREFIX; i++) {
        prefix = prefix << Byte.SIZE | needle.bytes()[i] & 0xff;
      }
      begins[hash(prefix)] = true;
      byPrefix.computeIfAbsent(prefix, ignored -> new ArrayList<>()).add(needle);
    }
    longest = needles.stream().mapToInt(it -> it.bytes().length).max().orElse(PREFIX);
  }

  /** In bytes: as many must be read again when a stream is read block by block. */
  int longest() {
    return longest;
  }

  void find(byte[] hay, int end, Consumer<Needle> found) {
    int window = 0;
    for (int i = 0; i < end; i++) {
      window = window << Byte.SIZE | hay[i] & 0xff;
      if (i >= PREFIX - 1 && begins[hash(window)]) {
        compare(hay, i - PREFIX + 1, end, window, found);
      }
    }
  }

  private void compare(byte[] hay, int start, int end, int window, Consumer<Needle> found) {
    for (Needle needle : byPrefix.getOrDefault(window, List.of())) {
      if (needle.at(hay, start, end)) {
        found.accept(needle);
      }
    }
  }

  private static int hash(int prefix) {
    return prefix * 0x9E3779B1 >>> Integer.SIZE - BITS;
  }
}
