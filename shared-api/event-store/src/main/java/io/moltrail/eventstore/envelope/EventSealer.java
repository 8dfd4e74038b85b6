package io.moltrail.eventstore.envelope;

import io.moltrail.eventstore.envelope.Envelopes.Envelope;
import io.moltrail.eventstore.json.MessageJson;
import io.moltrail.messages.Event;
import io.moltrail.messages.MetadataKeys;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Turns events into the bytes that are stored, and stored bytes into JSON trees. Each subject of a
 * payload has one envelope in it, and its texts have one more; the reason has one of its own in the
 * metadata.
 */
public final class EventSealer {

  /** How a reason reads once its key has been destroyed. */
  public static final String ERASED = "[erased]";

  private static final String ENVELOPES = "$envelopes";

  private final Envelopes envelopes;
  private final JsonMapper mapper = MessageJson.mapper();

  public EventSealer(Envelopes envelopes) {
    this.envelopes = envelopes;
  }

  /**
   * Sees to the keys that an event will need, before the first write of the transaction that
   * appends it.
   */
  public void prepare(Event event, Map<String, ?> metadata) {
    ErasableFields.of(event).forEach(field -> envelopes.prepare(field.ownerOf(event)));
    if (metadata.containsKey(MetadataKeys.REASON)) {
      envelopes.prepare(event.subject().subject());
    }
  }

  /**
   * @param eventId names the key of what is free text
   */
  public byte[] sealPayload(Event event, String eventId) {
    ObjectNode tree = mapper.valueToTree(event);
    Map<Key, ObjectNode> byKey = new LinkedHashMap<>();
    for (ErasableFields.ErasableField field : ErasableFields.of(event)) {
      byKey
          .computeIfAbsent(
              new Key(field.ownerOf(event), field.text()), key -> mapper.createObjectNode())
          .set(field.name(), tree.remove(field.name()));
    }
    if (!byKey.isEmpty()) {
      var sealed = tree.putArray(ENVELOPES);
      byKey.forEach(
          (key, fields) -> sealed.addPOJO(seal(key, eventId, mapper.writeValueAsBytes(fields))));
    }
    return mapper.writeValueAsBytes(tree);
  }

  private Envelope seal(Key key, String eventId, byte[] clear) {
    return key.text()
        ? envelopes.sealText(textOf(eventId), key.owner(), clear)
        : envelopes.seal(key.owner(), clear);
  }

  private static String textOf(String eventId) {
    return DataKeyTable.TEXT + eventId;
  }

  /**
   * @param eventId names the key of the reason, which is free text
   * @throws IllegalArgumentException when there is more than {@link MetadataKeys} allow
   */
  public byte[] sealMetadata(Map<String, ?> metadata, String eventId, Event event) {
    ObjectNode tree = mapper.createObjectNode();
    StorableMetadata.of(metadata).forEach(tree::put);
    if (tree.remove(MetadataKeys.REASON) instanceof StringNode reason) {
      tree.putPOJO(
          MetadataKeys.REASON,
          envelopes.sealText(
              textOf(eventId),
              event.subject().subject(),
              reason.stringValue().getBytes(StandardCharsets.UTF_8)));
    }
    return mapper.writeValueAsBytes(tree);
  }

  /** The payload with all fields in place whose keys exist; erased ones are absent. */
  public JsonNode openPayload(byte[] payload) {
    ObjectNode tree = (ObjectNode) mapper.readTree(payload);
    JsonNode sealed = tree.remove(ENVELOPES);
    if (sealed != null) {
      for (JsonNode node : sealed) {
        open(node).ifPresent(clear -> tree.setAll((ObjectNode) mapper.readTree(clear)));
      }
    }
    return tree;
  }

  public Map<String, String> openMetadata(byte[] metadata) {
    Map<String, String> opened = new LinkedHashMap<>();
    mapper
        .readTree(metadata)
        .properties()
        .forEach(entry -> opened.put(entry.getKey(), text(entry.getValue())));
    return opened;
  }

  private String text(JsonNode value) {
    return value.isObject()
        ? open(value).map(clear -> new String(clear, StandardCharsets.UTF_8)).orElse(ERASED)
        : value.stringValue();
  }

  private Optional<byte[]> open(JsonNode envelope) {
    return envelopes.open(mapper.treeToValue(envelope, Envelope.class));
  }

  /** Under which key something is sealed: its owner's, or that of the event's texts. */
  private record Key(String owner, boolean text) {}
}
