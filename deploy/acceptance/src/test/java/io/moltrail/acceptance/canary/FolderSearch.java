package io.moltrail.acceptance.canary;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads every byte of every file below a PostgreSQL's data directory; the WAL a second time. */
public final class FolderSearch {

  private static final int BLOCK = 1 << 20;
  private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");

  private final Needles needles;
  private final Set<Sighting> sightings = new LinkedHashSet<>();
  private int files;
  private long bytes;

  private FolderSearch(Marks marks) {
    this.needles = marks.needles();
  }

  /**
   * @param folder of a server that is stopped: nothing may change while it is read
   */
  public static FolderSearch of(Path folder, Marks marks) throws IOException {
    FolderSearch search = new FolderSearch(marks);
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        search.bytes += search.read(in, folder.relativize(file).toString());
        search.files++;
      }
    }
    search.records(folder.resolve("pg_wal"));
    return search;
  }

  public Set<Sighting> sightings() {
    return sightings;
  }

  public int files() {
    return files;
  }

  public long bytes() {
    return bytes;
  }

  private void records(Path wal) throws IOException {
    List<InputStream> segments = new ArrayList<>();
    try (Stream<Path> files = Files.list(wal)) {
      for (Path file : files.sorted().toList()) {
        if (SEGMENT.matcher(file.getFileName().toString()).matches()) {
          segments.add(new WalRecords(Files.newInputStream(file)));
        }
      }
    }
    try (InputStream all = new SequenceInputStream(Collections.enumeration(segments))) {
      read(all, "pg_wal, page headers left out");
    }
  }

  /** Block by block, each with the end of the one before it. */
  private long read(InputStream in, String place) throws IOException {
    int overlap = needles.longest() - 1;
    byte[] buffer = new byte[overlap + BLOCK];
    int kept = 0;
    long total = 0;
    int got = in.readNBytes(buffer, 0, BLOCK);
    while (got > 0) {
      total += got;
      int end = kept + got;
      needles.find(buffer, end, needle -> sightings.add(needle.seen(place)));
      kept = Math.min(overlap, end);
      System.arraycopy(buffer, end - kept, buffer, 0, kept);
      got = in.readNBytes(buffer, kept, BLOCK);
    }
    return total;
  }
}
