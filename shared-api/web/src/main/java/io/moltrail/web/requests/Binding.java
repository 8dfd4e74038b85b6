package io.moltrail.web.requests;

import io.moltrail.messages.Refusal.Fault;
import io.moltrail.web.problems.BodyFaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a value of a document. Jackson stops at the first field at fault; so that the caller hears
 * of all, each is noted, taken out, and the rest tried again.
 */
final class Binding {

  private static final int MOST_FAULTS = 20;

  private final JsonMapper json;
  private final JavaType type;
  private final List<Fault> faults = new ArrayList<>();

  Binding(JsonMapper json, JavaType type) {
    this.json = json;
    this.type = type;
  }

  /** Empty when there are {@link #faults}. */
  Optional<Object> bind(JsonNode document) {
    if (!document.isObject()) {
      faults.add(new Fault("", "wrong-type", "This must be an object."));
      return Optional.empty();
    }
    while (faults.size() < MOST_FAULTS) {
      try {
        Object value = json.treeToValue(document, type);
        return faults.isEmpty() ? Optional.of(value) : Optional.empty();
      } catch (JacksonException e) {
        faults.add(BodyFaults.fault(e));
        if (!takenOut(document, e.getPath())) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  List<Fault> faults() {
    return faults;
  }

  private static boolean takenOut(JsonNode document, List<Reference> path) {
    if (path.isEmpty()) {
      return false;
    }
    JsonNode parent = document;
    for (Reference step : path.subList(0, path.size() - 1)) {
      parent =
          step.getPropertyName() == null
              ? parent.path(step.getIndex())
              : parent.path(step.getPropertyName());
    }
    Reference last = path.getLast();
    return switch (parent) {
      case ObjectNode object -> object.remove(last.getPropertyName()) != null;
      case ArrayNode array when array.has(last.getIndex()) ->
          !array.get(last.getIndex()).isNull() && nulled(array, last);
      default -> false;
    };
  }

  private static boolean nulled(ArrayNode array, Reference last) {
    array.setNull(last.getIndex());
    return true;
  }
}
