package io.moltrail.acceptance.canary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** Looks through texts, such as logs and answers, and undoes what encodes them. */
public final class LineSearch {

  private final Decoders decoders;
  private final Set<Sighting> sightings = new LinkedHashSet<>();

  public LineSearch(Marks marks) {
    this.decoders = new Decoders(marks.needles());
  }

  public Set<Sighting> sightings() {
    return sightings;
  }

  public void file(Path file) throws IOException {
    for (String line : Files.readAllLines(file)) {
      text(line, file.getFileName().toString());
    }
  }

  public void text(String text, String place) {
    decoders.search(
        text.getBytes(StandardCharsets.UTF_8),
        (needle, wrapping) -> sightings.add(needle.seen(place + wrapping)));
  }
}
