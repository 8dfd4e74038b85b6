package io.moltrail.audit;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published vectors, as {@code record_v1.py} has made them. */
final class Vectors {

  private static final JsonNode DOCUMENT = read();

  private Vectors() {}

  /**
   * @param record empty where the record is too long to be printed
   */
  record Vector(
      String name, RecordV1 event, String record, int length, String entry, String leafHash) {

    @Override
    public String toString() {
      return name;
    }
  }

  record Refused(String about, byte[] record) {

    @Override
    public String toString() {
      return about;
    }
  }

  static List<Vector> vectors() {
    return items("vectors").map(Vectors::vector).toList();
  }

  static List<Refused> refused() {
    return items("refused")
        .map(
            it ->
                new Refused(
                    it.get("about").stringValue(),
                    HexFormat.of().parseHex(it.get("record").stringValue())))
        .toList();
  }

  private static Vector vector(JsonNode it) {
    return new Vector(
        it.get("name").stringValue(),
        event(it),
        it.path("record").asString(""),
        it.get("recordLength").intValue(),
        it.get("entry").stringValue(),
        it.get("leafHash").stringValue());
  }

  private static RecordV1 event(JsonNode it) {
    return new RecordV1(
        text(it, "eventId"),
        text(it, "aggregateType"),
        text(it, "aggregateId"),
        Long.parseLong(text(it, "sequence")),
        text(it, "type"),
        text(it, "revision"),
        text(it, "timestamp"),
        bytes(it, "payload"),
        bytes(it, "metadata"));
  }

  private static Bytes bytes(JsonNode it, String field) {
    return new Bytes(HexFormat.of().parseHex(text(it, field)));
  }

  private static String text(JsonNode it, String field) {
    JsonNode value = it.get(field);
    return value.isString()
        ? value.stringValue()
        : value.get("repeat").stringValue().repeat(value.get("times").intValue());
  }

  private static Stream<JsonNode> items(String list) {
    return StreamSupport.stream(DOCUMENT.get(list).spliterator(), false);
  }

  private static JsonNode read() {
    try (InputStream file = Vectors.class.getResourceAsStream("/vectors/record-v1.json")) {
      return JsonMapper.shared().readTree(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
