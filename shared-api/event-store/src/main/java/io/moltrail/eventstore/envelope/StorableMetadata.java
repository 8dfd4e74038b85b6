package io.moltrail.eventstore.envelope;

import io.moltrail.messages.Actor;
import io.moltrail.messages.MetadataKeys;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What may stand in an event's metadata for ever. Whatever else arrives is a bug of ours, or of a
 * library that adds to messages, and must be loud before it is stored: the log forgets nothing.
 */
final class StorableMetadata {

  // No spaces, dots or at signs: no address, no sentence.
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private StorableMetadata() {}

  /**
   * @throws IllegalArgumentException with the key at fault, never with its value
   */
  static Map<String, String> of(Map<String, ?> metadata) {
    Map<String, String> storable = new LinkedHashMap<>();
    metadata.forEach((key, value) -> storable.put(key, checked(key, value)));
    return storable;
  }

  private static String checked(String key, Object value) {
    if (!MetadataKeys.ALL.contains(key)) {
      throw new IllegalArgumentException("No metadata of an event is called " + key);
    }
    if (!(value instanceof String text)) {
      throw new IllegalArgumentException("An event's " + key + " is no string");
    }
    if (!sound(key, text)) {
      throw new IllegalArgumentException("An event's " + key + " may not be stored in clear");
    }
    return text;
  }

  private static boolean sound(String key, String text) {
    return switch (key) {
      case MetadataKeys.REASON -> true;
      case MetadataKeys.ACTOR -> Actor.isPseudonym(text);
      default -> IDENTIFIER.matcher(text).matches();
    };
  }
}
