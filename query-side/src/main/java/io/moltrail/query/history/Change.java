package io.moltrail.query.history;

import io.moltrail.eventstore.log.StoredEvent;
import io.moltrail.messages.MetadataKeys;
import io.moltrail.query.platform.projection.Fact;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.MetaData;

/** An event, what it changed, and what was said about it. */
record Change(StoredEvent stored, Fact fact, MetaData metadata, Difference difference) {

  long version() {
    return fact.recorded().version();
  }

  String actor() {
    return fact.recorded().actor();
  }

  HistoryItem item(Map<String, String> names) {
    return new HistoryItem(
        version(),
        stored.eventId(),
        fact.recorded().at(),
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
