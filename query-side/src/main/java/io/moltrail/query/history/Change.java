package io.moltrail.query.history;

import io.moltrail.eventstore.log.StoredEvent;
import io.moltrail.messages.MetadataKeys;
import io.moltrail.messages.project.ProjectId;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.MetaData;

/** An event, what it changed, and what was said about it. */
record Change(StoredEvent stored, MetaData metadata, Difference difference) {

  long version() {
    return stored.sequenceNumber() + 1;
  }

  String actor() {
    return said(MetadataKeys.ACTOR).orElse("unknown");
  }

  /** For the members of a project, who need not be those of the one to which a molecule went. */
  Change toldIn(ProjectId project) {
    return new Change(stored, metadata, difference.toldIn(project.toString()));
  }

  HistoryItem item(Map<String, String> names) {
    return new HistoryItem(
        version(),
        stored.eventId(),
        stored.at(),
        new HistoryItem.Actor(actor(), names.get(actor())),
        stored.type(),
        new HistoryItem.Subject(stored.aggregateType(), stored.aggregateId()),
        said(MetadataKeys.REASON).orElse(null),
        said(MetadataKeys.REQUEST_ID).orElse(null),
        difference.before(),
        difference.after());
  }

  private Optional<String> said(String key) {
    return Optional.ofNullable(metadata.get(key)).map(Object::toString);
  }
}
