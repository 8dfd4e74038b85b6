package io.moltrail.eventstore.golden;

import io.moltrail.eventstore.json.MessageJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One event of one type and revision, as it was stored when that revision was the current one.
 *
 * @param dataKeys the subjects' keys, unwrapped, in base64
 * @param opened the payload with all its envelopes open
 * @param older what the samples of the older revisions become when they are lifted to this one, by
 *     revision
 * @param shape of the record that was stored
 */
record Sample(
    String warning,
    Row row,
    SortedMap<String, byte[]> dataKeys,
    Map<String, String> openedMetadata,
    JsonNode opened,
    SortedMap<String, JsonNode> older,
    SortedMap<String, String> shape) {

  static final String WARNING = "Keys and values were made up for this file; they protect nothing.";
  static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  /** The row of {@code log.event} without its place; bytes in base64. */
  record Row(
      String eventId,
      String aggregateType,
      String aggregateId,
      long sequenceNumber,
      String type,
      String revision,
      String timestamp,
      byte[] payload,
      byte[] metadata) {}

  static Path file(String type, String revision) {
    return FOLDER.resolve(type).resolve(revision + ".json");
  }

  static Sample of(String type, String revision) {
    return MessageJson.mapper().readValue(file(type, revision).toFile(), Sample.class);
  }

  static List<Sample> all() {
    return files().map(it -> MessageJson.mapper().readValue(it.toFile(), Sample.class)).toList();
  }

  /** Named as {@code type/revision}. */
  static List<String> names() {
    return files()
        .map(it -> FOLDER.relativize(it).toString().replace('\\', '/').replaceAll("\\.json$", ""))
        .toList();
  }

  static Stream<Path> files() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(it -> it.toString().endsWith(".json")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return row.type() + "/" + row.revision();
  }
}
