package io.moltrail.eventstore.golden;

import io.moltrail.eventstore.json.MessageJson;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Which fields stored bytes have: those in clear, and the subjects of the envelopes. */
final class Anatomy {

  private Anatomy() {}

  static SortedSet<String> of(byte[] stored) {
    SortedSet<String> names = new TreeSet<>();
    walk("", MessageJson.mapper().readTree(stored), names);
    return names;
  }

  private static void walk(String path, JsonNode node, SortedSet<String> names) {
    node.properties()
        .forEach(
            field -> {
              String name = path + "/" + field.getKey();
              names.add(
                  field.getKey().equals("subject")
                      ? name + "=" + field.getValue().asString().replaceFirst(":.*", "")
                      : name);
              walk(name, field.getValue(), names);
            });
    node.values().stream()
        .filter(it -> node.isArray())
        .forEach(element -> walk(path + "[]", element, names));
  }

  /** The names of the fields of an opened payload, all the way down. */
  static SortedSet<String> of(JsonNode opened) {
    SortedSet<String> names = new TreeSet<>();
    walk("", opened, names);
    return names;
  }
}
