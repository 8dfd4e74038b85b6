package io.moltrail.inventory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What {@code deploy/inventory} says about every place. */
final class Inventory {

  static final String HEADER = "place\tclass\tprotection\tnote";

  private final List<Entry> entries;

  private Inventory(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * @throws IllegalArgumentException when a line is not complete, out of order or there twice
   */
  static Inventory read(Path folder) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      entries.addAll(lines(kind, Files.readAllLines(folder.resolve(kind.file()))));
    }
    return new Inventory(entries);
  }

  static List<Entry> lines(Kind kind, List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
      throw new IllegalArgumentException(kind.file() + " does not begin with its header");
    }
    List<Entry> entries = lines.stream().skip(1).map(line -> Entry.parse(kind, line)).toList();
    for (int i = 1; i < entries.size(); i++) {
      if (entries.get(i - 1).place().compareTo(entries.get(i).place()) >= 0) {
        throw new IllegalArgumentException(
            kind.file() + " is not sorted at " + entries.get(i).place().name());
      }
    }
    return entries;
  }

  List<Entry> entries() {
    return entries;
  }

  /** Places that nobody has classified, as lines to paste. */
  List<String> missing(Collection<Place> found) {
    Set<Place> open = new TreeSet<>(found);
    open.removeAll(places());
    return open.stream().map(Place::toPaste).toList();
  }

  /** Entries of this kind whose place is gone. */
  List<String> leftOver(Kind kind, Collection<Place> found) {
    return places().stream()
        .filter(it -> it.kind() == kind && !found.contains(it))
        .map(it -> kind.file() + ": " + it.name())
        .toList();
  }

  private Set<Place> places() {
    return entries.stream().map(Entry::place).collect(Collectors.toCollection(TreeSet::new));
  }
}
